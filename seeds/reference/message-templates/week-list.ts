import { mailEnd } from './parts.ts';
import { templates } from './template.ts';

/** To each kader: whom to see this week. Names and villages only: amounts stay in the application. */
export const weekList = templates('week_list', 'week_list', ['Daftar minggu ini', "This week's list"], {
  note: [
    'Hanya nama dan desa. Jumlah tunggakan tetap di aplikasi, karena pesan dapat terbaca orang lain.',
    'Names and villages only. Amounts stay in the application: others may see a message.',
  ],
  email: {
    'id-ID': {
      subject: 'Daftar kunjungan {{date week.from}} sampai {{date week.to}}',
      html: `
<p>Yth. <strong>{{kader.name}}</strong>,</p>
{{#if week.count}}
<p>Minggu ini, {{date week.from}} sampai {{date week.to}}, ada {{number week.count}} keluarga pada daftar Anda, dari {{number week.held}} keluarga binaan.</p>
{{else}}
<p>Minggu ini, {{date week.from}} sampai {{date week.to}}, tidak ada keluarga pada daftar Anda.</p>
{{/if}}
{{#if promises}}
<h2>Berencana membayar minggu ini</h2>
<table>
  <thead><tr><th width="34%">Tanggal</th><th>Keluarga</th><th>Desa atau kelurahan</th></tr></thead>
  <tbody>
    {{#each promises}}<tr><td>{{date on}}</td><td>{{head_name}}</td><td>{{village}}</td></tr>{{/each}}
  </tbody>
</table>
{{/if}}
{{#if families}}
<h2>Daftar minggu ini</h2>
<table>
  <thead><tr><th>Keluarga</th><th width="45%">Desa atau kelurahan</th></tr></thead>
  <tbody>
    {{#each families}}<tr><td>{{head_name}}</td><td>{{village}}</td></tr>{{/each}}
  </tbody>
</table>
{{/if}}
<p>Urutan hari ini, alamat, dan catatannya ada di <a href="{{instance.link}}">aplikasi Kader JKN</a>. Jangan teruskan daftar ini kepada orang lain.</p>
${mailEnd['id-ID']}`,
    },
    'en-US': {
      subject: 'Visits from {{date week.from}} to {{date week.to}}',
      html: `
<p>Dear <strong>{{kader.name}}</strong>,</p>
{{#if week.count}}
<p>This week, {{date week.from}} to {{date week.to}}, there are {{number week.count}} families on your list, of the {{number week.held}} that you accompany.</p>
{{else}}
<p>This week, {{date week.from}} to {{date week.to}}, no family is on your list.</p>
{{/if}}
{{#if promises}}
<h2>Plan to pay this week</h2>
<table>
  <thead><tr><th width="34%">Day</th><th>Family</th><th>Village</th></tr></thead>
  <tbody>
    {{#each promises}}<tr><td>{{date on}}</td><td>{{head_name}}</td><td>{{village}}</td></tr>{{/each}}
  </tbody>
</table>
{{/if}}
{{#if families}}
<h2>This week's list</h2>
<table>
  <thead><tr><th>Family</th><th width="45%">Village</th></tr></thead>
  <tbody>
    {{#each families}}<tr><td>{{head_name}}</td><td>{{village}}</td></tr>{{/each}}
  </tbody>
</table>
{{/if}}
<p>The order of the day, addresses and notes are in the <a href="{{instance.link}}">Kader JKN application</a>. Do not pass this list on.</p>
${mailEnd['en-US']}`,
    },
  },
  whatsapp: {
    'id-ID': `
Salam sehat, {{kader.name}}.

Minggu ini ({{date week.from}} sampai {{date week.to}}) {{#if week.count}}ada {{number week.count}} keluarga{{else}}tidak ada keluarga{{/if}} pada daftar Anda.{{#if week.promised}} Yang berencana membayar minggu ini: {{number week.promised}} keluarga.{{/if}}

Nama dan alamatnya ada di aplikasi Kader JKN: {{instance.link}}

Selamat bekerja, dan jaga kesehatan.
{{branch.name}}`,
    'en-US': `
Good day, {{kader.name}}.

Families on your list this week ({{date week.from}} to {{date week.to}}): {{number week.count}}.{{#if week.promised}} Families that plan to pay this week: {{number week.promised}}.{{/if}}

Their names and addresses are in the Kader JKN application: {{instance.link}}

Take care, and a good week.
{{branch.name}}`,
  },
});
