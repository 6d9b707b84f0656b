import fc from 'fast-check';
import { expect, it } from 'vitest';
import { terbilang } from './terbilang.ts';

const units: Record<string, number> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
  seratus: 100,
};
const powers: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 };

/** Reads the words back as a person would, so that the two ways must meet. */
function read(text: string): number {
  const words = text
    .replace(/^minus /, '')
    .replace(/ ?rupiah$/, '')
    .split(' ');
  let total = 0;
  let group = 0;
  let last = 0;
  for (const word of words) {
    const power = powers[word];
    if (word === 'nol') last = 0;
    else if (word === 'seribu') total += 1_000;
    else if (word === 'belas') last += 10;
    else if (word === 'puluh') last *= 10;
    else if (word === 'ratus') last *= 100;
    else if (power !== undefined) {
      total += (group + last) * power;
      group = 0;
      last = 0;
    } else {
      group += last;
      last = units[word] ?? Number.NaN;
    }
  }
  const amount = total + group + last;
  return text.startsWith('minus') ? -amount : amount;
}

it.each([
  [0, 'nol rupiah'],
  [1, 'satu rupiah'],
  [10, 'sepuluh rupiah'],
  [11, 'sebelas rupiah'],
  [12, 'dua belas rupiah'],
  [19, 'sembilan belas rupiah'],
  [20, 'dua puluh rupiah'],
  [21, 'dua puluh satu rupiah'],
  [100, 'seratus rupiah'],
  [111, 'seratus sebelas rupiah'],
  [1_000, 'seribu rupiah'],
  [1_001, 'seribu satu rupiah'],
  [1_100, 'seribu seratus rupiah'],
  [2_000, 'dua ribu rupiah'],
  [11_000, 'sebelas ribu rupiah'],
  [21_000, 'dua puluh satu ribu rupiah'],
  [100_000, 'seratus ribu rupiah'],
  [1_000_000, 'satu juta rupiah'],
  [1_001_000, 'satu juta seribu rupiah'],
  [3_969_000, 'tiga juta sembilan ratus enam puluh sembilan ribu rupiah'],
  [16_500_000_000, 'enam belas miliar lima ratus juta rupiah'],
  [1_000_000_000_000, 'satu triliun rupiah'],
  [-150_000, 'minus seratus lima puluh ribu rupiah'],
])('%i is %s', (amount, words) => {
  expect(terbilang(amount)).toBe(words);
});

it('reads back to the same amount, whatever it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (amount) => {
      expect(read(terbilang(amount))).toBe(amount);
    }),
    { numRuns: 2_000 },
  );
});

it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no whole rupiah', (amount) => {
  expect(() => terbilang(amount)).toThrow(RangeError);
});
