import { expect, it } from 'vitest';
import { coveredMonths } from '../core/arrears.ts';
import { duesRates } from '../core/dues.samples.ts';
import type { DateText } from '../core/period.ts';
import { splitPayment } from '../core/split-payment.ts';
import { mixedWords, splitLines } from './split-words.ts';

const family = {
  members: 3,
  class: 1 as const,
  mixed: [1, 0, 2] as const,
  listedMonths: 4,
  listedAmount: 3 * 244_000 + 131_000,
  listedAsOf: '2020-04-30' as DateText,
  paidMonths: 0,
  paidAmount: 44_000,
};

it('writes members × months × dues, what was begun before, and what is left', () => {
  const lines = splitLines(splitPayment(coveredMonths(family, duesRates, 700_000), family, duesRates), 'id-ID');
  expect(lines).toEqual([
    {
      label: 'Januari–Maret 2020',
      shares: ['1 peserta kelas I × 3 bulan × Rp 160.000', '2 peserta kelas III × 3 bulan × Rp 42.000'],
      amount: 732_000,
    },
    { label: 'Sudah dibayar sebelumnya', shares: [], amount: -44_000 },
    { label: 'Sisa, menunggu bulan berikutnya', shares: [], amount: 12_000 },
  ]);
  expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(700_000);
});

it("says where the sum is the list's own", () => {
  const listed = { ...family, mixed: null, listedMonths: 2, listedAmount: 100_001, paidAmount: 0 };
  const made = splitPayment(coveredMonths(listed, duesRates, 100_001), listed, duesRates);
  expect(splitLines(made, 'en-US').flatMap(({ shares }) => shares)).toEqual([
    '3 of class I × 1 mo (as listed)',
    '3 of class I × 1 mo (as listed)',
  ]);
});

it('writes how many are of which class', () => {
  expect(mixedWords([1, 0, 2])).toBe('I 1, III 2');
});
