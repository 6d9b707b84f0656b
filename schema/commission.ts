import {
  boolean,
  choice,
  colour,
  defineCollection,
  history,
  m2o,
  month,
  number,
  percent,
  presentation,
  remark,
  rupiah,
  section,
  statementLines,
} from './define.ts';

const kept = { readonly: true };
const figure = { required: true, default: 0, readonly: true };

/** Statement of imbal jasa: one kader, one month. Written by the close of the month. */
export const commission = defineCollection('commission', {
  label: ['Imbal jasa', 'Statements'],
  note: [
    'Perhitungan imbal jasa satu kader untuk satu bulan; dibuat saat bulan ditutup.',
    'What a kader earned in a month; made when the month closes.',
  ],
  icon: 'receipt_long',
  folder: 'jkn_iuran',
  sort: 3,
  template: '{{kader.name}} · {{month}}',
  fields: [
    m2o('kader', ['Kader', 'Kader'], 'kader', {
      ...kept,
      required: true,
      template: '{{name}} · {{code}}',
      listedAs: 'statements',
    }),
    month('month', ['Bulan', 'Month'], { ...kept, required: true }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'draft', label: ['Rancangan', 'Draft'], color: colour.amber },
        { value: 'closed', label: ['Ditutup', 'Closed'], color: colour.blue },
        { value: 'approved', label: ['Disetujui', 'Approved'], color: colour.teal },
        { value: 'paid', label: ['Dibayar', 'Paid'], color: colour.grey },
      ],
      { ...kept, required: true, default: 'draft' },
    ),
    rupiah('net', ['Diterima', 'Net'], {
      ...figure,
      note: ['Setelah potongan; tidak pernah di bawah nol.', 'After deductions; never below zero.'],
    }),
    presentation('letter', ['Surat rincian', 'Letter'], 'kader-statement-letter'),
    section('reckoning', ['Perhitungan', 'Reckoning'], { icon: 'calculate' }, [
      statementLines('lines', ['Rincian', 'Lines'], { readonly: true }),
      rupiah('base', ['Dasar', 'Base'], figure),
      rupiah('commission', ['Imbal jasa', 'Commission'], figure),
      rupiah('bonus', ['Bonus', 'Bonus'], figure),
      rupiah('adjustment', ['Penyesuaian batas', 'Floor and cap'], figure),
      rupiah('corrections', ['Koreksi', 'Corrections'], figure),
      rupiah('gross', ['Bruto', 'Gross'], figure),
      rupiah('withholding', ['Potongan', 'Withholding'], figure),
      rupiah('carried_in', ['Bawaan bulan lalu', 'Carried in'], figure),
      rupiah('carried_out', ['Dibawa ke bulan depan', 'Carried out'], figure),
      m2o('scheme', ['Skema bulan ini', "The month's scheme"], 'commission_scheme', { ...kept, template: '{{name}}' }),
      boolean('tax_number_known', ['NPWP', 'Tax number'], { ...kept, says: ['NPWP diketahui', 'Tax number known'] }),
    ]),
    presentation('disputes', ['Sanggahan', 'Disputes'], 'kader-disputes'),
    section('work', ['Kerja bulan ini', "The month's work"], { icon: 'monitoring' }, [
      rupiah('collected', ['Penerimaan', 'Collected'], figure),
      number('collections_count', ['Jumlah pembayaran', 'Payments'], figure),
      number('families_count', ['Keluarga membayar', 'Families that paid'], figure),
      number('families_held', ['Keluarga dipegang', 'Families held'], figure),
      rupiah('target', ['Target', 'Target'], { ...kept, big: true }),
      percent('attainment_bp', ['Capaian', 'Attainment'], kept),
      choice(
        'streak_state',
        ['Bulan ini', 'This month'],
        [
          { value: 'collected', label: ['Ada penerimaan', 'Collected'], color: colour.blue },
          { value: 'zero', label: ['Tanpa penerimaan', 'Zero'], color: colour.red },
          { value: 'not_joined', label: ['Belum bergabung', 'Not joined'], color: colour.grey },
          { value: 'grace', label: ['Masa tenggang', 'Grace'], color: colour.grey },
          { value: 'leave', label: ['Cuti', 'Leave'], color: colour.grey },
          { value: 'no_binaan', label: ['Tanpa binaan', 'No binaan'], color: colour.grey },
          { value: 'ended', label: ['Berakhir', 'Ended'], color: colour.grey },
        ],
        { ...kept, required: true },
      ),
      number('zero_streak', ['Bulan tanpa penerimaan berturut-turut', 'Months without collection in a row'], figure),
    ]),
    remark(),
    section('belongs', ['Pembukuan', 'Books'], { icon: 'calendar_month', closed: true }, [
      m2o('period', ['Bulan buku', 'Month of the books'], 'period', {
        ...kept,
        required: true,
        template: '{{branch.name}} · {{month}}',
        listedAs: 'statements',
      }),
      m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { ...kept, required: true, template: '{{name}}' }),
    ]),
    history(),
  ],
  uniques: { month: 'kader, month', period: 'kader, period' },
  indexes: { period: 'period', branch: 'branch, month', collected: '(branch, month, kader, collected, id)' },
  checks: { net: 'net >= 0' },
});
