import { mailEnd } from './parts.ts';
import { templates } from './template.ts';

/** To a kader to whom families were entrusted: how many, and in which villages. */
export const newFamilies = templates('new_families', 'kader', ['Keluarga binaan baru', 'New families'], {
  email: {
    'id-ID': {
      subject: 'Keluarga binaan baru untuk Anda',
      html: `
<p>Yth. <strong>{{kader.name}}</strong>,</p>
{{#if assigned.count}}
<p>Mulai {{date assigned.on}}, {{number assigned.count}} keluarga dipercayakan kepada Anda. Keluarga binaan Anda sekarang seluruhnya {{number kader.families}} keluarga.</p>
{{#if assigned.villages}}
<table>
  <thead><tr><th>Desa atau kelurahan</th><th width="30%" align="right">Keluarga</th></tr></thead>
  <tbody>
    {{#each assigned.villages}}<tr><td>{{name}}</td><td align="right">{{number families}}</td></tr>{{/each}}
  </tbody>
</table>
{{/if}}
{{else}}
<p>Keluarga binaan Anda sekarang {{number kader.families}} keluarga.</p>
{{/if}}
<p>Nama dan alamatnya ada di <a href="{{instance.link}}">aplikasi Kader JKN</a>. Pada kunjungan pertama, kenalkan diri, periksa kecocokan data keluarga, dan catat hasilnya.</p>
${mailEnd['id-ID']}`,
    },
    'en-US': {
      subject: 'New families for you',
      html: `
<p>Dear <strong>{{kader.name}}</strong>,</p>
{{#if assigned.count}}
<p>From {{date assigned.on}}, {{number assigned.count}} families are entrusted to you. You now accompany {{number kader.families}} families in all.</p>
{{#if assigned.villages}}
<table>
  <thead><tr><th>Village</th><th width="30%" align="right">Families</th></tr></thead>
  <tbody>
    {{#each assigned.villages}}<tr><td>{{name}}</td><td align="right">{{number families}}</td></tr>{{/each}}
  </tbody>
</table>
{{/if}}
{{else}}
<p>You now accompany {{number kader.families}} families.</p>
{{/if}}
<p>Their names and addresses are in the <a href="{{instance.link}}">Kader JKN application</a>. On the first visit, introduce yourself, check that the family's data are right, and record what you find.</p>
${mailEnd['en-US']}`,
    },
  },
  whatsapp: {
    'id-ID': `
Salam sehat, {{kader.name}}.

{{#if assigned.count}}
Mulai {{date assigned.on}}, {{number assigned.count}} keluarga dipercayakan kepada Anda. Seluruh keluarga binaan Anda sekarang {{number kader.families}} keluarga.
{{else}}
Keluarga binaan Anda sekarang {{number kader.families}} keluarga.
{{/if}}

Nama dan alamatnya ada di aplikasi Kader JKN: {{instance.link}}

Salam, {{branch.name}}`,
    'en-US': `
Good day, {{kader.name}}.

{{#if assigned.count}}
From {{date assigned.on}}, {{number assigned.count}} families are entrusted to you. You now accompany {{number kader.families}} families in all.
{{else}}
You now accompany {{number kader.families}} families.
{{/if}}

Their names and addresses are in the Kader JKN application: {{instance.link}}

Regards, {{branch.name}}`,
  },
});
