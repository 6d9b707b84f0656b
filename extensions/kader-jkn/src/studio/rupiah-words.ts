const digits = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const;
const scales = ['', 'ribu', 'juta', 'miliar', 'triliun'] as const;

function belowThousand(value: number): string[] {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const words: string[] = [];
  if (hundreds === 1) words.push('seratus');
  else if (hundreds > 1) words.push(digits[hundreds] ?? '', 'ratus');
  if (rest === 10) words.push('sepuluh');
  else if (rest === 11) words.push('sebelas');
  else if (rest > 11 && rest < 20) words.push(digits[rest - 10] ?? '', 'belas');
  else {
    if (rest >= 20) words.push(digits[Math.floor(rest / 10)] ?? '', 'puluh');
    if (rest % 10 > 0) words.push(digits[rest % 10] ?? '');
  }
  return words;
}

/**
 * Whole rupiah in Indonesian words, as receipts carry them: 1250000 is `satu juta dua ratus lima puluh ribu rupiah`. Below
 * nothing `minus` leads. Up to 999 trillion; beyond that, a range error.
 */
export function rupiahInWords(amount: number): string {
  if (!Number.isSafeInteger(amount) || Math.abs(amount) >= 1e15) throw new RangeError(`No words for ${amount}`);
  if (amount === 0) return 'nol rupiah';
  const words: string[] = amount < 0 ? ['minus'] : [];
  for (let scale = scales.length - 1; scale >= 0; scale--) {
    const part = Math.floor(Math.abs(amount) / 1000 ** scale) % 1000;
    if (part === 0) continue;
    if (scale === 1 && part === 1) words.push('seribu');
    else words.push(...belowThousand(part), scales[scale] ?? '');
  }
  return [...words.filter((word) => word !== ''), 'rupiah'].join(' ');
}
