import type { OperationAppConfig } from '@directus/types';
import {
  doesOption,
  onPage,
  outputNotice,
  recordOption,
  textOption,
  toldShort,
  wayOption,
} from '../../studio/flow-options.ts';
import { bothLanguages } from '../../studio/monev-options.ts';

/** The operation's form: which messages go to which gateway. */
const operation: OperationAppConfig = {
  id: 'kader-hand-to-gateway',
  name: bothLanguages(['Serahkan pesan ke gerbang', 'Hand messages to a gateway']),
  icon: 'cell_tower',
  description: bothLanguages([
    'Menyerahkan WhatsApp atau SMS yang siap kepada gerbang lewat webhook bertanda tangan; setiap pesan paling banyak satu kali',
    'Hands WhatsApp or SMS messages that are ready to a gateway by a signed webhook; each message at most once',
  ]),
  overview: ({ url, channel, most }) => [
    { label: onPage(['Gerbang', 'Gateway']), text: toldShort(url) },
    { label: onPage(['Saluran', 'Channel']), text: toldShort(channel, 'whatsapp') },
    { label: onPage(['Paling banyak', 'At most']), text: toldShort(most, '50') },
  ],
  options: () => [
    textOption(
      'url',
      ['Alamat gerbang', 'Address of the gateway'],
      ['Alamat https yang lengkap.', 'A whole https address.'],
      'https://gerbang.example.com/pesan',
      'full',
    ),
    textOption(
      'secret',
      ['Variabel rahasia', 'Variable of the secret'],
      [
        'Nama variabel lingkungan server yang berisi kunci bersama; diawali KADER_GATEWAY_. Kuncinya sendiri tidak ditulis di sini.',
        'Name of the environment variable with the shared secret; begins with KADER_GATEWAY_. The secret itself is not written here.',
      ],
      'KADER_GATEWAY_SECRET',
    ),
    wayOption(
      'channel',
      ['Saluran', 'Channel'],
      [
        { text: ['WhatsApp', 'WhatsApp'], value: 'whatsapp' },
        { text: ['SMS', 'SMS'], value: 'sms' },
        { text: ['Keduanya', 'Both'], value: 'both' },
      ],
    ),
    recordOption('branch', ['Kantor cabang', 'Branch'], {
      collection: 'branch',
      template: '{{name}}',
      width: 'half',
      note: [
        'Kosong: cabang pelaksana alur, atau semua cabang bila alur berjalan sendiri.',
        'Empty: the branch of whoever runs the flow, or every branch where it runs by itself.',
      ],
    }),
    textOption(
      'messages',
      ['Hanya pesan ini', 'These messages alone'],
      ['Nomor pesan. Kosong: semua yang siap.', 'Ids of messages. Empty: all that are ready.'],
      '{{$trigger.body.keys}}',
    ),
    textOption(
      'most',
      ['Paling banyak sekali jalan', 'At most in a run'],
      ['Kosong: 50. Paling banyak 500.', 'Empty: 50. At most 500.'],
      '50',
    ),
    textOption(
      'seconds',
      ['Menunggu jawaban (detik)', 'Waits for an answer (seconds)'],
      ['Kosong: 20. Paling lama 60.', 'Empty: 20. At most 60.'],
      '20',
    ),
    doesOption(
      'ask_again',
      ['Bila tidak dijawab', 'Where no answer comes'],
      ['Gerbang mengenali idempotency_key; serahkan lagi', 'The gateway knows idempotency_key; hand it over again'],
      false,
      [
        'Tidak dicentang: pesan yang tidak pasti diterima gerbang menunggu keputusan orang dan tidak diserahkan lagi sendiri.',
        'Unticked: a message that the gateway may or may not have waits for a person and is never handed over again by itself.',
      ],
    ),
    outputNotice('taken, sent, failed, again, unsure, skipped', [
      'Jumlah pesan menurut apa yang terjadi',
      'How many messages, by what became of them',
    ]),
  ],
};

export default operation;
