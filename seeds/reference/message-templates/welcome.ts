import { mailEnd, officeContact } from './parts.ts';
import { templates } from './template.ts';

/** To a kader who has just joined: their code, and how to begin. */
export const welcome = templates('welcome', 'kader', ['Selamat bergabung', 'Welcome'], {
  email: {
    'id-ID': {
      subject: 'Selamat bergabung sebagai kader JKN {{branch.name}}',
      html: `
<p>Yth. <strong>{{kader.name}}</strong>,</p>
<p>Selamat bergabung sebagai kader JKN {{branch.name}}. Terima kasih atas kesediaan Anda mendampingi keluarga peserta JKN.</p>
<table>
  <tr><td width="40%">Kode kader</td><td><strong>{{kader.code}}</strong></td></tr>
  {{#if kader.district}}<tr><td>Kecamatan</td><td>{{kader.district}}</td></tr>{{/if}}
  {{#if kader.contract_number}}<tr><td>Nomor kontrak</td><td>{{kader.contract_number}}</td></tr>{{/if}}
  {{#if kader.contract_to}}<tr><td>Kontrak berlaku sampai</td><td>{{date kader.contract_to}}</td></tr>{{/if}}
</table>
<h2>Untuk memulai</h2>
<ul>
  <li>Ikuti pembekalan dari kantor cabang sebelum turun ke lapangan.</li>
  <li>Buka <a href="{{instance.link}}">aplikasi Kader JKN</a>: halaman "Hari ini" memuat keluarga yang perlu dikunjungi atau dihubungi.</li>
  <li>Catat setiap kontak dan setiap penerimaan pada hari yang sama, dan berikan tanda terima kepada keluarga. Imbal jasa Anda dihitung dari catatan itu.</li>
  <li>Jaga kerahasiaan data keluarga. Tunggakan hanya dibicarakan dengan keluarga itu sendiri, tidak dengan tetangga dan tidak di grup percakapan.</li>
</ul>
<p>Bila Anda diperlakukan buruk di lapangan, segera catat di aplikasi atau beri tahu kami. Keselamatan Anda lebih penting daripada kunjungan mana pun.</p>
${mailEnd['id-ID']}`,
    },
    'en-US': {
      subject: 'Welcome as a kader JKN of {{branch.name}}',
      html: `
<p>Dear <strong>{{kader.name}}</strong>,</p>
<p>Welcome as a kader JKN of {{branch.name}}. Thank you for accompanying the families of JKN.</p>
<table>
  <tr><td width="40%">Kader code</td><td><strong>{{kader.code}}</strong></td></tr>
  {{#if kader.district}}<tr><td>District</td><td>{{kader.district}}</td></tr>{{/if}}
  {{#if kader.contract_number}}<tr><td>Contract number</td><td>{{kader.contract_number}}</td></tr>{{/if}}
  {{#if kader.contract_to}}<tr><td>Contract valid until</td><td>{{date kader.contract_to}}</td></tr>{{/if}}
</table>
<h2>To begin with</h2>
<ul>
  <li>Attend the training of the branch before you go into the field.</li>
  <li>Open the <a href="{{instance.link}}">Kader JKN application</a>: its page "Today" lists the families to visit or contact.</li>
  <li>Record every contact and every payment on the same day, and give the family a receipt. Your imbal jasa is reckoned from these records.</li>
  <li>Keep the families' data confidential. Arrears are spoken of with the family alone, never with neighbours and never in a group chat.</li>
</ul>
<p>If you are treated badly in the field, record it in the application or tell us at once. Your safety matters more than any visit.</p>
${mailEnd['en-US']}`,
    },
  },
  whatsapp: {
    'id-ID': `
Selamat bergabung, {{kader.name}}!

Anda tercatat sebagai kader JKN {{branch.name}} dengan kode {{kader.code}}. Terima kasih atas kesediaan Anda mendampingi keluarga peserta JKN.

Untuk memulai:
1. Ikuti pembekalan dari kantor cabang.
2. Buka aplikasi Kader JKN: {{instance.link}}
3. Catat setiap kontak dan penerimaan pada hari yang sama, dan berikan tanda terima.
4. Jaga kerahasiaan data keluarga.

Ada pertanyaan? Hubungi ${officeContact['id-ID']}.`,
    'en-US': `
Welcome, {{kader.name}}!

You are registered as a kader JKN of {{branch.name}} with the code {{kader.code}}. Thank you for accompanying the families of JKN.

To begin with:
1. Attend the training of the branch.
2. Open the Kader JKN application: {{instance.link}}
3. Record every contact and payment on the same day, and give a receipt.
4. Keep the families' data confidential.

Any question? Contact ${officeContact['en-US']}.`,
  },
});
