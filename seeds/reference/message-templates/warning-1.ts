import { letterHead, mailEnd, officeContact, signature } from './parts.ts';
import { templates } from './template.ts';

const body = {
  'id-ID': `
{{#if warning.month}}
<p>Menurut pembukuan kami, selama {{number warning.months}} bulan berturut-turut sampai {{month warning.month}} belum ada penerimaan iuran yang tercatat atas nama Anda. Kami memberitahukannya sekarang, selagi masih ada waktu.</p>
{{else}}
<p>Pada {{date warning.on}} kami mencatat peringatan pada riwayat kemitraan Anda, dengan alasan berikut.</p>
{{/if}}
{{#if warning.reason}}<p><strong>{{warning.reason}}</strong></p>{{/if}}
<p>Peringatan ini tidak mengubah kontrak, keluarga binaan, dan imbal jasa Anda.{{#if warning.month}}{{#if warning.limit}} Bila {{number warning.limit}} bulan berturut-turut tanpa penerimaan, kemitraan ditinjau. Jawaban Anda selalu didengar sebelum ada keputusan.{{/if}}{{/if}}</p>
<h2>Yang dapat Anda lakukan</h2>
<ul>
  <li>Periksa penerimaan Anda di aplikasi. Bila ada yang belum tercatat atau tercatat keliru, beri tahu kami supaya dibetulkan.</li>
  <li>Bila Anda sakit, cuti, atau menemui kesulitan di lapangan, ceritakan kepada kami. Bulan cuti tidak dihitung.</li>
  <li>Bila Anda memerlukan pendampingan, mintalah waktu bertemu. Kami akan membantu menyusun rencana kunjungan.</li>
</ul>`,
  'en-US': `
{{#if warning.month}}
<p>By our books, no dues were recorded in your name for {{number warning.months}} month(s) in a row, up to {{month warning.month}}. We tell you now, while there is still time.</p>
{{else}}
<p>On {{date warning.on}} we noted a warning in the history of your partnership, for the following reason.</p>
{{/if}}
{{#if warning.reason}}<p><strong>{{warning.reason}}</strong></p>{{/if}}
<p>This warning changes nothing in your contract, your families or your imbal jasa.{{#if warning.month}}{{#if warning.limit}} After {{number warning.limit}} month(s) in a row without collection the partnership is reviewed. Your answer is always heard before anything is decided.{{/if}}{{/if}}</p>
<h2>What you can do</h2>
<ul>
  <li>Look at your payments in the application. If one is missing or wrong, tell us and we will correct it.</li>
  <li>If you are ill, on leave, or meet difficulties in the field, tell us about it. Months of leave do not count.</li>
  <li>If you would like help, ask us for a meeting. We will plan the visits with you.</li>
</ul>`,
} as const;

/** To a kader warned for the first time: what is recorded, what it does not change, what can be done. */
export const warning1 = templates('warning_1', 'warning', ['Peringatan pertama', 'First warning'], {
  email: {
    attachment: 'letter',
    'id-ID': {
      subject: 'Peringatan pertama: mari kita bicarakan',
      html: `
<p>Yth. <strong>{{kader.name}}</strong>,</p>
${body['id-ID']}
<p>Suratnya terlampir.</p>
${mailEnd['id-ID']}`,
    },
    'en-US': {
      subject: 'First warning: let us talk about it',
      html: `
<p>Dear <strong>{{kader.name}}</strong>,</p>
${body['en-US']}
<p>The letter is attached.</p>
${mailEnd['en-US']}`,
    },
  },
  letter: {
    'id-ID': {
      subject: 'Surat peringatan pertama {{kader.name}}',
      html: `
${letterHead['id-ID']}
<h1>Surat peringatan pertama</h1>
<p class="small">{{date warning.on}}</p>
<p>Yth. <strong>{{kader.name}}</strong><br>Kader JKN, kode {{kader.code}}</p>
${body['id-ID']}
${signature('id-ID', '<p>Kami menghargai kerja Anda, dan berharap dapat terus bermitra dengan Anda. Hubungi kami di {{branch.name}}{{#if branch.phone}}, telepon {{branch.phone}}{{/if}}.</p>', 'warning.on')}`,
    },
    'en-US': {
      subject: 'First warning {{kader.name}}',
      html: `
${letterHead['en-US']}
<h1>First warning</h1>
<p class="small">{{date warning.on}}</p>
<p>Dear <strong>{{kader.name}}</strong><br>Kader JKN, code {{kader.code}}</p>
${body['en-US']}
${signature('en-US', '<p>We value your work and hope to go on with this partnership. Contact us at {{branch.name}}{{#if branch.phone}}, phone {{branch.phone}}{{/if}}.</p>', 'warning.on')}`,
    },
  },
  whatsapp: {
    'id-ID': `
Salam sehat, {{kader.name}}.

Ada peringatan pertama pada riwayat kemitraan Anda. Kontrak, keluarga binaan, dan imbal jasa Anda tidak berubah. Penjelasannya dapat dibaca di aplikasi Kader JKN: {{instance.link}}

Bila ada penerimaan yang belum tercatat, atau Anda sedang berhalangan, beri tahu kami. Kami siap membantu.

${officeContact['id-ID']}`,
    'en-US': `
Good day, {{kader.name}}.

There is a first warning in the history of your partnership. Nothing changes in your contract, your families or your imbal jasa. You can read why in the Kader JKN application: {{instance.link}}

If a payment was not recorded, or something keeps you from work, tell us. We are ready to help.

${officeContact['en-US']}`,
  },
});
