/** An amount in Indonesian words, as letters and receipts say it beside the figure (terbilang). */

const digits = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const;

const powers = [
  [1_000_000_000_000, 'triliun'],
  [1_000_000_000, 'miliar'],
  [1_000_000, 'juta'],
  [1_000, 'ribu'],
] as const;

/** Whole rupiah in lower-case words: 1.100.011 is `satu juta seratus ribu sebelas rupiah`, a negative begins with `minus`. */
export function terbilang(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not whole rupiah: ${amount}`);
  const words = amount === 0 ? [digits[0]] : wordsOf(Math.abs(amount));
  return [...(amount < 0 ? ['minus'] : []), ...words, 'rupiah'].join(' ');
}

function wordsOf(count: number): string[] {
  for (const [power, name] of powers) {
    if (count < power) continue;
    const [many, rest] = [Math.floor(count / power), count % power];
    const head = power === 1_000 && many === 1 ? ['seribu'] : [...wordsOf(many), name];
    return [...head, ...wordsOf(rest)];
  }
  return belowThousand(count);
}

function belowThousand(count: number): string[] {
  if (count >= 100) {
    const hundreds = Math.floor(count / 100);
    return [...(hundreds === 1 ? ['seratus'] : [digit(hundreds), 'ratus']), ...belowThousand(count % 100)];
  }
  if (count >= 20) return [digit(Math.floor(count / 10)), 'puluh', ...belowThousand(count % 10)];
  if (count >= 12) return [digit(count - 10), 'belas'];
  if (count >= 10) return [count === 10 ? 'sepuluh' : 'sebelas'];
  return count === 0 ? [] : [digit(count)];
}

function digit(count: number): string {
  return digits[count] ?? '';
}
