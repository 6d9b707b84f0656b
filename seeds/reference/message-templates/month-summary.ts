import { templates } from './template.ts';

/** To the head, once a month is closed. */
export const monthSummary = templates('month_summary', 'month', ['Ringkasan bulan', 'Summary of a month'], {
  email: {
    'id-ID': {
      subject: 'Ringkasan {{month month.month}}, {{branch.name}}',
      html: `
<p>Yth. <strong>{{recipient.name}}</strong>,</p>
<p>Pembukuan {{month month.month}} di {{branch.name}} {{#if month.open}}belum ditutup. Angkanya masih dapat berubah.{{else}}sudah ditutup{{#if month.closed_on}} pada {{date month.closed_on}}{{/if}}.{{/if}}</p>
<p>Penerimaan:</p>
<p class="lead">{{rupiah month.collected}}</p>
<table>
  <tr><td>Pembayaran</td><td width="40%" align="right">{{number month.payments}}</td></tr>
  <tr><td>Keluarga yang membayar</td><td align="right">{{number month.families}}</td></tr>
  <tr><td>Imbal jasa</td><td align="right">{{rupiah month.commission}}</td></tr>
  <tr><td>Kader</td><td align="right">{{number month.kader}}</td></tr>
  <tr><td>Kader tanpa penerimaan</td><td align="right">{{number month.zero}}</td></tr>
  <tr><td>Peringatan diberikan</td><td align="right">{{number month.warnings}}</td></tr>
  <tr><td>Peninjauan dibuka</td><td align="right">{{number month.reviews}}</td></tr>
  <tr><td>Penerimaan belum diverifikasi</td><td align="right">{{number month.unverified}}</td></tr>
</table>
{{#if month.reviews}}<p>Peninjauan menunggu jawaban kader lebih dulu, lalu keputusan Anda.</p>{{/if}}
{{#if month.unverified}}<p>Penerimaan yang diverifikasi kemudian dibayarkan pada rincian bulan berikutnya.</p>{{/if}}
<p><a href="{{instance.link}}">Buka aplikasi Kader JKN</a></p>`,
    },
    'en-US': {
      subject: 'Summary of {{month month.month}}, {{branch.name}}',
      html: `
<p>Dear <strong>{{recipient.name}}</strong>,</p>
<p>The books of {{month month.month}} at {{branch.name}} {{#if month.open}}are not closed. The figures may still change.{{else}}are closed{{#if month.closed_on}} since {{date month.closed_on}}{{/if}}.{{/if}}</p>
<p>Collected:</p>
<p class="lead">{{rupiah month.collected}}</p>
<table>
  <tr><td>Payments</td><td width="40%" align="right">{{number month.payments}}</td></tr>
  <tr><td>Families that paid</td><td align="right">{{number month.families}}</td></tr>
  <tr><td>Imbal jasa</td><td align="right">{{rupiah month.commission}}</td></tr>
  <tr><td>Kader</td><td align="right">{{number month.kader}}</td></tr>
  <tr><td>Kader without collection</td><td align="right">{{number month.zero}}</td></tr>
  <tr><td>Warnings given</td><td align="right">{{number month.warnings}}</td></tr>
  <tr><td>Reviews opened</td><td align="right">{{number month.reviews}}</td></tr>
  <tr><td>Payments not verified</td><td align="right">{{number month.unverified}}</td></tr>
</table>
{{#if month.reviews}}<p>A review awaits the kader's answer first, then your decision.</p>{{/if}}
{{#if month.unverified}}<p>Payments verified later are paid out in the statement of the next month.</p>{{/if}}
<p><a href="{{instance.link}}">Open the Kader JKN application</a></p>`,
    },
  },
});
