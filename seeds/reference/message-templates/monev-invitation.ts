import { letterHead, mailEnd, officeContact, signature } from './parts.ts';
import { templates } from './template.ts';

const body = {
  'id-ID': `
<p>Kami mengundang Anda ke rapat monitoring dan evaluasi (monev) {{month session.month}}.</p>
<table>
  <tr><td width="35%">Tanggal</td><td><strong>{{date session.held_on}}</strong></td></tr>
  {{#if session.place}}<tr><td>Tempat</td><td>{{session.place}}</td></tr>{{/if}}
  {{#if session.led_by}}<tr><td>Dipimpin oleh</td><td>{{session.led_by}}</td></tr>{{/if}}
</table>
<p>Sebelum rapat, mohon periksa penerimaan dan kontak Anda di aplikasi, dan siapkan hal yang ingin Anda sampaikan. Di layar rapat hanya kader yang melampaui target yang disebut namanya; capaian masing-masing dibicarakan tersendiri.</p>
<p>Bila berhalangan hadir, mohon beri tahu kami sebelumnya.</p>`,
  'en-US': `
<p>We invite you to the monitoring and evaluation (monev) meeting of {{month session.month}}.</p>
<table>
  <tr><td width="35%">Day</td><td><strong>{{date session.held_on}}</strong></td></tr>
  {{#if session.place}}<tr><td>Place</td><td>{{session.place}}</td></tr>{{/if}}
  {{#if session.led_by}}<tr><td>Led by</td><td>{{session.led_by}}</td></tr>{{/if}}
</table>
<p>Before the meeting, please look at your payments and contacts in the application, and prepare what you would like to say. On the screen of the meeting only kader above the target are named; what each one attained is talked about in private.</p>
<p>If you cannot come, please tell us beforehand.</p>`,
} as const;

/** To a kader who is invited to a monev meeting. */
export const monevInvitation = templates(
  'monev_invitation',
  'session',
  ['Undangan rapat monev', 'Invitation to a monev meeting'],
  {
    email: {
      'id-ID': {
        subject: 'Undangan rapat monev {{month session.month}}, {{date session.held_on}}',
        html: `
<p>Yth. <strong>{{kader.name}}</strong>,</p>
${body['id-ID']}
${mailEnd['id-ID']}`,
      },
      'en-US': {
        subject: 'Invitation to the monev meeting of {{month session.month}}, {{date session.held_on}}',
        html: `
<p>Dear <strong>{{kader.name}}</strong>,</p>
${body['en-US']}
${mailEnd['en-US']}`,
      },
    },
    letter: {
      'id-ID': {
        subject: 'Undangan rapat monev {{kader.name}}',
        html: `
${letterHead['id-ID']}
<h1>Undangan rapat monev</h1>
<p class="small">{{date today}}</p>
<p>Yth. <strong>{{kader.name}}</strong><br>Kader JKN, kode {{kader.code}}</p>
${body['id-ID']}
${signature('id-ID', '<p>Terima kasih atas kehadiran Anda.</p>')}`,
      },
      'en-US': {
        subject: 'Invitation to the monev meeting {{kader.name}}',
        html: `
${letterHead['en-US']}
<h1>Invitation to the monev meeting</h1>
<p class="small">{{date today}}</p>
<p>Dear <strong>{{kader.name}}</strong><br>Kader JKN, code {{kader.code}}</p>
${body['en-US']}
${signature('en-US', '<p>Thank you for coming.</p>')}`,
      },
    },
    whatsapp: {
      'id-ID': `
Salam sehat, {{kader.name}}.

Kami mengundang Anda ke rapat monev {{month session.month}}:
- Tanggal: {{date session.held_on}}
{{#if session.place}}
- Tempat: {{session.place}}
{{/if}}

Bila berhalangan hadir, mohon beri tahu kami sebelumnya. Terima kasih.

${officeContact['id-ID']}`,
      'en-US': `
Good day, {{kader.name}}.

We invite you to the monev meeting of {{month session.month}}:
- Day: {{date session.held_on}}
{{#if session.place}}
- Place: {{session.place}}
{{/if}}

If you cannot come, please tell us beforehand. Thank you.

${officeContact['en-US']}`,
    },
  },
);
