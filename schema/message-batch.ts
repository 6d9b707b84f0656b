import {
  choice,
  colour,
  defineCollection,
  kept,
  longText,
  m2o,
  moment,
  number,
  o2m,
  presentation,
  saved,
  text,
  user,
} from './define.ts';

const byServer = { readonly: true } as const;
const decided = { decided_at: { _nnull: true } };

/** Several messages that one person sent together; a large one waits for a head. */
export const messageBatch = defineCollection('message_batch', {
  label: ['Kiriman bersama', 'Batches of messages'],
  note: [
    'Beberapa pesan yang dikirim sekaligus dari halaman Pesan. Di atas batas kebijakan menunggu persetujuan kepala lain.',
    'Several messages sent at once from the page Messages. Above the limit of the policy they wait for another head.',
  ],
  icon: 'dynamic_feed',
  folder: 'jkn_pesan',
  sort: 3,
  template: '{{name}}',
  fields: [
    presentation('next_step', ['Keputusan', 'Decision'], 'kader-message-steps', { shownWhen: saved }),
    text('name', ['Nama', 'Name'], { ...byServer, required: true, width: 'full' }),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { ...byServer, template: '{{name}}' }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'waiting', label: ['Menunggu persetujuan', 'Awaiting approval'], color: colour.amber },
        { value: 'approved', label: ['Disetujui', 'Approved'], color: colour.blue },
        { value: 'declined', label: ['Ditolak', 'Declined'], color: colour.grey },
        { value: 'cancelled', label: ['Dibatalkan', 'Cancelled'], color: colour.grey },
      ],
      { ...byServer, required: true },
    ),
    number('size', ['Jumlah pesan', 'Messages'], { ...byServer, required: true, default: 0, min: 0 }),
    text('template_key', ['Kunci templat', 'Key of the template'], { ...byServer, required: true, length: 64 }),
    choice(
      'channel',
      ['Saluran', 'Channel'],
      [
        { value: 'best', label: ['Yang paling cocok', 'Whatever suits'] },
        { value: 'email', label: ['Surel', 'E-mail'] },
        { value: 'whatsapp', label: ['WhatsApp', 'WhatsApp'] },
        { value: 'sms', label: ['SMS', 'SMS'] },
        { value: 'letter', label: ['Surat', 'Letter'] },
      ],
      { ...byServer, required: true },
    ),
    kept('audience', ['Penerima', 'Audience']),
    user('asked_by', ['Dikirim oleh', 'Sent by'], byServer),
    user('decided_by', ['Diputuskan oleh', 'Decided by'], { ...byServer, shownWhen: decided }),
    moment('decided_at', ['Diputuskan pada', 'Decided at'], { ...byServer, shownWhen: decided }),
    longText('decision_note', ['Alasan keputusan', 'Reason of the decision'], { ...byServer, shownWhen: decided }),
    o2m('messages', ['Pesan', 'Messages'], {
      columns: ['to_name', 'channel', 'status', 'held_reason', 'sent_at'],
      sort: 'id',
      limit: 25,
    }),
  ],
  indexes: { branch: 'branch, status' },
});
