import {
  choice,
  choices,
  colour,
  date,
  defineCollection,
  file,
  longText,
  m2o,
  month,
  number,
  o2m,
  presentation,
  remark,
  saved,
  section,
  sheet,
  tabs,
  text,
} from './define.ts';

const ended = { status: { _eq: 'ended' } };

export const kaderStatuses = [
  { value: 'candidate', label: ['Calon', 'Candidate'], color: colour.pale },
  { value: 'active', label: ['Aktif', 'Active'], color: colour.blue },
  { value: 'on_leave', label: ['Cuti', 'On leave'], color: colour.amber },
  { value: 'ended', label: ['Berakhir', 'Ended'], color: colour.grey },
] as const;

/**
 * The partner in the field. No archive button: a partnership ends on a day and for a reason, which the form asks for.
 */
export const kader = defineCollection('kader', {
  label: ['Kader', 'Kader'],
  note: [
    'Mitra lapangan yang mengingatkan, mengunjungi, dan menerima iuran.',
    'The partners who remind, visit and collect.',
  ],
  icon: 'badge',
  folder: 'jkn_kader',
  sort: 1,
  template: '{{name}} · {{code}}',
  fields: [
    text('name', ['Nama', 'Name'], { required: true }),
    text('code', ['Kode kader', 'Kader code'], { required: true, unique: true, length: 32, font: 'monospace' }),
    choice('status', ['Status', 'Status'], kaderStatuses, {
      required: true,
      default: 'candidate',
      readonlyWhen: saved,
      note: ['Berubah lewat langkah di bawah.', 'Changes through the steps below.'],
    }),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { required: true, template: '{{name}}' }),
    m2o('district', ['Kecamatan', 'District'], 'area', {
      template: '{{name}} · {{parent.name}}',
      filter: { level: { _eq: 'district' } },
      note: ['Desa binaannya terletak di kecamatan ini.', "The kader's desa lie in it."],
    }),
    text('phone', ['Telepon/WhatsApp', 'Phone/WhatsApp'], {
      length: 32,
      icon: 'call',
      placeholder: ['0812…', '0812…'],
      pattern: '^[+0-9][0-9 ()-]{5,24}$',
      message: [
        'Tulis nomor telepon dengan angka, misalnya 0812 3456 7890.',
        'Write the phone number in digits, for example 0812 3456 7890.',
      ],
    }),
    presentation('life', ['Langkah kader', 'Steps of the kader'], 'kader-life', { shownWhen: saved }),
    presentation('kept_promises', ['Janji bayar', 'Promises to pay'], 'kader-kept-promises', { shownWhen: saved }),
    section('ending', ['Akhir kemitraan', 'End of the partnership'], { icon: 'event_busy', shownWhen: ended }, [
      date('ended_on', ['Berakhir pada', 'Ended on'], {
        requiredWhen: ended,
        note: [
          'Hari terakhir kemitraan. Pembayaran sampai hari itu tetap dikreditkan.',
          'The last day. Payments up to it are still credited.',
        ],
      }),
      choice(
        'end_reason',
        ['Alasan', 'Reason'],
        [
          { value: 'zero_collection', label: ['Tanpa penerimaan', 'No collection'] },
          { value: 'other_work', label: ['Pekerjaan lain', 'Other work'] },
          { value: 'moved', label: ['Pindah', 'Moved'] },
          { value: 'health', label: ['Kesehatan', 'Health'] },
          { value: 'own_wish', label: ['Keinginan sendiri', 'Own wish'] },
          { value: 'contract_expired', label: ['Kontrak selesai', 'Contract expired'] },
          { value: 'breach', label: ['Pelanggaran', 'Breach'] },
          { value: 'deceased', label: ['Meninggal', 'Deceased'] },
          { value: 'other', label: ['Lainnya', 'Other'] },
        ],
        { requiredWhen: ended },
      ),
      longText('end_note', ['Penjelasan', 'Explanation']),
    ]),
    tabs('sheets', ['Rincian', 'Details'], {
      sheets: [
        sheet('person', ['Pribadi', 'Person'], {
          fields: [
            text('nik', ['NIK', 'NIK'], {
              length: 16,
              font: 'monospace',
              pattern: '^\\d{16}$',
              message: ['NIK terdiri dari 16 angka.', 'A NIK has 16 digits.'],
              note: ['Hanya dilihat yang membutuhkannya.', 'Seen only by whoever needs it.'],
            }),
            choice(
              'gender',
              ['Jenis kelamin', 'Gender'],
              [
                { value: 'female', label: ['Perempuan', 'Female'] },
                { value: 'male', label: ['Laki-laki', 'Male'] },
              ],
            ),
            text('email', ['Surel', 'E-mail'], { icon: 'mail' }),
            file('photo', ['Foto', 'Photo'], { image: true }),
            longText('address', ['Alamat', 'Address']),
            choices(
              'functions',
              ['Fungsi', 'Functions'],
              [
                { value: 'reminder', label: ['Pengingat', 'Reminder'] },
                { value: 'collector', label: ['Penerima iuran', 'Collector of dues'] },
                { value: 'social_marketing', label: ['Sosialisasi', 'Social marketing'] },
                { value: 'education', label: ['Edukasi', 'Education'] },
                { value: 'enrolment', label: ['Pendaftaran peserta baru', 'Enrolment'] },
                { value: 'information', label: ['Informasi dan pengaduan', 'Information and complaints'] },
              ],
            ),
            remark(),
          ],
        }),
        sheet('contract', ['Kontrak dan bank', 'Contract and bank'], {
          fields: [
            date('joined_on', ['Bergabung pada', 'Joined on'], {
              note: [
                'Masa tenggang dan bulan nol dihitung sejak hari ini.',
                'Grace and zero months count from this day.',
              ],
            }),
            text('contract_number', ['Nomor kontrak', 'Contract number'], { length: 64 }),
            date('contract_from', ['Kontrak mulai', 'Contract from']),
            date('contract_to', ['Kontrak sampai', 'Contract to']),
            file('contract_file', ['Berkas kontrak', 'Contract file'], { width: 'full' }),
            date('renewal_noticed_to', ['Sudah diingatkan tentang', 'Told of the end on'], {
              readonly: true,
              hidden: true,
              note: [
                'Akhir kontrak yang sudah diberitahukan kepada kepala.',
                'The end that the head has been told of.',
              ],
            }),
            text('bank_name', ['Bank', 'Bank'], { length: 64, icon: 'account_balance' }),
            text('bank_account', ['Nomor rekening', 'Account number'], {
              length: 32,
              font: 'monospace',
              pattern: '^[0-9-]{5,32}$',
              message: ['Nomor rekening hanya angka.', 'An account number has digits only.'],
            }),
            text('bank_holder', ['Atas nama', 'Account holder']),
            text('tax_number', ['NPWP', 'Tax number (NPWP)'], {
              length: 16,
              font: 'monospace',
              pattern: '^\\d{15,16}$',
              message: ['NPWP terdiri dari 15 atau 16 angka.', 'An NPWP has 15 or 16 digits.'],
            }),
          ],
        }),
        sheet('field', ['Desa dan binaan', 'Desa and binaan'], {
          fields: [
            o2m('areas', ['Desa binaan', 'Desa'], {
              columns: ['area', 'from_date', 'to_date'],
              create: true,
              sort: 'from_date',
            }),
            o2m('families', ['Keluarga binaan', 'Families'], {
              columns: ['head_name', 'area', 'owed_amount', 'status'],
              sort: 'head_name',
              search: true,
            }),
            o2m('enrolments', ['Calon peserta', 'Enrolments'], {
              columns: ['name', 'status', 'members', 'month'],
              sort: 'name',
            }),
          ],
        }),
        sheet('history', ['Riwayat', 'History'], {
          fields: [
            o2m('events', ['Kejadian', 'Events'], {
              columns: ['on_date', 'kind', 'to_date', 'reason'],
              create: true,
              sort: 'on_date',
              descending: true,
            }),
            o2m('trainings', ['Pelatihan', 'Training'], {
              columns: ['training', 'present', 'certificate_on'],
            }),
            o2m('reviews', ['Peninjauan kemitraan', 'Partnership reviews'], {
              columns: ['opened_on', 'status'],
              sort: 'opened_on',
              descending: true,
            }),
          ],
        }),
        sheet('pay', ['Imbal jasa', 'Commission'], {
          fields: [
            presentation('running_month', ['Bulan berjalan', 'The running month'], 'kader-draft-statements', {
              shownWhen: { _and: [saved, { status: { _neq: 'candidate' } }] },
            }),
            number('zero_streak', ['Bulan tanpa penerimaan', 'Months without collection'], {
              required: true,
              default: 0,
              min: 0,
              readonly: true,
              note: ['Berturut-turut, sampai penutupan bulan terakhir.', 'In a row, as of the newest close.'],
            }),
            month('streak_month', ['Dihitung sampai', 'Counted up to'], { readonly: true }),
            o2m('statements', ['Imbal jasa per bulan', 'Statements'], {
              columns: ['month', 'collected', 'commission', 'net', 'status'],
              sort: 'month',
              descending: true,
              limit: 12,
            }),
          ],
        }),
      ],
    }),
    section('account', ['Akun', 'Account'], { icon: 'key', closed: true }, [
      o2m('user', ['Pengguna aplikasi', 'User of the app'], {
        columns: ['first_name', 'last_name', 'email', 'status'],
      }),
    ]),
  ],
  indexes: { branch: 'branch, status', district: '(district) where district is not null' },
  uniques: { nik: "(nik) where nik is not null and status <> 'ended'" },
  checks: {
    ended_on: "(status <> 'ended' or ended_on is not null) and (ended_on < joined_on) is not true",
    contract_to: 'contract_from <= contract_to',
  },
});
