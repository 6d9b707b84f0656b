import { expect, it } from 'vitest';
import { priceFacts, type ShownPrice } from './price-facts.ts';

const price: ShownPrice = {
  base: 250_000,
  commission: 62_500,
  explanation: '',
  explanation_en: '',
  months_covered: 3,
  split: null,
  month: '2022-01',
  late: false,
  pay_month: null,
};

it('says what is covered, where it is booked and when it is paid', () => {
  expect(priceFacts(price, 'id-ID')).toEqual([
    'Melunasi 3 bulan',
    'dibukukan Januari 2022',
    'dibayarkan setelah diverifikasi orang lain',
  ]);
});

it('says that a month of payment is closed, and nothing of pay where nothing is earned', () => {
  expect(priceFacts({ ...price, late: true, commission: 0, months_covered: 0 }, 'en-US')).toEqual([
    'Does not cover a whole month yet',
    'booked in January 2022, as the month of payment is closed',
  ]);
});

it('says of a reversal what goes back', () => {
  const reversal = { ...price, base: -50_000, commission: -12_500, months_covered: -1, pay_month: '2022-02' };
  expect(priceFacts(reversal, 'id-ID')).toEqual([
    '1 bulan kembali menunggak',
    'dibukukan Januari 2022',
    'dipotong bersama Februari 2022',
  ]);
});
