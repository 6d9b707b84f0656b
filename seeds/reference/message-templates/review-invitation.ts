import { letterHead, mailEnd, officeContact, signature } from './parts.ts';
import { templates } from './template.ts';

const body = {
  'id-ID': `
<p>Pada {{date review.opened_on}} peninjauan kemitraan Anda dibuka. Belum ada keputusan apa pun: kami mengundang Anda membaca dasarnya dan memberi jawaban lebih dulu. Selama peninjauan, kontrak, keluarga binaan, dan imbal jasa Anda tetap.</p>
<h2>Dasar peninjauan</h2>
{{#each review.evidence}}<p>{{text}}</p>{{/each}}
<h2>Jawaban Anda</h2>
{{#if review.due_on}}<p>Kami menunggu jawaban Anda sampai <strong>{{date review.due_on}}</strong>. Perlu waktu lebih lama? Beri tahu kami sebelum tanggal itu.</p>{{/if}}
<ul>
  <li>Tulis jawaban Anda pada peninjauan itu di aplikasi, atau sampaikan di kantor cabang atau lewat telepon; kami mencatat kata-kata Anda apa adanya.</li>
  <li>Sebutkan bila ada catatan yang keliru, penerimaan yang belum tercatat, atau keadaan yang menghalangi Anda.</li>
</ul>
<p>Keputusan dibuat oleh kepala penagihan setelah membaca jawaban Anda, bukan oleh aplikasi. Surat keputusannya akan Anda terima.</p>`,
  'en-US': `
<p>On {{date review.opened_on}} a review of your partnership was opened. Nothing is decided: we invite you to read what it rests on and to answer first. During the review your contract, your families and your imbal jasa stay as they are.</p>
<h2>What the review rests on</h2>
{{#each review.evidence}}<p>{{text}}</p>{{/each}}
<h2>Your answer</h2>
{{#if review.due_on}}<p>We await your answer until <strong>{{date review.due_on}}</strong>. Do you need more time? Tell us before that day.</p>{{/if}}
<ul>
  <li>Write your answer in the review in the application, or tell us at the branch or by telephone; we record your own words.</li>
  <li>Tell us if a record is wrong, a payment is missing, or something kept you from work.</li>
</ul>
<p>The decision is made by the head of collection after reading your answer, not by the application. You will receive its letter.</p>`,
} as const;

/** To a kader whose partnership is reviewed: what it rests on, and how to answer before anything is decided. */
export const reviewInvitation = templates(
  'review_invitation',
  'review',
  ['Undangan memberi jawaban', 'Invitation to answer'],
  {
    email: {
      attachment: 'letter',
      'id-ID': {
        subject: 'Peninjauan kemitraan: kami menunggu jawaban Anda',
        html: `
<p>Yth. <strong>{{kader.name}}</strong>,</p>
${body['id-ID']}
<p><a href="{{instance.link}}">Buka aplikasi Kader JKN</a>. Surat undangan ini terlampir.</p>
${mailEnd['id-ID']}`,
      },
      'en-US': {
        subject: 'Review of your partnership: we await your answer',
        html: `
<p>Dear <strong>{{kader.name}}</strong>,</p>
${body['en-US']}
<p><a href="{{instance.link}}">Open the Kader JKN application</a>. The letter of this invitation is attached.</p>
${mailEnd['en-US']}`,
      },
    },
    letter: {
      'id-ID': {
        subject: 'Undangan memberi jawaban {{kader.name}}',
        html: `
${letterHead['id-ID']}
<h1>Undangan memberi jawaban</h1>
<p class="small">Peninjauan kemitraan · {{date review.opened_on}}</p>
<p>Yth. <strong>{{kader.name}}</strong><br>Kader JKN, kode {{kader.code}}</p>
${body['id-ID']}
${signature('id-ID', '<p>Pertanyaan dapat disampaikan kepada {{branch.name}}{{#if branch.phone}}, telepon {{branch.phone}}{{/if}}.</p>')}`,
      },
      'en-US': {
        subject: 'Invitation to answer {{kader.name}}',
        html: `
${letterHead['en-US']}
<h1>Invitation to answer</h1>
<p class="small">Review of the partnership · {{date review.opened_on}}</p>
<p>Dear <strong>{{kader.name}}</strong><br>Kader JKN, code {{kader.code}}</p>
${body['en-US']}
${signature('en-US', '<p>For any question, contact {{branch.name}}{{#if branch.phone}}, phone {{branch.phone}}{{/if}}.</p>')}`,
      },
    },
    whatsapp: {
      'id-ID': `
Salam sehat, {{kader.name}}.

Peninjauan kemitraan Anda dibuka pada {{date review.opened_on}}. Belum ada keputusan apa pun; kami ingin mendengar jawaban Anda lebih dulu{{#if review.due_on}}, paling lambat {{date review.due_on}}{{/if}}.

Dasarnya dapat dibaca di aplikasi Kader JKN: {{instance.link}}
Jawaban dapat ditulis di sana, atau disampaikan di kantor cabang atau lewat telepon.

${officeContact['id-ID']}`,
      'en-US': `
Good day, {{kader.name}}.

A review of your partnership was opened on {{date review.opened_on}}. Nothing is decided; we would like to hear your answer first{{#if review.due_on}}, by {{date review.due_on}} at the latest{{/if}}.

You can read what it rests on in the Kader JKN application: {{instance.link}}
Answer there, at the branch or by telephone.

${officeContact['en-US']}`,
    },
  },
);
