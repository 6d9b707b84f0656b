import type { OperationAppConfig } from '@directus/types';
import { type AudienceFilterField, type MessageAudience, messageAudiences } from '../../contract/message-audiences.ts';
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
import type { Text } from '../../studio/text.ts';

type Field = ReturnType<typeof textOption>;

const audiences = Object.entries(messageAudiences).map(([value, { label }]: [string, MessageAudience]) => ({
  text: label,
  value,
}));
const recipients = [
  { text: ['Kelompok penerima', 'An audience'], value: 'audience' },
  { text: ['Satu kader', 'One kader'], value: 'kader' },
  { text: ['Satu keluarga', 'One family'], value: 'family' },
  { text: ['Satu pengguna', 'One user'], value: 'user' },
  { text: ['Satu alamat', 'One address'], value: 'address' },
] as const;
const channels = [
  { text: ['Yang paling cocok', 'Whatever suits'], value: 'best' },
  { text: ['Surel', 'E-mail'], value: 'email' },
  { text: ['WhatsApp', 'WhatsApp'], value: 'whatsapp' },
  { text: ['SMS', 'SMS'], value: 'sms' },
  { text: ['Surat', 'Letter'], value: 'letter' },
] as const;

/** The operation's form: to whom, worded by which template, and by which channel. */
const operation: OperationAppConfig = {
  id: 'kader-queue-message',
  name: bothLanguages(['Antrekan pesan', 'Queue messages']),
  icon: 'outgoing_mail',
  description: bothLanguages([
    'Mengantrekan surel, WhatsApp, SMS, atau surat kepada satu penerima atau sekelompok; pesan yang sama tidak diantrekan dua kali',
    'Queues e-mails, WhatsApp, SMS or letters to one recipient or an audience; the same message is never queued twice',
  ]),
  overview: ({ to, audience, template, channel }) => [
    { label: onPage(['Penerima', 'To']), text: whom(to, audience) },
    { label: onPage(['Templat', 'Template']), text: toldShort(template) },
    { label: onPage(['Saluran', 'Channel']), text: wordsOf(channels, channel ?? 'best') },
  ],
  options: (chosen) =>
    [
      wayOption('to', ['Kepada', 'To'], recipients),
      wayOption('channel', ['Saluran', 'Channel'], channels, [
        'Yang paling cocok: kader lewat surel bila punya, kalau tidak WhatsApp; keluarga lewat WhatsApp.',
        'Whatever suits: a kader by e-mail where there is one, else WhatsApp; a family by WhatsApp.',
      ]),
      ...((chosen['to'] ?? 'audience') === 'audience' ? ofAudience(chosen) : ofOne(chosen)),
      ...(mayBeNotice(chosen) ? ofNotice() : []),
      outputNotice('queued, repeated, waiting', [
        'Jumlah yang diantrekan, yang sudah pernah, dan kiriman yang menunggu persetujuan',
        'How many were queued, how many were there already, and the batches that wait for approval',
      ]),
    ] as Field[],
};

const template = () =>
  textOption(
    'template',
    ['Kunci templat', 'Key of the template'],
    [
      'Kunci dari daftar Templat pesan, misalnya arrears_reminder. Kosong: yang biasa untuk kelompok penerimanya.',
      'A key of the list Message templates, for example arrears_reminder. Empty: the usual one of the audience.',
    ],
    'arrears_reminder',
  );

const branch = () =>
  recordOption('branch', ['Kantor cabang', 'Branch'], {
    collection: 'branch',
    template: '{{name}}',
    width: 'half',
    note: [
      'Kosong: cabang pelaksana alur, atau semua cabang bila alur berjalan sendiri.',
      'Empty: the branch of whoever runs the flow, or every branch where it runs by itself.',
    ],
  });

/** What an audience can be narrowed by. */
const narrowing: Record<AudienceFilterField, (audience: MessageAudience) => Field> = {
  months_from: () =>
    textOption(
      'months_from',
      ['Menunggak paling sedikit (bulan)', 'Owes at least (months)'],
      ['Kosong: 1.', 'Empty: 1.'],
      '12',
    ),
  months_to: () =>
    textOption(
      'months_to',
      ['Menunggak paling banyak (bulan)', 'Owes at most (months)'],
      ['Kosong: tanpa batas.', 'Empty: no bound.'],
      '24',
    ),
  days: () =>
    textOption(
      'days',
      ['Dalam berapa hari terakhir', 'In the last so many days'],
      ['Kosong: seperti pada keterangan penerima. Paling banyak 31.', 'Empty: as the recipients say. At most 31.'],
      '7',
    ),
  month: () =>
    textOption(
      'month',
      ['Bulan', 'Month'],
      ['Ditulis 2026-01. Kosong: yang terbaru.', 'Written 2026-01. Empty: the newest.'],
      '{{$trigger.payload.month}}',
    ),
  session: () =>
    recordOption('session', ['Sesi monev', 'Monev session'], {
      ...{ collection: 'monev_session', template: '{{month}} · {{branch.name}}', width: 'half', required: true },
      note: ['Sesi yang diundang.', 'The session invited to.'],
    }),
  kader: ({ to }) =>
    recordOption('kader', ['Hanya kader', 'This kader alone'], {
      ...{ collection: 'kader', template: '{{name}} · {{code}}', width: 'half' },
      note:
        to === 'family'
          ? ['Hanya keluarga binaannya. Kosong: semua.', 'The families held by this kader alone. Empty: all.']
          : ['Kosong: semua.', 'Empty: all.'],
    }),
  areas: () =>
    recordOption('areas', ['Hanya desa', 'This village alone'], {
      ...{ collection: 'area', template: '{{name}}', width: 'half', filter: { level: { _eq: 'village' } } },
      note: ['Kosong: semua.', 'Empty: all.'],
    }),
  ids: () =>
    textOption(
      'ids',
      ['Hanya rekaman ini', 'These records alone'],
      ['Nomor rekaman, biasanya dari pemicu. Kosong: semua.', 'Ids of records, usually of the trigger. Empty: all.'],
      '{{$trigger.body.keys}}',
    ),
};

/** Only some templates have words that are written here. */
function mayBeNotice(chosen: Record<string, unknown>): boolean {
  if ((chosen['to'] ?? 'audience') !== 'audience') return true;
  return audienceOf(chosen['audience'])?.about.includes('notice') ?? false;
}

function audienceOf(key: unknown): MessageAudience | undefined {
  return Object.entries(messageAudiences).find(([name]) => name === key)?.[1];
}

function ofAudience(chosen: Record<string, unknown>): Field[] {
  const audience = audienceOf(chosen['audience']);
  return [
    {
      ...wayOption(
        'audience',
        ['Kelompok penerima', 'Audience'],
        [audiences[0] ?? { text: ['', ''], value: '' }, ...audiences.slice(1)],
      ),
      meta: {
        interface: 'select-dropdown',
        width: 'full',
        required: true,
        ...(audience && { note: onPage(audience.help) }),
        options: { choices: audiences.map(({ text, value }) => ({ text: onPage(text), value })) },
      },
    } as Field,
    template(),
    ...(audience?.to === 'user' && audience.filters.length === 0 ? [] : [branch()]),
    ...(audience?.filters.map((field) => narrowing[field](audience)) ?? []),
    ...(audience?.to === 'family' || audience === undefined
      ? [
          doesOption(
            'approval',
            ['Persetujuan', 'Approval'],
            ['Kiriman besar menunggu kepala penagihan', 'A large batch waits for a head'],
            true,
            [
              'Di atas batas pada kebijakan cabang, keluarga baru dikirimi setelah seorang kepala menyetujui.',
              "Above the limit of the branch's policy, families are written to once a head has approved.",
            ],
          ),
        ]
      : []),
  ];
}

function ofOne(chosen: Record<string, unknown>): Field[] {
  const isAddress = chosen['to'] === 'address';
  return [
    {
      ...textOption(
        'recipient',
        ['Penerima', 'Recipient'],
        isAddress
          ? [
              'Alamat surel atau nomor telepon, biasanya dari pemicu.',
              'An e-mail address or number, usually of the trigger.',
            ]
          : ['Nomor rekaman penerima, biasanya dari pemicu.', 'Id of the recipient, usually of the trigger.'],
        isAddress ? '{{$trigger.payload.email}}' : '{{$trigger.key}}',
      ),
    },
    ...(isAddress ? [textOption('name', ['Nama', 'Name'], ['Nama penerima.', 'Name of the recipient.'])] : []),
    {
      ...template(),
      meta: { ...template().meta, required: true },
    } as Field,
    textOption(
      'item',
      ['Tentang rekaman', 'About the record'],
      [
        'Nomor rekaman yang dibicarakan templatnya. Kosong: kader atau keluarga penerimanya sendiri.',
        'Id of the record that the template is about. Empty: the kader or family it goes to.',
      ],
      '{{$trigger.key}}',
    ),
    textOption(
      'once',
      ['Sekali untuk', 'Once for'],
      [
        'Pesan dengan isian yang sama hanya diantrekan sekali. Kosong: setiap kali alur berjalan.',
        'Messages with the same entry are queued once. Empty: each time the flow runs.',
      ],
      'pengaduan-{{$trigger.key}}',
    ),
    branch(),
    wayOption(
      'language',
      ['Bahasa', 'Language'],
      [
        { text: ['Indonesia', 'Indonesian'], value: 'id-ID' },
        { text: ['Inggris', 'English'], value: 'en-US' },
      ],
    ),
  ];
}

const ofNotice = (): Field[] => [
  textOption(
    'title',
    ['Judul pemberitahuan', 'Title of the notice'],
    ['Hanya untuk templat tentang pemberitahuan.', 'For templates about a notice alone.'],
    '',
    'full',
  ),
  longOption('text', ['Isi pemberitahuan', 'Text of the notice']),
  longOption('lines', ['Baris pemberitahuan, satu per baris', 'Lines of the notice, one a line']),
];

function longOption(field: string, name: Text): Field {
  return {
    field,
    name: onPage(name),
    type: 'text',
    meta: { interface: 'input-multiline', width: 'full' },
  } as Field;
}

function whom(to: unknown, audience: unknown): string {
  if (to !== undefined && to !== null && to !== 'audience') return wordsOf(recipients, to);
  return wordsOf(audiences, audience);
}

function wordsOf(choices: readonly { text: Text; value: string }[], told: unknown): string {
  const found = choices.find(({ value }) => value === told);
  return found === undefined ? toldShort(told) : onPage(found.text);
}

export default operation;
