import {
  choice,
  colour,
  date,
  defineCollection,
  history,
  m2o,
  notice,
  o2m,
  presentation,
  remark,
  saved,
  section,
  text,
} from './define.ts';

const ruleColumns = [
  ...['sort', 'kind', 'months_from', 'months_to', 'rate_bp', 'amount', 'attainment_from_bp', 'attainment_to_bp'],
  ...['bonus_mode', 'share_bp', 'tax_number', 'note'],
];

/** How imbal jasa is reckoned from a date; its rules stand in `commission_rule`. */
export const commissionScheme = defineCollection('commission_scheme', {
  label: ['Skema imbal jasa', 'Commission schemes'],
  note: [
    'Cara menghitung imbal jasa sejak suatu tanggal. Skema yang sudah dipakai tidak diubah: buat yang baru.',
    'How imbal jasa is reckoned from a date. A scheme in use does not change: make a new one.',
  ],
  icon: 'percent',
  folder: 'jkn_organisasi',
  sort: 5,
  template: '{{name}}',
  archive: { field: 'status', archived: 'archived', active: 'active' },
  // "Save as copy": a draft with the same rules.
  copied: ['name', 'branch', 'effective_from', 'base', 'note', ...ruleColumns.map((column) => `rules.${column}`)],
  fields: [
    text('name', ['Nama', 'Name'], { required: true, placeholder: ['Imbal jasa 2022', 'Commission of 2022'] }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'draft', label: ['Rancangan', 'Draft'], color: colour.amber },
        { value: 'active', label: ['Berlaku', 'Active'], color: colour.blue },
        { value: 'archived', label: ['Diarsipkan', 'Archived'], color: colour.grey },
      ],
      {
        required: true,
        default: 'draft',
        note: [
          'Hanya skema yang berlaku dipakai menghitung. Setelah dipakai, skema tidak lagi diubah: buat penggantinya.',
          'Only an active scheme reckons. Once in use it does not change any more: make a successor.',
        ],
      },
    ),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', {
      template: '{{name}}',
      note: [
        'Kosong: berlaku untuk semua cabang yang tidak punya skema sendiri.',
        'Empty: for every branch without one of its own.',
      ],
    }),
    date('effective_from', ['Berlaku sejak', 'In force from'], { required: true }),
    choice(
      'base',
      ['Dasar persentase', 'Percentage of'],
      [
        {
          value: 'arrears',
          label: ['Bagian yang melunasi tunggakan', 'The part that pays arrears'],
          color: colour.blue,
        },
        { value: 'amount', label: ['Seluruh pembayaran', 'The whole payment'], color: colour.teal },
      ],
      { required: true, default: 'arrears', width: 'full' },
    ),
    section('calculation', ['Aturan perhitungan', 'Rules'], { icon: 'functions' }, [
      notice(
        'bands_notice',
        ['Penjelasan rentang', 'About bands'],
        [
          'Rentang bulan menunggak dibaca "dari … sampai sebelum …": 1–7 lalu 7–kosong mencakup semua tanpa celah.',
          'A band reads "from … to before …": 1–7, then 7–empty covers everything without a gap.',
        ],
      ),
      o2m('rules', ['Aturan', 'Rules'], {
        columns: ['kind', 'months_from', 'months_to', 'rate_bp', 'amount'],
        create: true,
        limit: 25,
      }),
      presentation('scheme_table', ['Yang dibayar skema ini', 'What this scheme pays'], 'kader-scheme-table'),
    ]),
    section(
      'comparison',
      ['Bandingkan dengan bulan yang sudah ditutup', 'Compare with closed months'],
      { icon: 'compare_arrows', shownWhen: saved },
      [presentation('scheme_simulation', ['Simulasi', 'Simulation'], 'kader-scheme-simulation')],
    ),
    remark(['Dasar dan catatan', 'Source and note']),
    history(),
  ],
  uniques: { in_force: "(coalesce(branch, 0), effective_from) where status = 'active'" },
});
