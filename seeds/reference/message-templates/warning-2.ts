import { letterHead, mailEnd, officeContact, signature } from './parts.ts';
import { templates } from './template.ts';

const body = {
  'id-ID': `
{{#if warning.month}}
<p>Menyusul peringatan sebelumnya: menurut pembukuan kami, sampai {{month warning.month}} sudah {{number warning.months}} bulan berturut-turut belum ada penerimaan iuran yang tercatat atas nama Anda.</p>
{{else}}
<p>Menyusul peringatan sebelumnya, pada {{date warning.on}} kami mencatat peringatan kedua pada riwayat kemitraan Anda, dengan alasan berikut.</p>
{{/if}}
{{#if warning.reason}}<p><strong>{{warning.reason}}</strong></p>{{/if}}
<p>Kami ingin memahami keadaan Anda, maka kami mengundang Anda bertemu di kantor cabang atau berbicara lewat telepon. Peringatan ini tidak mengubah kontrak, keluarga binaan, dan imbal jasa Anda.{{#if warning.month}}{{#if warning.limit}} Bila {{number warning.limit}} bulan berturut-turut tanpa penerimaan, kemitraan ditinjau. Jawaban Anda selalu didengar sebelum ada keputusan.{{/if}}{{/if}}</p>
<h2>Untuk pertemuan itu</h2>
<ul>
  <li>Bawalah tanda terima atau catatan penerimaan yang belum masuk ke aplikasi.</li>
  <li>Ceritakan kesulitan yang Anda temui: kesehatan, jarak, data keluarga yang tidak cocok, atau keadaan di lapangan.</li>
  <li>Sampaikan bantuan yang Anda perlukan dari kantor cabang.</li>
</ul>`,
  'en-US': `
{{#if warning.month}}
<p>Following the earlier warning: by our books, up to {{month warning.month}} no dues were recorded in your name for {{number warning.months}} month(s) in a row.</p>
{{else}}
<p>Following the earlier warning, on {{date warning.on}} we noted a second warning in the history of your partnership, for the following reason.</p>
{{/if}}
{{#if warning.reason}}<p><strong>{{warning.reason}}</strong></p>{{/if}}
<p>We would like to understand your situation, and invite you to meet us at the branch or to talk by telephone. This warning does not change your contract, your families or your imbal jasa.{{#if warning.month}}{{#if warning.limit}} After {{number warning.limit}} month(s) in a row without collection the partnership is reviewed. Your answer is always heard before anything is decided.{{/if}}{{/if}}</p>
<h2>For that meeting</h2>
<ul>
  <li>Bring receipts or notes of payments that are not in the application yet.</li>
  <li>Tell us what makes it difficult: health, distance, families whose data are wrong, or what happens in the field.</li>
  <li>Tell us what help you need from the branch.</li>
</ul>`,
} as const;

/** To a kader warned again: an invitation to talk. */
export const warning2 = templates('warning_2', 'warning', ['Peringatan kedua', 'Second warning'], {
  email: {
    attachment: 'letter',
    'id-ID': {
      subject: 'Peringatan kedua: undangan bertemu',
      html: `
<p>Yth. <strong>{{kader.name}}</strong>,</p>
${body['id-ID']}
<p>Suratnya terlampir.</p>
${mailEnd['id-ID']}`,
    },
    'en-US': {
      subject: 'Second warning: an invitation to talk',
      html: `
<p>Dear <strong>{{kader.name}}</strong>,</p>
${body['en-US']}
<p>The letter is attached.</p>
${mailEnd['en-US']}`,
    },
  },
  letter: {
    'id-ID': {
      subject: 'Surat peringatan kedua {{kader.name}}',
      html: `
${letterHead['id-ID']}
<h1>Surat peringatan kedua</h1>
<p class="small">{{date warning.on}}</p>
<p>Yth. <strong>{{kader.name}}</strong><br>Kader JKN, kode {{kader.code}}</p>
${body['id-ID']}
${signature('id-ID', '<p>Untuk menentukan waktu, hubungi {{branch.name}}{{#if branch.phone}}, telepon {{branch.phone}}{{/if}}. Terima kasih.</p>', 'warning.on')}`,
    },
    'en-US': {
      subject: 'Second warning {{kader.name}}',
      html: `
${letterHead['en-US']}
<h1>Second warning</h1>
<p class="small">{{date warning.on}}</p>
<p>Dear <strong>{{kader.name}}</strong><br>Kader JKN, code {{kader.code}}</p>
${body['en-US']}
${signature('en-US', '<p>To agree on a time, contact {{branch.name}}{{#if branch.phone}}, phone {{branch.phone}}{{/if}}. Thank you.</p>', 'warning.on')}`,
    },
  },
  whatsapp: {
    'id-ID': `
Salam sehat, {{kader.name}}.

Ada peringatan kedua pada riwayat kemitraan Anda. Kami ingin memahami keadaan Anda dan mengundang Anda bertemu di kantor cabang atau berbicara lewat telepon. Kontrak, keluarga binaan, dan imbal jasa Anda tidak berubah.

Penjelasannya dapat dibaca di aplikasi Kader JKN: {{instance.link}}

${officeContact['id-ID']}`,
    'en-US': `
Good day, {{kader.name}}.

There is a second warning in the history of your partnership. We would like to understand your situation, and invite you to meet us at the branch or to talk by telephone. Nothing changes in your contract, your families or your imbal jasa.

You can read why in the Kader JKN application: {{instance.link}}

${officeContact['en-US']}`,
  },
});
