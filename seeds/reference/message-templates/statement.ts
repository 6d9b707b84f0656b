import { mailEnd } from './parts.ts';
import { templates } from './template.ts';

/** To a kader whose month was closed: what it came to, with the statement. No amount where a lock screen shows it. */
export const statement = templates('statement', 'statement', ['Rincian imbal jasa', 'Statement of imbal jasa'], {
  note: [
    'Jumlah tidak ditulis pada judul surel dan pesan WhatsApp, karena tampil di layar kunci.',
    'No amount in the subject or in WhatsApp: a lock screen shows them.',
  ],
  email: {
    attachment: 'statement',
    'id-ID': {
      subject: 'Rincian imbal jasa {{month statement.month}}',
      html: `
<p>Yth. <strong>{{kader.name}}</strong>,</p>
<p>Pembukuan {{month statement.month}} sudah ditutup. Terima kasih atas kerja Anda bulan itu.</p>
<p>Imbal jasa Anda:</p>
<p class="lead">{{rupiah statement.net}}</p>
<table>
  {{#each statement.lines}}<tr><td>{{label}}</td><td width="35%" align="right">{{rupiah amount}}</td></tr>{{/each}}
  <tr class="total"><td>Diterima</td><td align="right">{{rupiah statement.net}}</td></tr>
</table>
<p>Penerimaan bulan itu {{rupiah statement.collected}} dari {{number statement.families}} keluarga{{#if statement.target}}, {{rate statement.attainment}} dari target {{rupiah statement.target}}{{/if}}.</p>
<p>Rincian lengkap terlampir. Bila ada yang tidak sesuai, ajukan sanggahan dari rincian itu di <a href="{{instance.link}}">aplikasi Kader JKN</a>, atau beri tahu kami.</p>
${mailEnd['id-ID']}`,
    },
    'en-US': {
      subject: 'Statement of imbal jasa, {{month statement.month}}',
      html: `
<p>Dear <strong>{{kader.name}}</strong>,</p>
<p>The books of {{month statement.month}} are closed. Thank you for your work in that month.</p>
<p>Your imbal jasa:</p>
<p class="lead">{{rupiah statement.net}}</p>
<table>
  {{#each statement.lines}}<tr><td>{{label}}</td><td width="35%" align="right">{{rupiah amount}}</td></tr>{{/each}}
  <tr class="total"><td>You receive</td><td align="right">{{rupiah statement.net}}</td></tr>
</table>
<p>Collected in that month: {{rupiah statement.collected}} from {{number statement.families}} families{{#if statement.target}}, {{rate statement.attainment}} of the target of {{rupiah statement.target}}{{/if}}.</p>
<p>The whole statement is attached. If something is not right, dispute a line of it in the <a href="{{instance.link}}">Kader JKN application</a>, or tell us.</p>
${mailEnd['en-US']}`,
    },
  },
  whatsapp: {
    'id-ID': `
Salam sehat, {{kader.name}}.

Rincian imbal jasa {{month statement.month}} sudah jadi dan dapat dibaca di aplikasi Kader JKN: {{instance.link}}

Bila ada yang tidak sesuai, ajukan sanggahan dari rincian itu atau beri tahu kami. Terima kasih atas kerja Anda.

{{branch.name}}`,
    'en-US': `
Good day, {{kader.name}}.

Your statement of imbal jasa of {{month statement.month}} is ready. You can read it in the Kader JKN application: {{instance.link}}

If something is not right, dispute a line of it there or tell us. Thank you for your work.

{{branch.name}}`,
  },
});
