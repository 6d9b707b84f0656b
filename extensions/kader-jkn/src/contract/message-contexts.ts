/**
 * What a message's template can tell: for each thing that a message may be about, the fields that it reaches, and no others.
 * NIK, KK, telephone and account numbers are in none of them; a family's own VA number is in a message to that family alone.
 */

export const messageAbouts = [
  'kader',
  'family',
  'promise',
  'payment',
  'statement',
  'warning',
  'review',
  'award',
  'session',
  'month',
  'week_list',
  'notice',
] as const;

export type MessageAbout = (typeof messageAbouts)[number];

/** How a field is written: `rate` is basis points, `moment` ISO 8601, `list` rows that `{{#each}}` goes through. */
export type MessageFieldKind =
  | 'text'
  | 'rupiah'
  | 'count'
  | 'rate'
  | 'date'
  | 'month'
  | 'moment'
  | 'link'
  | 'yes_no'
  | 'list';

export type MessageValue = string | number | boolean | null;

/** One field that a template can name. Every value but a list can be empty (null). */
export interface MessageField {
  /** with its path from the context, or of a list's field from its row: `kader.name` */
  name: string;
  kind: MessageFieldKind;
  /** [Indonesian, English] */
  label: readonly [id: string, en: string];
  /** of a list null */
  example: MessageValue;
  /** of a list alone: what each row has; their examples are its first row */
  fields?: readonly MessageField[];
  /** of a list alone: the rows of the example after the first, in the order of its fields */
  further?: readonly (readonly MessageValue[])[];
}

type Kind = Exclude<MessageFieldKind, 'list'>;

function field(name: string, kind: Kind, id: string, en: string, example: MessageValue): MessageField {
  return { name, kind, label: [id, en], example };
}

function list(
  name: string,
  [id, en]: readonly [id: string, en: string],
  fields: readonly MessageField[],
  ...further: (readonly MessageValue[])[]
): MessageField {
  return { name, kind: 'list', label: [id, en], example: null, fields, further };
}

/** What every context has. */
const common: readonly MessageField[] = [
  field('recipient.name', 'text', 'Nama penerima', 'Name of the recipient', 'Sri Wahyuni'),
  field('branch.name', 'text', 'Kantor cabang', 'Branch', 'KC Surakarta'),
  field('branch.city', 'text', 'Kota kantor cabang', 'City of the branch', 'Surakarta'),
  field('branch.address', 'text', 'Alamat kantor cabang', 'Address of the branch', 'Jl. Slamet Riyadi 1'),
  field('branch.phone', 'text', 'Telepon kantor cabang', 'Telephone of the branch', '0271 700 000'),
  field('branch.email', 'text', 'Surel kantor cabang', 'E-mail of the branch', 'kc.surakarta@example.com'),
  field('branch.head_name', 'text', 'Nama kepala cabang', 'Name of the head of the branch', 'Ratih Wardani'),
  field('branch.head_title', 'text', 'Jabatan kepala cabang', 'Title of the head of the branch', 'Kepala Cabang'),
  field('today', 'date', 'Tanggal hari ini', 'Today', '2022-01-31'),
  field('instance.link', 'link', 'Tautan aplikasi', 'Link to the application', 'https://kader.example.com'),
];

const kaderFields: readonly MessageField[] = [
  field('kader.name', 'text', 'Nama kader', 'Name of the kader', 'Sri Wahyuni'),
  field('kader.code', 'text', 'Kode kader', 'Code of the kader', 'SKA-012'),
  field('kader.district', 'text', 'Kecamatan kader', 'District of the kader', 'Laweyan'),
];

const familyFields: readonly MessageField[] = [
  field('family.head_name', 'text', 'Nama kepala keluarga', 'Head of the family', 'Budi Santoso'),
  field('family.village', 'text', 'Desa atau kelurahan', 'Village', 'Pajang'),
  field(
    'family.va_number',
    'text',
    'Nomor VA (hanya kepada keluarganya)',
    'VA number (to the family)',
    '8888801234567890',
  ),
  field('family.va_masked', 'text', 'Nomor VA, tersamar', 'VA number, masked', '••••••••••••7890'),
  field('family.members', 'count', 'Jumlah anggota', 'Members', 4),
  field('family.class', 'text', 'Kelas perawatan', 'Class of care', 'III'),
  field('family.owed_months', 'count', 'Bulan menunggak', 'Months owed', 14),
  field('family.owed_amount', 'rupiah', 'Tunggakan', 'Arrears', 1_960_000),
  field('family.listed_as_of', 'date', 'Tunggakan menurut daftar per', 'Arrears by the list as of', '2022-01-01'),
];

/** Of a message about a family: the kader who holds it. Empty where nobody does. */
const holderFields = kaderFields.slice(0, 2);

const lineOf = (example: string): readonly MessageField[] => [field('text', 'text', 'Kalimat', 'Sentence', example)];
const line = lineOf('Tiga bulan tanpa penerimaan.');
const answerLine = lineOf('Saya sakit sejak Oktober.');
const groundLine = lineOf('Kader sudah sehat dan melanjutkan kunjungan.');
const noticeLine = lineOf('SKA-012, Januari 2022: imbal jasa berbeda Rp 8.750');

const fieldsByAbout: Record<MessageAbout, readonly MessageField[]> = {
  kader: [
    ...kaderFields,
    field('kader.joined_on', 'date', 'Bergabung sejak', 'Joined on', '2021-01-04'),
    field('kader.years', 'count', 'Lama kemitraan (tahun)', 'Years of partnership', 1),
    field('kader.contract_number', 'text', 'Nomor kontrak', 'Contract number', '012/KJ/2021'),
    field('kader.contract_from', 'date', 'Kontrak mulai', 'Contract from', '2021-01-04'),
    field('kader.contract_to', 'date', 'Kontrak sampai', 'Contract to', '2022-12-31'),
    field('kader.families', 'count', 'Keluarga binaan', 'Families held', 250),
    list(
      'villages',
      ['Desa binaan', 'Villages'],
      [field('name', 'text', 'Nama desa', 'Village', 'Pajang')],
      ['Sondakan'],
    ),
    field('assigned.on', 'date', 'Penugasan terakhir', 'Newest assignment', '2022-01-24'),
    field('assigned.count', 'count', 'Keluarga pada penugasan terakhir', 'Families of the newest assignment', 32),
    list(
      'assigned.villages',
      ['Desa pada penugasan terakhir', 'Villages of the newest assignment'],
      [field('name', 'text', 'Nama desa', 'Village', 'Pajang'), field('families', 'count', 'Keluarga', 'Families', 16)],
      ['Sondakan', 16],
    ),
  ],
  family: [...familyFields, ...holderFields],
  promise: [
    field('promise.on', 'date', 'Tanggal janji bayar', 'Day promised', '2022-02-01'),
    field('promise.amount', 'rupiah', 'Jumlah yang dijanjikan', 'Amount promised', 280_000),
    field('promise.made_on', 'date', 'Janji disampaikan pada', 'Promised on', '2022-01-24'),
    ...familyFields,
    ...holderFields,
  ],
  payment: [
    field('payment.number', 'text', 'Nomor penerimaan', 'Number of the payment', '10412'),
    field('payment.amount', 'rupiah', 'Jumlah dibayar', 'Amount paid', 280_000),
    field('payment.paid_at', 'moment', 'Waktu bayar', 'Paid at', '2022-01-31T03:15:00Z'),
    field('payment.purpose', 'text', 'Untuk', 'Purpose', 'Tunggakan iuran JKN'),
    field('payment.channel', 'text', 'Melalui', 'Through', 'Tunai kepada kader'),
    field('payment.months_covered', 'count', 'Bulan yang dilunasi', 'Months covered', 2),
    ...familyFields,
    ...holderFields,
  ],
  statement: [
    field('statement.number', 'text', 'Nomor rincian', 'Number of the statement', 'IJ/KC-SKA/2022-01/00012'),
    field('statement.month', 'month', 'Bulan', 'Month', '2022-01'),
    field('statement.net', 'rupiah', 'Imbal jasa diterima', 'Commission paid out', 2_412_500),
    field('statement.gross', 'rupiah', 'Imbal jasa sebelum potongan', 'Commission before deductions', 2_475_000),
    field('statement.commission', 'rupiah', 'Imbal jasa atas penerimaan', 'Commission of payments', 2_375_000),
    field('statement.bonus', 'rupiah', 'Bonus', 'Bonus', 100_000),
    field('statement.corrections', 'rupiah', 'Koreksi', 'Corrections', 0),
    field('statement.withholding', 'rupiah', 'Potongan pajak', 'Tax withheld', 62_500),
    field('statement.collected', 'rupiah', 'Penerimaan', 'Collected', 9_500_000),
    field('statement.payments', 'count', 'Jumlah pembayaran', 'Payments', 31),
    field('statement.families', 'count', 'Keluarga yang membayar', 'Families that paid', 28),
    field('statement.families_held', 'count', 'Keluarga binaan', 'Families held', 250),
    field('statement.target', 'rupiah', 'Target', 'Target', 10_000_000),
    field('statement.attainment', 'rate', 'Capaian', 'Attainment', 9500),
    list(
      'statement.lines',
      ['Baris rincian', 'Lines of the statement'],
      [
        field('label', 'text', 'Uraian', 'Description', 'Imbal jasa 25% atas tunggakan'),
        field('explanation', 'text', 'Penjelasan', 'Explanation', '25% dari Rp 9.500.000'),
        field('amount', 'rupiah', 'Jumlah', 'Amount', 2_375_000),
      ],
      ['Bonus capaian', '95% dari target', 100_000],
      ['Potongan pajak', '2,5% dari Rp 2.500.000', -62_500],
    ),
    ...kaderFields,
  ],
  warning: [
    field('warning.on', 'date', 'Tanggal peringatan', 'Warned on', '2022-02-03'),
    field('warning.reason', 'text', 'Alasan', 'Reason', 'Dua bulan tanpa penerimaan'),
    field('warning.month', 'month', 'Sampai bulan', 'Up to the month', '2022-01'),
    field('warning.months', 'count', 'Bulan tanpa penerimaan berturut-turut', 'Months without collection', 2),
    field('warning.limit', 'count', 'Kemitraan ditinjau setelah (bulan)', 'Reviewed after (months)', 3),
    field('warning.first', 'yes_no', 'Peringatan pertama dalam setahun', 'First warning within a year', true),
    ...kaderFields,
  ],
  review: [
    field('review.number', 'text', 'Nomor surat keputusan', 'Number of the letter', 'PK/KC-SKA/2022-01-29/17'),
    field('review.opened_on', 'date', 'Ditinjau sejak', 'Reviewed since', '2022-01-03'),
    field('review.due_on', 'date', 'Jawaban ditunggu sampai', 'Answer awaited until', '2022-01-17'),
    field('review.streak_from', 'month', 'Tanpa penerimaan dari', 'Without collection from', '2021-10'),
    field('review.streak_to', 'month', 'Tanpa penerimaan sampai', 'Without collection to', '2021-12'),
    field('review.streak_months', 'count', 'Bulan tanpa penerimaan', 'Months without collection', 3),
    list('review.evidence', ['Dasar peninjauan', 'Evidence'], line, ['Keluarga binaan: 250.']),
    list('review.answer', ['Jawaban kader', 'Answer of the kader'], answerLine, ['Sejak Januari saya bekerja lagi.']),
    field('review.answered_at', 'moment', 'Jawaban dicatat', 'Answered at', '2022-01-10T03:00:00Z'),
    field('review.decided', 'yes_no', 'Sudah diputuskan', 'Decided', true),
    field('review.decided_on', 'date', 'Tanggal keputusan', 'Decided on', '2022-01-29'),
    field('review.decided_by', 'text', 'Yang memutuskan', 'Decided by', 'Ratih Wardani'),
    field(
      'review.opening',
      'text',
      'Kalimat pembuka keputusan',
      'Opening of the decision',
      'Kami memutuskan sebagai berikut.',
    ),
    field('review.decision', 'text', 'Keputusan', 'Decision', 'Kemitraan dilanjutkan'),
    field('review.effect', 'text', 'Akibat keputusan', 'Effect of the decision', 'Kontrak dan imbal jasa Anda tetap.'),
    field('review.families', 'text', 'Keluarga binaan setelah berakhir', 'Families after the end', null),
    field('review.follow_up_on', 'date', 'Dibicarakan lagi pada', 'Followed up on', '2022-03-01'),
    list('review.grounds', ['Pertimbangan', 'Grounds'], groundLine, ['Target bulan ini dibicarakan lagi pada monev.']),
    ...kaderFields,
  ],
  award: [
    field('award.title', 'text', 'Nama penghargaan', 'Award', 'Kader berprestasi'),
    field('award.words', 'text', 'Kata pada piagam', 'Words on the certificate', 'atas capaian yang melampaui target'),
    field(
      'award.reason',
      'text',
      'Dasar penghargaan',
      'What it rests on',
      'Penerimaan Rp 12.500.000 dari target Rp 10.000.000.',
    ),
    field('award.month', 'month', 'Bulan monev', 'Month of the monev', '2022-01'),
    field('award.awarded_on', 'date', 'Diberikan pada', 'Awarded on', '2022-02-10'),
    ...kaderFields,
  ],
  session: [
    field('session.month', 'month', 'Bulan yang dibahas', 'Month discussed', '2022-01'),
    field('session.held_on', 'date', 'Tanggal pertemuan', 'Day of the meeting', '2022-02-10'),
    field('session.place', 'text', 'Tempat', 'Place', 'Aula KC Surakarta'),
    field('session.led_by', 'text', 'Dipimpin oleh', 'Led by', 'Ratih Wardani'),
    ...kaderFields,
  ],
  month: [
    field('month.month', 'month', 'Bulan', 'Month', '2022-01'),
    field('month.ended_on', 'date', 'Berakhir pada', 'Ended on', '2022-01-31'),
    field('month.open', 'yes_no', 'Masih terbuka', 'Still open', true),
    field('month.closed_on', 'date', 'Ditutup pada', 'Closed on', null),
    field('month.collected', 'rupiah', 'Penerimaan', 'Collected', 351_000_000),
    field('month.payments', 'count', 'Jumlah pembayaran', 'Payments', 1_240),
    field('month.families', 'count', 'Keluarga yang membayar', 'Families that paid', 1_103),
    field('month.unverified', 'count', 'Penerimaan yang belum diverifikasi', 'Payments not verified yet', 12),
    field('month.commission', 'rupiah', 'Imbal jasa', 'Commission', 87_750_000),
    field('month.kader', 'count', 'Kader', 'Kader', 45),
    field('month.zero', 'count', 'Kader tanpa penerimaan', 'Kader without collection', 3),
    field('month.reviews', 'count', 'Peninjauan dibuka', 'Reviews opened', 1),
    field('month.warnings', 'count', 'Peringatan diberikan', 'Warnings given', 2),
  ],
  week_list: [
    ...kaderFields,
    field('week.from', 'date', 'Minggu mulai', 'Week from', '2022-01-31'),
    field('week.to', 'date', 'Minggu sampai', 'Week to', '2022-02-06'),
    field('week.held', 'count', 'Keluarga binaan', 'Families held', 250),
    field('week.count', 'count', 'Keluarga pada daftar minggu ini', "Families on this week's list", 30),
    list(
      'families',
      ['Keluarga minggu ini', "This week's families"],
      [
        field('head_name', 'text', 'Nama kepala keluarga', 'Head of the family', 'Budi Santoso'),
        field('village', 'text', 'Desa atau kelurahan', 'Village', 'Pajang'),
      ],
      ['Slamet Raharjo', 'Sondakan'],
    ),
    field('week.promised', 'count', 'Janji bayar minggu ini', 'Promises of this week', 4),
    list(
      'promises',
      ['Janji bayar', 'Promises'],
      [
        field('on', 'date', 'Tanggal', 'Day', '2022-02-01'),
        field('head_name', 'text', 'Nama kepala keluarga', 'Head of the family', 'Budi Santoso'),
        field('village', 'text', 'Desa atau kelurahan', 'Village', 'Pajang'),
      ],
      ['2022-02-04', 'Slamet Raharjo', 'Sondakan'],
    ),
  ],
  notice: [
    field('notice.title', 'text', 'Judul', 'Title', 'Audit malam menemukan selisih'),
    field('notice.text', 'text', 'Isi', 'Text', 'Dua angka tidak sama dengan hitungan ulang.'),
    list('notice.lines', ['Baris', 'Lines'], noticeLine, ['KC Surakarta, Januari 2022: penerimaan berbeda Rp 35.000']),
    field('notice.link', 'link', 'Tautan', 'Link', 'https://kader.example.com/admin'),
  ],
};

/** Every field that a template about this can name. */
export function messageFields(about: MessageAbout): readonly MessageField[] {
  return [...fieldsByAbout[about], ...common];
}

/** What a template is tried with before there is a record: the examples of its fields. */
export function exampleContext(about: MessageAbout): Record<string, unknown> {
  return nest(messageFields(about));
}

function rowsOf(fields: readonly MessageField[], further: MessageField['further'] = []): unknown[] {
  const others = further.map((row) => Object.fromEntries(fields.map(({ name }, index) => [name, row[index] ?? null])));
  return [nest(fields), ...others];
}

function nest(fields: readonly MessageField[]): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  for (const { name, example, fields: own, further } of fields) {
    const value = own === undefined ? example : rowsOf(own, further);
    const [group, key] = name.split('.');
    if (group === undefined) continue;
    if (key === undefined) context[group] = value;
    else context[group] = { ...(context[group] as Record<string, unknown>), [key]: value };
  }
  return context;
}

/** What a message is about, as a person says it: [Indonesian, English]. */
export const messageAboutWords: Record<MessageAbout, readonly [id: string, en: string]> = {
  kader: ['Kader', 'Kader'],
  family: ['Keluarga binaan', 'Family'],
  promise: ['Janji bayar', 'Promise to pay'],
  payment: ['Penerimaan iuran', 'Payment'],
  statement: ['Rincian imbal jasa', 'Statement'],
  warning: ['Peringatan kepada kader', 'Warning of a kader'],
  review: ['Peninjauan kemitraan', 'Partnership review'],
  award: ['Penghargaan', 'Award'],
  session: ['Pertemuan monev', 'Monev session'],
  month: ['Bulan buku', 'Month of the books'],
  week_list: ['Daftar mingguan kader', "Kader's weekly list"],
  notice: ['Pemberitahuan', 'Notice'],
};
