import { mailEnd } from './parts.ts';
import { templates } from './template.ts';

/** To a kader on the day the partnership is so many whole years old. */
export const contractAnniversary = templates(
  'contract_anniversary',
  'kader',
  ['Ulang tahun kemitraan', 'Anniversary of the partnership'],
  {
    email: {
      'id-ID': {
        subject: 'Terima kasih atas {{number kader.years}} tahun kemitraan',
        html: `
<p>Yth. <strong>{{kader.name}}</strong>,</p>
<p>Hari ini genap {{number kader.years}} tahun Anda bermitra dengan {{branch.name}}{{#if kader.joined_on}}, sejak {{date kader.joined_on}}{{/if}}. Terima kasih.</p>
{{#if kader.families}}<p>Saat ini Anda mendampingi {{number kader.families}} keluarga. Setiap kunjungan Anda membantu mereka menjaga perlindungan kesehatannya.</p>{{/if}}
<p>Semoga Anda dan keluarga selalu sehat.</p>
{{#if kader.contract_to}}<p>Kontrak Anda berlaku sampai {{date kader.contract_to}}.</p>{{/if}}
${mailEnd['id-ID']}`,
      },
      'en-US': {
        subject:
          'Thank you for {{#if (equals kader.years 1)}}one year{{else}}{{number kader.years}} years{{/if}} of partnership',
        html: `
<p>Dear <strong>{{kader.name}}</strong>,</p>
<p>Today your partnership with {{branch.name}} reaches {{#if (equals kader.years 1)}}one year{{else}}{{number kader.years}} years{{/if}}{{#if kader.joined_on}}: it began on {{date kader.joined_on}}{{/if}}. Thank you.</p>
{{#if kader.families}}<p>You accompany {{number kader.families}} families at present. Each of your visits helps them to keep their cover.</p>{{/if}}
<p>We wish you and your family good health.</p>
{{#if kader.contract_to}}<p>Your contract is valid until {{date kader.contract_to}}.</p>{{/if}}
${mailEnd['en-US']}`,
      },
    },
    whatsapp: {
      'id-ID': `
Salam sehat, {{kader.name}}.

Hari ini genap {{number kader.years}} tahun Anda bermitra dengan {{branch.name}}. Terima kasih atas kerja Anda mendampingi keluarga peserta JKN. Semoga Anda dan keluarga selalu sehat.

{{branch.name}}`,
      'en-US': `
Good day, {{kader.name}}.

Today your partnership with {{branch.name}} reaches {{#if (equals kader.years 1)}}one year{{else}}{{number kader.years}} years{{/if}}. Thank you for your work with the families of JKN. We wish you and your family good health.

{{branch.name}}`,
    },
  },
);
