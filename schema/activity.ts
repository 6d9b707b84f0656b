import {
  boolean,
  choice,
  colour,
  date,
  defineCollection,
  file,
  m2o,
  moment,
  presentation,
  remark,
  rupiah,
  section,
  text,
  user,
} from './define.ts';

const promised = { outcome: { _eq: 'promised' } };

/** One contact with a family, by a kader or by a telekolekting officer. */
export const activity = defineCollection('activity', {
  label: ['Kontak', 'Contacts'],
  note: [
    'Kunjungan, pesan, telepon, dan edukasi kepada keluarga binaan.',
    'Visits, messages, calls and education of families.',
  ],
  icon: 'forum',
  folder: 'jkn_binaan',
  sort: 3,
  template: '{{at}} · {{channel}}',
  accountability: 'activity',
  fields: [
    m2o('binaan', ['Keluarga', 'Family'], 'binaan', {
      template: '{{head_name}} · {{area.name}}',
      listedAs: 'contacts',
      width: 'full',
      note: ['Kosong hanya untuk edukasi kelompok.', 'Empty for group education only.'],
    }),
    moment('at', ['Waktu', 'Time'], { required: true }),
    choice(
      'channel',
      ['Cara', 'Channel'],
      [
        { value: 'visit', label: ['Kunjungan', 'Visit'], color: colour.blue, icon: 'directions_walk' },
        { value: 'whatsapp', label: ['WhatsApp', 'WhatsApp'], color: colour.teal, icon: 'chat' },
        { value: 'phone', label: ['Telepon', 'Phone'], color: colour.pale, icon: 'call' },
        {
          value: 'group_education',
          label: ['Edukasi kelompok', 'Group education'],
          color: colour.grey,
          icon: 'groups',
        },
      ],
      { required: true },
    ),
    choice(
      'outcome',
      ['Hasil', 'Outcome'],
      [
        { value: 'met', label: ['Bertemu', 'Met'], color: colour.blue },
        { value: 'promised', label: ['Janji bayar', 'Promised'], color: colour.teal },
        { value: 'paid', label: ['Membayar', 'Paid'], color: colour.blue },
        { value: 'not_home', label: ['Tidak di rumah', 'Not home'], color: colour.grey },
        { value: 'refused', label: ['Menolak', 'Refused'], color: colour.grey },
        { value: 'cannot_afford', label: ['Tidak mampu', 'Cannot afford'], color: colour.grey },
        { value: 'moved', label: ['Pindah', 'Moved'], color: colour.grey },
        { value: 'address_not_found', label: ['Alamat tidak ditemukan', 'Address not found'], color: colour.grey },
        { value: 'deceased', label: ['Meninggal', 'Deceased'], color: colour.grey },
        { value: 'disappointed', label: ['Kecewa pada layanan', 'Disappointed'], color: colour.amber },
        { value: 'threatened', label: ['Kader diancam', 'Kader threatened'], color: colour.amber },
      ],
    ),
    presentation('contact_rules', ['Boleh dihubungi?', 'May one contact?'], 'kader-contact-rules'),
    text('place', ['Tempat', 'Place'], { placeholder: ['Rumah, balai desa …', 'Home, village hall …'] }),
    date('promise_on', ['Janji bayar tanggal', 'Promised for'], { shownWhen: promised, requiredWhen: promised }),
    rupiah('promise_amount', ['Janji sebesar', 'Promised amount'], { min: 1, shownWhen: promised }),
    choice(
      'promise_state',
      ['Janji', 'Promise'],
      [
        { value: 'open', label: ['Menunggu', 'Waiting'], color: colour.pale },
        { value: 'kept', label: ['Ditepati', 'Kept'], color: colour.blue },
        { value: 'broken', label: ['Lewat', 'Not kept'], color: colour.amber },
      ],
      {
        readonly: true,
        shownWhen: { promise_state: { _nnull: true } },
        note: ['Dinilai dari pembayaran keluarga itu.', "Judged by the family's payments."],
      },
    ),
    date('promise_judged_on', ['Dinilai pada', 'Judged on'], {
      readonly: true,
      shownWhen: { promise_judged_on: { _nnull: true } },
    }),
    date('follow_up_on', ['Tindak lanjut tanggal', 'Follow up on'], {
      note: ['Kosong: janji yang lewat ditindaklanjuti esoknya.', 'Empty: a promise not kept, on the day after it.'],
    }),
    remark(
      ['Catatan', 'Note'],
      ['Tulis hanya yang pantas dibaca keluarga itu sendiri.', 'Only what the family itself may read.'],
    ),
    text('cap_reason', ['Alasan kontak khusus', 'Reason for a special contact'], {
      width: 'full',
      note: [
        'Hanya untuk kontak di luar jam, melebihi batas, atau saat dijeda: mengapa tetap pantas.',
        'Only for a contact out of hours, beyond the cap or during a mute: why it was in order all the same.',
      ],
    }),
    section('picture', ['Foto', 'Photo'], { icon: 'photo_camera', closed: true }, [
      boolean('photo_consent', ['Persetujuan', 'Consent'], {
        width: 'full',
        says: ['Keluarga setuju difoto', 'The family agreed to be photographed'],
      }),
      file('photo', ['Foto', 'Photo'], { image: true, width: 'full', shownWhen: { photo_consent: { _eq: true } } }),
    ]),
    section('who', ['Siapa yang menghubungi', 'Who made the contact'], { icon: 'person' }, [
      m2o('kader', ['Kader', 'Kader'], 'kader', { template: '{{name}} · {{code}}' }),
      user('officer', ['Petugas telekolekting', 'Telekolekting officer']),
      m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { required: true, template: '{{name}}' }),
    ]),
    text('client_id', ['Nomor dari perangkat', 'Number from the device'], { length: 64, hidden: true, readonly: true }),
  ],
  uniques: { client: '(client_id) where client_id is not null' },
  indexes: {
    kader: '(kader, at) where kader is not null',
    binaan: '(binaan, at) where binaan is not null',
    officer: '(officer, at) where officer is not null',
    branch: 'branch, at',
    promise: '(promise_on) where promise_state is not null',
    promise_branch: '(branch, promise_on) where promise_state is not null',
    promised: '(binaan) where promise_state is not null',
    follow_up: '(branch, follow_up_on) where follow_up_on is not null',
  },
  checks: {
    binaan: "binaan is not null or channel = 'group_education'",
    photo_consent: 'photo is null or photo_consent',
    promise_state: "(promise_state is not null) = (coalesce(outcome, '') = 'promised' and promise_on is not null)",
    promise_judged_on: "(promise_judged_on is not null) = (coalesce(promise_state, 'open') <> 'open')",
  },
});
