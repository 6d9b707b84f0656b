import { letterHead, mailEnd, officeContact, signature } from './parts.ts';
import { templates } from './template.ts';

/** The decision on a partnership: its letter, and a word that it is there. The letter is made when the head decides. */
export const reviewDecision = templates(
  'review_decision',
  'review',
  ['Keputusan peninjauan kemitraan', 'Decision on a partnership'],
  {
    email: {
      attachment: 'decision_letter',
      'id-ID': {
        subject: 'Keputusan peninjauan kemitraan Anda',
        html: `
<p>Yth. <strong>{{kader.name}}</strong>,</p>
{{#if review.decided}}
<p>Peninjauan kemitraan Anda diputuskan pada {{date review.decided_on}}.</p>
<p class="name">{{review.decision}}</p>
<p>{{review.effect}}</p>
{{#if review.families}}<p>{{review.families}}</p>{{/if}}
<p>Pertimbangan dan dasarnya ada di surat keputusan terlampir. Bila Anda tidak sependapat, sampaikan kepada kami.</p>
{{else}}
<p>Peninjauan kemitraan Anda belum diputuskan.</p>
{{/if}}
${mailEnd['id-ID']}`,
      },
      'en-US': {
        subject: 'The decision on your partnership',
        html: `
<p>Dear <strong>{{kader.name}}</strong>,</p>
{{#if review.decided}}
<p>The review of your partnership was decided on {{date review.decided_on}}.</p>
<p class="name">{{review.decision}}</p>
<p>{{review.effect}}</p>
{{#if review.families}}<p>{{review.families}}</p>{{/if}}
<p>The grounds and what it rests on are in the attached letter. If you do not agree, tell us.</p>
{{else}}
<p>The review of your partnership is not decided.</p>
{{/if}}
${mailEnd['en-US']}`,
      },
    },
    letter: {
      'id-ID': {
        subject: 'Keputusan peninjauan kemitraan {{kader.name}}',
        html: `
${letterHead['id-ID']}

<h1>Keputusan peninjauan kemitraan</h1>
<p class="small">{{#if review.decided}}Nomor: {{review.number}} · {{date review.decided_on}}{{else}}{{date today}}{{/if}}</p>

<p>Yth. <strong>{{kader.name}}</strong><br>Kader JKN, kode {{kader.code}}</p>

{{#if review.decided}}
<p>{{review.opening}}</p>

<h2>Keputusan</h2>
<p class="name">{{review.decision}}</p>
<p>{{review.effect}}</p>
{{#if review.families}}<p>{{review.families}}</p>{{/if}}

<h2>Pertimbangan</h2>
{{#each review.grounds}}<p>{{text}}</p>{{/each}}
{{else}}
<p>Peninjauan ini belum diputuskan.</p>
{{/if}}

<h2>Dasar peninjauan</h2>
{{#each review.evidence}}<p>{{text}}</p>{{/each}}

<h2>Jawaban kader</h2>
{{#each review.answer}}<p>{{text}}</p>{{else}}<p>{{#if review.due_on}}Sampai {{date review.due_on}} tidak{{else}}Tidak{{/if}} ada jawaban yang tercatat.</p>{{/each}}
{{#if review.answered_at}}<p class="small">Dicatat {{moment review.answered_at}}</p>{{/if}}

${signature('id-ID', '<p>{{#if review.decided_by}}Yang memutuskan: {{review.decided_by}}. {{/if}}Bila Anda tidak sependapat, sampaikan kepada kantor cabang{{#if branch.phone}}, telepon {{branch.phone}}{{/if}}.</p>', 'review.decided_on')}`,
      },
      'en-US': {
        subject: 'Decision on the partnership of {{kader.name}}',
        html: `
${letterHead['en-US']}

<h1>Decision on the partnership</h1>
<p class="small">{{#if review.decided}}Number: {{review.number}} · {{date review.decided_on}}{{else}}{{date today}}{{/if}}</p>

<p>Dear <strong>{{kader.name}}</strong><br>Kader JKN, code {{kader.code}}</p>

{{#if review.decided}}
<p>{{review.opening}}</p>

<h2>Decision</h2>
<p class="name">{{review.decision}}</p>
<p>{{review.effect}}</p>
{{#if review.families}}<p>{{review.families}}</p>{{/if}}

<h2>Grounds</h2>
{{#each review.grounds}}<p>{{text}}</p>{{/each}}
{{else}}
<p>This review is not decided.</p>
{{/if}}

<h2>What the review rested on</h2>
{{#each review.evidence}}<p>{{text}}</p>{{/each}}

<h2>The kader's answer</h2>
{{#each review.answer}}<p>{{text}}</p>{{else}}<p>No answer was recorded{{#if review.due_on}} up to {{date review.due_on}}{{/if}}.</p>{{/each}}
{{#if review.answered_at}}<p class="small">Recorded {{moment review.answered_at}}</p>{{/if}}

${signature('en-US', '<p>{{#if review.decided_by}}Decided by: {{review.decided_by}}. {{/if}}If you do not agree, tell the branch{{#if branch.phone}}, phone {{branch.phone}}{{/if}}.</p>', 'review.decided_on')}`,
      },
    },
    whatsapp: {
      'id-ID': `
Salam sehat, {{kader.name}}.

Peninjauan kemitraan Anda sudah diputuskan. Surat keputusannya dapat dibaca dan diunduh di aplikasi Kader JKN: {{instance.link}}

Bila ada yang ingin ditanyakan, atau Anda tidak sependapat, hubungi ${officeContact['id-ID']}.`,
      'en-US': `
Good day, {{kader.name}}.

The review of your partnership is decided. You can read and download the letter in the Kader JKN application: {{instance.link}}

If you have a question, or do not agree, contact ${officeContact['en-US']}.`,
    },
  },
);
