import {
  choice,
  colour,
  date,
  defineCollection,
  longText,
  m2o,
  month,
  number,
  remark,
  saved,
  section,
  text,
  user,
} from './define.ts';
import { duesClasses } from './dues-rate.ts';

const registered = { status: { _eq: 'registered' } };

/** A prospective self-paying participant: assigned, contacted, and registered in the books or not. */
export const enrolment = defineCollection('enrolment', {
  label: ['Calon peserta', 'Enrolments'],
  note: [
    'Calon peserta PBPU yang didekati kader. Yang terdaftar dihitung pada bulan bukunya: untuk target dan imbal jasa.',
    'Prospective participants. Those registered count in their month of the books: for targets and commission.',
  ],
  icon: 'person_add',
  folder: 'jkn_binaan',
  sort: 8,
  collapse: 'closed',
  template: '{{name}} · {{area.name}}',
  fields: [
    text('name', ['Nama', 'Name'], { required: true }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'prospect', label: ['Calon', 'Prospect'], color: colour.pale },
        { value: 'contacted', label: ['Sudah dihubungi', 'Contacted'], color: colour.amber },
        { value: 'registered', label: ['Terdaftar', 'Registered'], color: colour.teal },
        { value: 'declined', label: ['Tidak bersedia', 'Declined'], color: colour.grey },
      ],
      {
        required: true,
        default: 'prospect',
        note: [
          'Terdaftar: dengan NIK serta nomor KK atau VA; lalu dihitung pada bulan bukunya.',
          'Registered: with NIK and KK or VA number; it then counts in its month of the books.',
        ],
      },
    ),
    m2o('kader', ['Kader', 'Kader'], 'kader', {
      template: '{{name}} · {{code}}',
      listedAs: 'enrolments',
      readonlyWhen: registered,
      note: ['Yang mendekati, dan mendapat imbal jasanya.', 'Who brings them, and earns the commission.'],
    }),
    number('members', ['Jumlah peserta', 'Participants'], {
      required: true,
      default: 1,
      min: 1,
      max: 20,
      readonlyWhen: registered,
      note: ['Imbal jasa dihitung per peserta.', 'The commission counts participants.'],
    }),
    choice('class', ['Kelas', 'Class'], duesClasses),
    section('registration', ['Pendaftaran', 'Registration'], { icon: 'how_to_reg' }, [
      text('nik', ['NIK', 'NIK'], {
        length: 16,
        font: 'monospace',
        pattern: '^\\d{16}$',
        message: ['NIK terdiri dari 16 angka.', 'A NIK has 16 digits.'],
      }),
      date('registered_on', ['Terdaftar pada', 'Registered on'], {
        readonlyWhen: registered,
        note: ['Kosong: hari ini, saat statusnya Terdaftar.', 'Empty: today, once its status is Registered.'],
      }),
      text('kk_number', ['Nomor KK', 'KK number'], {
        length: 16,
        font: 'monospace',
        pattern: '^\\d{16}$',
        message: ['Nomor KK terdiri dari 16 angka.', 'A KK number has 16 digits.'],
      }),
      text('va_number', ['Nomor VA', 'VA number'], {
        length: 20,
        font: 'monospace',
        pattern: '^\\d{8,20}$',
        message: ['Nomor VA hanya angka, 8 sampai 20.', 'A VA number has 8 to 20 digits.'],
      }),
      month('month', ['Bulan buku', 'Month of the books'], {
        readonly: true,
        shownWhen: { month: { _nnull: true } },
        note: [
          'Bulan pendaftaran, atau bulan terbuka yang tertua bila sudah ditutup.',
          'The month of registration, or the oldest open one where that is closed.',
        ],
      }),
      user('registered_by', ['Dicatat terdaftar oleh', 'Registered by'], {
        readonly: true,
        shownWhen: { registered_by: { _nnull: true } },
      }),
    ]),
    section('reaching', ['Alamat dan kontak', 'Address and contact'], { icon: 'home_pin' }, [
      text('phone', ['Telepon/WhatsApp', 'Phone/WhatsApp'], {
        length: 32,
        icon: 'call',
        pattern: '^[+0-9][0-9 ()-]{5,24}$',
        message: ['Tulis nomor telepon dengan angka.', 'Write the phone number in digits.'],
      }),
      m2o('area', ['Desa/kelurahan', 'Desa'], 'area', {
        template: '{{name}} · {{parent.name}}',
        filter: { level: { _eq: 'village' } },
      }),
      longText('address', ['Alamat', 'Address']),
      date('assigned_on', ['Diberikan kepada kader pada', 'Given to the kader on'], {
        readonly: true,
        shownWhen: { assigned_on: { _nnull: true } },
      }),
      date('contacted_on', ['Terakhir dihubungi', 'Last contacted']),
    ]),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', {
      required: true,
      readonlyWhen: saved,
      template: '{{name}}',
    }),
    remark(),
  ],
  uniques: { person: "(nik) where status = 'registered'" },
  indexes: {
    month: '(branch, month, kader) where month is not null',
    kader: '(kader, status) where kader is not null',
  },
  checks: {
    month: "(status = 'registered') = (month is not null) and (status = 'registered') = (registered_on is not null)",
    registered: "status <> 'registered' or (nik is not null and (kk_number is not null or va_number is not null))",
  },
});
