import {
  choice,
  choices,
  colour,
  date,
  defineCollection,
  longText,
  m2o,
  moment,
  number,
  presentation,
  remark,
  saved,
  section,
  text,
  user,
} from './define.ts';

const kept = { readonly: true };
const asItStood = { readonly: true, hidden: true };
const decided = { decided_at: { _nnull: true } };

/** What a kader found of a family on the spot. What differs from the record waits for staff, field by field. */
export const familyCheck = defineCollection('family_check', {
  label: ['Pemetaan', 'Mapping'],
  note: [
    'Kader memeriksa keluarga binaannya satu per satu: benar, atau dikoreksi. Koreksi menunggu staf.',
    'Kader go through their families one by one: right, or corrected. Corrections wait for staff.',
  ],
  icon: 'fact_check',
  folder: 'jkn_binaan',
  sort: 5,
  collapse: 'closed',
  template: '{{binaan.head_name}} · {{checked_on}}',
  accountability: 'all',
  fields: [
    presentation('next_step', ['Koreksi', 'Corrections'], 'kader-check-decision', { shownWhen: saved }),
    m2o('binaan', ['Keluarga', 'Family'], 'binaan', {
      required: true,
      readonlyWhen: saved,
      template: '{{head_name}} · {{area.name}}',
      listedAs: 'checks',
    }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'confirmed', label: ['Data benar', 'Confirmed'], color: colour.blue },
        { value: 'waiting', label: ['Koreksi menunggu', 'Correction waiting'], color: colour.amber },
        { value: 'accepted', label: ['Koreksi diterima', 'Correction accepted'], color: colour.teal },
        { value: 'declined', label: ['Koreksi ditolak', 'Correction declined'], color: colour.grey },
      ],
      { filledByTrigger: true, readonly: true, shownWhen: saved },
    ),
    date('checked_on', ['Diperiksa pada', 'Checked on'], {
      filledByTrigger: true,
      readonlyWhen: saved,
      note: ['Kosong: hari ini.', 'Empty: today.'],
    }),
    choice(
      'how',
      ['Melalui', 'By'],
      [
        { value: 'visit', label: ['Kunjungan', 'Visit'] },
        { value: 'phone', label: ['Telepon', 'Phone'] },
        { value: 'document', label: ['Dokumen', 'Document'] },
      ],
      { required: true, default: 'visit', readonlyWhen: saved },
    ),
    section('found', ['Yang ditemukan', 'What was found'], { icon: 'search', hiddenWhen: saved }, [
      choice(
        'lives_here',
        ['Tinggal di alamat ini', 'Lives at this address'],
        [
          { value: 'yes', label: ['Ya', 'Yes'], color: colour.blue },
          { value: 'moved', label: ['Sudah pindah', 'Moved away'], color: colour.grey },
          { value: 'not_found', label: ['Alamat tidak ditemukan', 'Address not found'], color: colour.grey },
        ],
        { required: true, default: 'yes', readonlyWhen: saved },
      ),
      choice(
        'wants_to_pay',
        ['Mau membayar', 'Wants to pay'],
        [
          { value: 'now', label: ['Ya', 'Yes'] },
          { value: 'instalments', label: ['Ya, dicicil', 'Yes, in instalments'] },
          { value: 'later', label: ['Nanti', 'Later'] },
          { value: 'cannot', label: ['Tidak mampu', 'Cannot afford it'] },
        ],
        { readonlyWhen: saved, note: ['Menurut keluarga itu sendiri.', 'As the family says itself.'] },
      ),
      number('members', ['Jumlah peserta', 'Members'], {
        min: 1,
        max: 20,
        readonlyWhen: saved,
        note: ['Isi hanya yang berbeda dari data.', 'Only what differs from the record.'],
      }),
      text('phone', ['Telepon/WhatsApp', 'Phone/WhatsApp'], {
        length: 32,
        icon: 'call',
        readonlyWhen: saved,
        pattern: '^[+0-9][0-9 ()-]{5,24}$',
        message: ['Tulis nomor telepon dengan angka.', 'Write the phone number in digits.'],
      }),
      longText('address', ['Alamat', 'Address'], { readonlyWhen: saved }),
      remark(
        ['Catatan', 'Note'],
        ['Tulis hanya yang pantas dibaca keluarga itu sendiri.', 'Only what the family itself may read.'],
      ),
    ]),
    section('decision', ['Siapa dan kapan', 'Who and when'], { icon: 'how_to_reg', closed: true, shownWhen: saved }, [
      m2o('kader', ['Kader', 'Kader'], 'kader', {
        ...kept,
        template: '{{name}} · {{code}}',
        note: ['Kosong: diperiksa kantor cabang.', 'Empty: checked by the branch.'],
      }),
      m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { ...kept, filledByTrigger: true, template: '{{name}}' }),
      choices(
        'accepted_fields',
        ['Yang diterima', 'What was accepted'],
        [
          { value: 'lives_here', label: ['Pindah', 'Moved'] },
          { value: 'members', label: ['Jumlah peserta', 'Members'] },
          { value: 'phone', label: ['Telepon', 'Phone'] },
          { value: 'address', label: ['Alamat', 'Address'] },
        ],
        { ...kept, shownWhen: decided },
      ),
      user('decided_by', ['Diputuskan oleh', 'Decided by'], { ...kept, shownWhen: decided }),
      moment('decided_at', ['Diputuskan pada', 'Decided at'], { ...kept, shownWhen: decided }),
      longText('decision_note', ['Alasan keputusan', 'Reason of the decision'], { ...kept, shownWhen: decided }),
    ]),
    text('status_before', ['Status sebelumnya', 'Status before'], { ...asItStood, length: 32 }),
    number('members_before', ['Jumlah peserta sebelumnya', 'Members before'], asItStood),
    text('phone_before', ['Telepon sebelumnya', 'Phone before'], { ...asItStood, length: 32 }),
    longText('address_before', ['Alamat sebelumnya', 'Address before'], asItStood),
    text('client_id', ['Nomor dari perangkat', 'Number from the device'], { length: 64, hidden: true, readonly: true }),
  ],
  uniques: { client: '(client_id) where client_id is not null' },
  indexes: {
    binaan: 'binaan, checked_on',
    kader: '(kader, checked_on) where kader is not null',
    waiting: "(branch) where status = 'waiting'",
    branch: 'branch, checked_on',
  },
  checks: { address: 'char_length(address) <= 1000', note: 'char_length(note) <= 2000' },
});
