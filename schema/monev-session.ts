import {
  choice,
  colour,
  date,
  defineCollection,
  longText,
  m2o,
  month,
  o2m,
  saved,
  section,
  text,
  user,
} from './define.ts';

/** The meeting in which a branch looks at a month. It is prepared and held on the page "Rapat monev"; this is its record. */
export const monevSession = defineCollection('monev_session', {
  label: ['Sesi monev', 'Monev sessions'],
  note: [
    'Rapat monev satu bulan: kehadiran, catatan, dan keputusannya. Dijalankan dari halaman "Rapat monev" di Kerja lapangan.',
    'The monev meeting of a month: attendance, notes and decisions. It is run from the page "Monev meeting" in Field work.',
  ],
  icon: 'co_present',
  folder: 'jkn_monev',
  sort: 2,
  template: '{{month}} · {{branch.name}}',
  fields: [
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { required: true, readonlyWhen: saved, template: '{{name}}' }),
    month('month', ['Bulan yang dibahas', 'Month looked at'], { required: true, readonlyWhen: saved }),
    date('held_on', ['Tanggal rapat', 'Held on'], { required: true }),
    text('place', ['Tempat', 'Place'], { placeholder: ['Aula kantor cabang', 'Hall of the branch'] }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'planned', label: ['Direncanakan', 'Planned'], color: colour.pale },
        { value: 'held', label: ['Berlangsung', 'Held'], color: colour.blue },
        { value: 'done', label: ['Selesai', 'Done'], color: colour.grey },
      ],
      {
        required: true,
        default: 'planned',
        note: [
          'Setelah selesai, kehadiran dan keputusan tetap. Buka kembali dengan memilih "Berlangsung".',
          'Once done, attendance and decisions are fixed. Choose "Held" to open it again.',
        ],
      },
    ),
    user('led_by', ['Dipimpin oleh', 'Led by']),
    longText('notes', ['Catatan rapat', 'Minutes'], {
      note: ['Tidak ditampilkan di layar ruangan.', 'Not shown on the screen of the room.'],
    }),
    section('came', ['Kehadiran', 'Attendance'], { icon: 'how_to_reg', closed: true, shownWhen: saved }, [
      o2m('attending', ['Kehadiran', 'Attendance'], { columns: ['kader', 'status'], limit: 25 }),
    ]),
    section('decided', ['Keputusan', 'Decisions'], { icon: 'task_alt', shownWhen: saved }, [
      o2m('decisions', ['Keputusan', 'Decisions'], {
        columns: ['text', 'due_on', 'status'],
        sort: 'due_on',
        limit: 25,
      }),
    ]),
  ],
  uniques: { month: 'branch, month' },
  indexes: { held_on: 'branch, held_on' },
});
