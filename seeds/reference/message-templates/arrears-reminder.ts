import { letterHead, signature } from './parts.ts';
import { templates } from './template.ts';

/** To a family with dues outstanding: what is recorded, how to pay, whom to ask. Never a threat. */
export const arrearsReminder = templates(
  'arrears_reminder',
  'family',
  ['Pengingat iuran tertunda', 'Reminder of dues'],
  {
    note: [
      'Hanya untuk keluarga itu sendiri: jangan dikirim ke grup, surat diserahkan dalam amplop tertutup.',
      'For the family alone: never to a group; hand a letter over in a closed envelope.',
    ],
    whatsapp: {
      'id-ID': `
Salam sehat, Bapak/Ibu {{family.head_name}}.

{{#if family.owed_months}}
Kami dari BPJS Kesehatan {{branch.name}} menyampaikan catatan iuran JKN keluarga Bapak/Ibu:
- Belum dibayar: {{number family.owed_months}} bulan
- Perkiraan jumlah: {{rupiah family.owed_amount}}
{{#if family.va_number}}
- Nomor virtual account: {{family.va_number}}
{{/if}}
{{#if family.listed_as_of}}

Jumlah itu dihitung dari daftar per {{date family.listed_as_of}}, ditambah iuran dan dikurangi pembayaran sesudahnya.
{{/if}}

Iuran dapat dibayar di bank, minimarket, atau dompet digital dengan nomor virtual account itu, atau melalui kader JKN dengan tanda terima. Bila berat dibayar sekaligus, tanyakan kepada kami tentang cicilan (program REHAB).

Bila sudah membayar, terima kasih, dan abaikan pesan ini. Bila catatan ini tidak sesuai, beri tahu kami supaya dibetulkan.
{{else}}
Menurut catatan BPJS Kesehatan {{branch.name}}, saat ini tidak ada iuran JKN keluarga Bapak/Ibu yang tertunda. Terima kasih sudah membayar iuran tepat waktu.
{{/if}}

{{#if kader.name}}
Kader JKN yang mendampingi: {{kader.name}}
{{/if}}
{{#if branch.phone}}
Telepon kantor: {{branch.phone}}
{{/if}}
Kami tidak pernah meminta PIN atau kode OTP. Bila Bapak/Ibu tidak ingin menerima pesan seperti ini, cukup beri tahu kami.`,
      'en-US': `
Good day, {{family.head_name}}.

{{#if family.owed_months}}
This is what BPJS Kesehatan {{branch.name}} has recorded of your family's JKN dues:
- Not paid yet: {{number family.owed_months}} month(s)
- Estimated amount: {{rupiah family.owed_amount}}
{{#if family.va_number}}
- Virtual account number: {{family.va_number}}
{{/if}}
{{#if family.listed_as_of}}

The amount is that of the list of {{date family.listed_as_of}}, with the dues since and without what was paid since.
{{/if}}

You can pay at a bank, a minimarket or by e-wallet with that virtual account number, or through the kader JKN against a receipt. If it is too much at once, ask us about instalments (the REHAB programme).

If you have paid already, thank you, and please disregard this message. If something is not right, tell us and we will correct it.
{{else}}
By the records of BPJS Kesehatan {{branch.name}} your family has no JKN dues outstanding at present. Thank you for paying your dues on time.
{{/if}}

{{#if kader.name}}
The kader JKN who accompanies you: {{kader.name}}
{{/if}}
{{#if branch.phone}}
Phone of the office: {{branch.phone}}
{{/if}}
We never ask for a PIN or an OTP code. If you do not wish to receive messages like this, just tell us.`,
    },
    letter: {
      'id-ID': {
        subject: 'Catatan iuran JKN keluarga Bapak/Ibu {{family.head_name}}',
        html: `
${letterHead['id-ID']}
<p class="small">{{#if branch.city}}{{branch.city}}, {{/if}}{{date today}} · Rahasia, hanya untuk penerima</p>
<p>Yth. Bapak/Ibu <strong>{{family.head_name}}</strong>{{#if family.village}}<br>{{family.village}}{{/if}}</p>
<h1>Catatan iuran JKN keluarga</h1>
<p>Salam sehat. Terima kasih telah menjadi peserta Jaminan Kesehatan Nasional.</p>
{{#if family.owed_months}}
<p>Melalui surat ini BPJS Kesehatan {{branch.name}} menyampaikan catatan iuran keluarga Bapak/Ibu.</p>
<table>
  <tr><td width="45%">Iuran yang belum dibayar</td><td>{{number family.owed_months}} bulan</td></tr>
  <tr><td>Perkiraan jumlah</td><td><strong>{{rupiah family.owed_amount}}</strong></td></tr>
  {{#if family.va_number}}<tr><td>Nomor virtual account</td><td>{{family.va_number}}</td></tr>{{/if}}
</table>
{{#if family.listed_as_of}}<p class="small">Jumlah itu dihitung dari daftar per {{date family.listed_as_of}}, ditambah iuran dan dikurangi pembayaran sesudahnya.</p>{{/if}}
<h2>Cara membayar</h2>
<ul>
  <li>Di bank, minimarket, atau dompet digital, dengan nomor virtual account di atas.</li>
  <li>Melalui kader JKN{{#if kader.name}} yang mendampingi Bapak/Ibu, {{kader.name}}{{/if}}. Mintalah tanda terima.</li>
  <li>Bila berat dibayar sekaligus, tanyakan kepada kader atau kantor kami tentang cicilan (program REHAB).</li>
</ul>
<p>Bila Bapak/Ibu sudah membayar, terima kasih, dan abaikan surat ini. Bila catatan ini tidak sesuai, beri tahu kami supaya dibetulkan.</p>
{{else}}
<p>Menurut catatan kami, saat ini tidak ada iuran yang tertunda. Terima kasih sudah membayar iuran tepat waktu.</p>
{{/if}}
${signature('id-ID', '<p>Pertanyaan dapat disampaikan kepada BPJS Kesehatan {{branch.name}}{{#if branch.phone}}, telepon {{branch.phone}}{{/if}}. Kami tidak pernah meminta PIN atau kode OTP.</p>')}`,
      },
      'en-US': {
        subject: "{{family.head_name}}: your family's JKN dues",
        html: `
${letterHead['en-US']}
<p class="small">{{#if branch.city}}{{branch.city}}, {{/if}}{{date today}} · Confidential, for the addressee alone</p>
<p>Dear <strong>{{family.head_name}}</strong>{{#if family.village}}<br>{{family.village}}{{/if}}</p>
<h1>Your family's JKN dues</h1>
<p>Thank you for being a participant of the national health insurance.</p>
{{#if family.owed_months}}
<p>With this letter BPJS Kesehatan {{branch.name}} tells you what is recorded of your family's dues.</p>
<table>
  <tr><td width="45%">Dues not paid yet</td><td>{{number family.owed_months}} month(s)</td></tr>
  <tr><td>Estimated amount</td><td><strong>{{rupiah family.owed_amount}}</strong></td></tr>
  {{#if family.va_number}}<tr><td>Virtual account number</td><td>{{family.va_number}}</td></tr>{{/if}}
</table>
{{#if family.listed_as_of}}<p class="small">The amount is that of the list of {{date family.listed_as_of}}, with the dues since and without what was paid since.</p>{{/if}}
<h2>How to pay</h2>
<ul>
  <li>At a bank, a minimarket or by e-wallet, with the virtual account number above.</li>
  <li>Through the kader JKN{{#if kader.name}} who accompanies you, {{kader.name}}{{/if}}. Please ask for a receipt.</li>
  <li>If it is too much at once, ask the kader or our office about instalments (the REHAB programme).</li>
</ul>
<p>If you have paid already, thank you, and please disregard this letter. If something is not right, tell us and we will correct it.</p>
{{else}}
<p>By our records no dues are outstanding at present. Thank you for paying your dues on time.</p>
{{/if}}
${signature('en-US', '<p>For any question, contact BPJS Kesehatan {{branch.name}}{{#if branch.phone}}, phone {{branch.phone}}{{/if}}. We never ask for a PIN or an OTP code.</p>')}`,
      },
    },
  },
);
