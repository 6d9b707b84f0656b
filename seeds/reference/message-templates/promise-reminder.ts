import { officeContact } from './parts.ts';
import { templates } from './template.ts';

/** To a family that said when it would pay: a kind word the day before. */
export const promiseReminder = templates(
  'promise_reminder',
  'promise',
  ['Pengingat rencana bayar', 'Reminder of a promise'],
  {
    whatsapp: {
      'id-ID': `
Salam sehat, Bapak/Ibu {{family.head_name}}.

Terima kasih sudah menyampaikan rencana membayar iuran JKN pada {{date promise.on}}{{#if promise.amount}} sebesar {{rupiah promise.amount}}{{/if}}. Pesan ini sekadar mengingatkan.

{{#if family.va_number}}
Nomor virtual account: {{family.va_number}}

{{/if}}
Ada halangan? Tidak apa-apa. Beri tahu {{#if kader.name}}kader JKN {{kader.name}}{{else}}kami{{/if}} supaya rencananya disesuaikan. Bila sudah membayar, terima kasih, dan abaikan pesan ini.

${officeContact['id-ID']}`,
      'en-US': `
Good day, {{family.head_name}}.

Thank you for telling us that you plan to pay your JKN dues on {{date promise.on}}{{#if promise.amount}}: {{rupiah promise.amount}}{{/if}}. This is only to remind you.

{{#if family.va_number}}
Virtual account number: {{family.va_number}}

{{/if}}
Has something come up? Never mind. Tell {{#if kader.name}}the kader JKN {{kader.name}}{{else}}us{{/if}}, so that the plan can be changed. If you have paid already, thank you, and please disregard this message.

${officeContact['en-US']}`,
    },
  },
);
