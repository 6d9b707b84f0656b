import { expect, it } from 'vitest';
import { rupiahInWords } from './rupiah-words.ts';

it.each([
  [0, 'nol rupiah'],
  [10, 'sepuluh rupiah'],
  [11, 'sebelas rupiah'],
  [17, 'tujuh belas rupiah'],
  [100, 'seratus rupiah'],
  [1_000, 'seribu rupiah'],
  [1_111, 'seribu seratus sebelas rupiah'],
  [25_500, 'dua puluh lima ribu lima ratus rupiah'],
  [101_000, 'seratus satu ribu rupiah'],
  [1_250_000, 'satu juta dua ratus lima puluh ribu rupiah'],
  [1_001_000_000, 'satu miliar satu juta rupiah'],
  [-50_000, 'minus lima puluh ribu rupiah'],
])('spells %i', (amount, words) => {
  expect(rupiahInWords(amount)).toBe(words);
});

it('refuses what it has no words for', () => {
  expect(() => rupiahInWords(1.5)).toThrow(RangeError);
  expect(() => rupiahInWords(1e15)).toThrow(RangeError);
});
