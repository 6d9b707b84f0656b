import {
  boolean,
  choice,
  colour,
  date,
  defineCollection,
  file,
  m2o,
  moment,
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
    text('place', ['Tempat', 'Place'], { placeholder: ['Rumah, balai desa …', 'Home, village hall …'] }),
    date('promise_on', ['Janji bayar tanggal', 'Promised for'], { shownWhen: promised, requiredWhen: promised }),
    rupiah('promise_amount', ['Janji sebesar', 'Promised amount'], { min: 1, shownWhen: promised }),
    remark(
      ['Catatan', 'Note'],
      ['Tulis hanya yang pantas dibaca keluarga itu sendiri.', 'Only what the family itself may read.'],
    ),
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
  },
  checks: {
    binaan: "binaan is not null or channel = 'group_education'",
    photo_consent: 'photo is null or photo_consent',
  },
});
