import { choice, colour, defineCollection, m2o, number, percent, remark, rupiah } from './define.ts';

const paymentKinds = ['percentage', 'flat_payment', 'flat_participant'];
const amountKinds = ['flat_payment', 'flat_participant', 'flat_enrolment', 'monthly_floor', 'monthly_cap'];
const rateKinds = ['percentage', 'attainment_bonus', 'withholding'];
const bonus = { kind: { _eq: 'attainment_bonus' } };

/** One rule of a scheme. Which fields it needs follows from its kind. */
export const commissionRule = defineCollection('commission_rule', {
  label: ['Aturan imbal jasa', 'Commission rules'],
  note: ['Satu aturan dari sebuah skema imbal jasa.', 'One rule of a commission scheme.'],
  icon: 'functions',
  folder: 'jkn_organisasi',
  sort: 6,
  template: '{{kind}}',
  hidden: true,
  sortField: 'sort',
  fields: [
    m2o('scheme', ['Skema', 'Scheme'], 'commission_scheme', {
      required: true,
      template: '{{name}}',
      onDelete: 'CASCADE',
      listedAs: 'rules',
      sortField: 'sort',
      width: 'full',
    }),
    number('sort', ['Urutan', 'Order'], { hidden: true }),
    choice(
      'kind',
      ['Jenis', 'Kind'],
      [
        { value: 'percentage', label: ['Persentase dari pembayaran', 'Percentage of a payment'], color: colour.blue },
        { value: 'flat_payment', label: ['Tetap per pembayaran', 'Flat a payment'], color: colour.blue },
        { value: 'flat_participant', label: ['Tetap per peserta', 'Flat a participant'], color: colour.blue },
        { value: 'flat_enrolment', label: ['Tetap per peserta baru', 'Flat a new participant'], color: colour.teal },
        {
          value: 'attainment_bonus',
          label: ['Bonus capaian bulan', 'Bonus by monthly attainment'],
          color: colour.teal,
        },
        { value: 'monthly_floor', label: ['Paling sedikit per bulan', 'Floor a month'], color: colour.amber },
        { value: 'monthly_cap', label: ['Paling banyak per bulan', 'Cap a month'], color: colour.amber },
        { value: 'withholding', label: ['Potongan (PPh 21)', 'Withholding (PPh 21)'], color: colour.grey },
      ],
      { required: true, width: 'full' },
    ),
    number('months_from', ['Dari', 'From'], {
      min: 0,
      max: 600,
      shownWhen: { kind: { _in: paymentKinds } },
      note: ['Bulan menunggak; yang ini termasuk.', 'Months owed; this one included.'],
    }),
    number('months_to', ['Sampai', 'To'], {
      min: 1,
      max: 600,
      shownWhen: { kind: { _in: paymentKinds } },
      note: [
        'Bulan menunggak; yang ini tidak termasuk. Kosong: tanpa batas atas.',
        'Months owed; this one not included. Empty: no upper bound.',
      ],
    }),
    percent('rate_bp', ['Tarif', 'Rate'], {
      min: 0,
      max: 10_000,
      shownWhen: { kind: { _in: rateKinds } },
    }),
    rupiah('amount', ['Jumlah', 'Amount'], { min: 0, shownWhen: { kind: { _in: amountKinds } } }),
    percent('attainment_from_bp', ['Capaian dari', 'Attainment from'], {
      min: 0,
      shownWhen: bonus,
    }),
    percent('attainment_to_bp', ['Capaian sampai sebelum', 'Attainment to before'], {
      min: 1,
      shownWhen: bonus,
      note: ['Kosong: tanpa batas atas.', 'Empty: no upper bound.'],
    }),
    choice(
      'bonus_mode',
      ['Bonus dihitung dari', 'Bonus is taken of'],
      [
        { value: 'whole', label: ['Seluruh penerimaan bulan itu', 'All that was collected in the month'] },
        { value: 'marginal', label: ['Penerimaan di dalam rentang saja', 'Only what was collected within the band'] },
      ],
      { shownWhen: bonus },
    ),
    percent('share_bp', ['Bagian kena pajak', 'Taxable share'], {
      min: 0,
      max: 10_000,
      shownWhen: { kind: { _eq: 'withholding' } },
      note: ['Bagian dari bruto, biasanya 50%.', 'Share of gross, usually 50%.'],
    }),
    choice(
      'tax_number',
      ['Untuk kader', 'For kader'],
      [
        { value: 'any', label: ['Semua', 'All'] },
        { value: 'with', label: ['Yang NPWP-nya tercatat', 'Whose tax number is known'] },
        { value: 'without', label: ['Yang NPWP-nya belum tercatat', 'Whose tax number is not known'] },
      ],
      {
        default: 'any',
        shownWhen: { kind: { _eq: 'withholding' } },
        note: [
          'Satu potongan untuk semua, atau satu dengan dan satu tanpa NPWP.',
          'One withholding for all, or one with and one without a tax number.',
        ],
      },
    ),
    remark(),
  ],
  indexes: { scheme: 'scheme' },
  checks: { months_to: 'months_from < months_to', attainment_to_bp: 'attainment_from_bp < attainment_to_bp' },
});
