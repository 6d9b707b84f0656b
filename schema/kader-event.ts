import {
  choice,
  colour,
  date,
  defineCollection,
  file,
  longText,
  m2o,
  moment,
  month,
  presentation,
  remark,
  saved,
  text,
  user,
} from './define.ts';

const mistreated = { kind: { _eq: 'mistreated' } };
const handled = { handled_at: { _nnull: true } };

/** What happened to a kader: the history that leave, grace and reviews are reckoned from. */
export const kaderEvent = defineCollection('kader_event', {
  label: ['Riwayat kader', 'Kader history'],
  note: [
    'Pelatihan, cuti, peringatan, penghargaan, dan kejadian lain.',
    'Training, leave, warnings, awards and other events.',
  ],
  icon: 'history_edu',
  folder: 'jkn_kader',
  sort: 3,
  collapse: 'closed',
  template: '{{kind}} · {{on_date}}',
  fields: [
    m2o('kader', ['Kader', 'Kader'], 'kader', { required: true, template: '{{name}} · {{code}}', listedAs: 'events' }),
    choice(
      'kind',
      ['Kejadian', 'Event'],
      [
        { value: 'recruited', label: ['Direkrut', 'Recruited'], color: colour.pale },
        { value: 'briefed', label: ['Diberi penjelasan', 'Briefed'], color: colour.pale },
        { value: 'trained', label: ['Dilatih', 'Trained'], color: colour.teal },
        { value: 'joined', label: ['Bergabung', 'Joined'], color: colour.blue },
        { value: 'leave', label: ['Cuti', 'Leave'], color: colour.grey },
        { value: 'warned', label: ['Peringatan', 'Warned'], color: colour.amber },
        { value: 'extended', label: ['Diperpanjang', 'Extended'], color: colour.blue },
        { value: 'ended', label: ['Berakhir', 'Ended'], color: colour.grey },
        { value: 'award', label: ['Penghargaan', 'Award'], color: colour.teal },
        { value: 'mistreated', label: ['Perlakuan buruk di lapangan', 'Mistreated in the field'], color: colour.amber },
        { value: 'other', label: ['Lainnya', 'Other'], color: colour.grey },
      ],
      { required: true },
    ),
    date('on_date', ['Tanggal', 'Date'], { required: true }),
    date('to_date', ['Sampai', 'To'], {
      shownWhen: { kind: { _eq: 'leave' } },
      note: ['Hari terakhir cuti. Kosong: belum selesai.', 'Last day of the leave. Empty: not over.'],
    }),
    month('month', ['Bulan tanpa penerimaan terakhir', 'Last month without collection'], {
      readonly: true,
      shownWhen: { kind: { _eq: 'warned' } },
    }),
    choice(
      'origin',
      ['Asal', 'Origin'],
      [
        { value: 'person', label: ['Dicatat orang', 'By a person'], color: colour.blue },
        { value: 'close', label: ['Penutupan bulan', 'By the close of a month'], color: colour.grey },
      ],
      { required: true, default: 'person', readonly: true, hidden: true },
    ),
    text('reason', ['Alasan', 'Reason'], { width: 'full' }),
    presentation('warning_button', ['Surat peringatan', 'Letter of the warning'], 'kader-documents', {
      shownWhen: { _and: [saved, { kind: { _eq: 'warned' } }] },
      options: {
        documents: [
          {
            path: '/kader-jkn/kader/warnings/{id}/letter',
            icon: 'picture_as_pdf',
            text: ['Cetak surat peringatan', 'Print the letter of the warning'],
          },
        ],
      },
    }),
    file('file', ['Berkas', 'File'], { width: 'full' }),
    longText('handling', ['Tindak lanjut kepala', "The head's follow-up"], {
      shownWhen: { _and: [saved, mistreated] },
      note: ['Apa yang sudah dilakukan untuk kader ini.', 'What was done for this kader.'],
    }),
    moment('handled_at', ['Ditindaklanjuti pada', 'Followed up at'], { readonly: true, shownWhen: handled }),
    user('handled_by', ['Ditindaklanjuti oleh', 'Followed up by'], { readonly: true, shownWhen: handled }),
    remark(),
  ],
  uniques: { warning: "(kader, month) where kind = 'warned' and origin = 'close'" },
  indexes: { kader: 'kader, on_date', unhandled: "(kader) where kind = 'mistreated' and handled_at is null" },
  checks: {
    to_date: 'on_date <= to_date',
    handling: "handled_at is null or coalesce(btrim(handling), '') <> ''",
  },
});
