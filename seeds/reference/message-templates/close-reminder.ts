import { templates } from './template.ts';

/** To the head whose month is over and still open. */
export const closeReminder = templates(
  'close_reminder',
  'month',
  ['Pengingat tutup bulan', 'Reminder to close a month'],
  {
    email: {
      'id-ID': {
        subject: '{{month month.month}} belum ditutup di {{branch.name}}',
        html: `
<p>Yth. <strong>{{recipient.name}}</strong>,</p>
{{#if month.open}}
<p>Pembukuan {{month month.month}} di {{branch.name}} berakhir pada {{date month.ended_on}} dan belum ditutup. Kader menerima rincian imbal jasanya setelah bulan ditutup.</p>
<table>
  <tr><td>Penerimaan</td><td width="40%" align="right">{{rupiah month.collected}}</td></tr>
  <tr><td>Pembayaran</td><td align="right">{{number month.payments}}</td></tr>
  <tr><td>Belum diverifikasi</td><td align="right">{{number month.unverified}}</td></tr>
</table>
{{#if month.unverified}}<p>Verifikasi dulu penerimaan yang masih menunggu: yang diverifikasi setelah penutupan baru dibayarkan pada rincian bulan berikutnya.</p>{{/if}}
<p>Buka bulan itu di <a href="{{instance.link}}">aplikasi Kader JKN</a>, periksa rancangannya, lalu tekan "Tutup bulan".</p>
{{else}}
<p>Pembukuan {{month month.month}} di {{branch.name}} sudah ditutup. Terima kasih.</p>
{{/if}}`,
      },
      'en-US': {
        subject: '{{month month.month}} is not closed at {{branch.name}}',
        html: `
<p>Dear <strong>{{recipient.name}}</strong>,</p>
{{#if month.open}}
<p>The books of {{month month.month}} at {{branch.name}} ended on {{date month.ended_on}} and are not closed. Kader receive their statements once the month is closed.</p>
<table>
  <tr><td>Collected</td><td width="40%" align="right">{{rupiah month.collected}}</td></tr>
  <tr><td>Payments</td><td align="right">{{number month.payments}}</td></tr>
  <tr><td>Not verified</td><td align="right">{{number month.unverified}}</td></tr>
</table>
{{#if month.unverified}}<p>Verify the payments that still wait first: those verified after the close are paid out in the statement of the next month.</p>{{/if}}
<p>Open the month in the <a href="{{instance.link}}">Kader JKN application</a>, look at its draft, then press "Tutup bulan".</p>
{{else}}
<p>The books of {{month month.month}} at {{branch.name}} are closed. Thank you.</p>
{{/if}}`,
      },
    },
  },
);
