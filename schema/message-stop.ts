import { boolean, choice, colour, defineCollection, m2o, remark, saved, text } from './define.ts';

/** Somebody who must not be written to. */
export const messageStop = defineCollection('message_stop', {
  label: ['Jangan kirimi', 'Not to be written to'],
  note: [
    'Keluarga, kader, atau alamat yang tidak dikirimi pesan lagi, lewat satu saluran atau semuanya.',
    'Families, kader or addresses that are not written to any more, by one channel or by any.',
  ],
  icon: 'do_not_disturb_on',
  folder: 'jkn_pesan',
  sort: 4,
  template: '{{binaan.head_name}}{{kader.name}}{{address}}',
  archive: { field: 'active', archived: 'false', active: 'true' },
  fields: [
    m2o('binaan', ['Keluarga', 'Family'], 'binaan', { template: '{{head_name}} · {{area.name}}' }),
    m2o('kader', ['Kader', 'Kader'], 'kader', { template: '{{name}}' }),
    text('address', ['Alamat surel atau nomor', 'E-mail address or number'], {
      note: ['Isi salah satu saja: keluarga, kader, atau alamat.', 'Give one only: family, kader or address.'],
    }),
    choice(
      'channel',
      ['Saluran', 'Channel'],
      [
        { value: 'email', label: ['Surel', 'E-mail'] },
        { value: 'whatsapp', label: ['WhatsApp', 'WhatsApp'] },
        { value: 'sms', label: ['SMS', 'SMS'] },
        { value: 'letter', label: ['Surat', 'Letter'] },
      ],
      { note: ['Kosong: semua saluran.', 'Empty: every channel.'] },
    ),
    choice(
      'reason',
      ['Alasan', 'Reason'],
      [
        { value: 'asked', label: ['Diminta', 'Asked for'], color: colour.blue },
        { value: 'bounced', label: ['Surel kembali', 'E-mail bounced'], color: colour.grey },
        { value: 'complained', label: ['Keberatan', 'Complained'], color: colour.amber },
        { value: 'other', label: ['Lainnya', 'Other'], color: colour.grey },
      ],
      { required: true, default: 'asked' },
    ),
    boolean('active', ['Berlaku', 'In force'], { default: true, says: ['Jangan kirimi', 'Do not write to'] }),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', {
      readonly: true,
      shownWhen: saved,
      template: '{{name}}',
    }),
    remark(),
  ],
  uniques: {
    one: "(coalesce(binaan, 0), coalesce(kader, 0), coalesce(address, ''), coalesce(channel, '')) where active",
  },
  indexes: {
    binaan: '(binaan) where active',
    kader: '(kader) where active',
    address: '(address) where active',
  },
  checks: {
    binaan: 'num_nonnulls(binaan, kader, address) = 1',
    address:
      "address = lower(address) and address !~ '[[:cntrl:]]' and (address ~ '^[0-9]{8,15}$' or address ~ '^[^@[:space:]]+@[^@[:space:]]+$')",
  },
});
