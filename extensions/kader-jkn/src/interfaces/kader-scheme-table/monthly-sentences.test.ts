import { expect, it } from 'vitest';
import { ruleOf } from '../../core/pricing.samples.ts';
import { monthlySentences } from './monthly-sentences.ts';

it('says each rule of a month in one sentence, with rupiah', () => {
  const rules = [
    ruleOf({ kind: 'percentage', rate_bp: 1_000 }),
    ruleOf({
      ...{ kind: 'attainment_bonus', bonus_mode: 'whole', rate_bp: 200 },
      ...{ attainment_from_bp: 10_000, attainment_to_bp: 12_000 },
    }),
    ruleOf({ kind: 'flat_enrolment', amount: 5_000 }),
    ruleOf({ kind: 'monthly_floor', amount: 100_000 }),
    ruleOf({ kind: 'monthly_cap', amount: 2_000_000 }),
    ruleOf({ kind: 'withholding', rate_bp: 300, share_bp: 5_000, tax_number: 'without' }),
  ];
  expect(monthlySentences({ base: 'arrears', rules }, 'id-ID')).toEqual([
    'Hanya pembayaran tunggakan yang dibayar imbal jasanya, bukan iuran berjalan atau bayar di muka.',
    'Capaian 80% (Rp 8.000.000 dari contoh target Rp 10.000.000): tanpa bonus.',
    'Capaian 100% (Rp 10.000.000 dari contoh target Rp 10.000.000): bonus Rp 200.000.',
    'Capaian 120% (Rp 12.000.000 dari contoh target Rp 10.000.000): tanpa bonus.',
    'Rp 5.000 untuk setiap peserta baru.',
    'Paling sedikit Rp 100.000 sebulan bagi kader yang mendapat imbal jasa bulan itu.',
    'Paling banyak Rp 2.000.000 sebulan.',
    'Potongan 3% dari 50% bruto untuk kader yang NPWP-nya belum tercatat: Rp 15.000 dari setiap Rp 1.000.000.',
  ]);
});

it('says what the base makes of current dues', () => {
  expect(monthlySentences({ base: 'amount', rules: [] }, 'en-US')).toEqual([
    'Current dues and payments in advance count like arrears.',
  ]);
});
