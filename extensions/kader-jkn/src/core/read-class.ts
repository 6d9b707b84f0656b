/** The class of a participant as lists write it. */
import { cleanText } from './clean-text.ts';
import type { DuesClass } from './dues.ts';

const classes: ReadonlyMap<string, DuesClass> = new Map([
  ...(['1', '01', 'I', 'SATU', 'PERTAMA'] as const).map((text) => [text, 1] as const),
  ...(['2', '02', 'II', 'DUA', 'KEDUA'] as const).map((text) => [text, 2] as const),
  ...(['3', '03', 'III', 'TIGA', 'KETIGA'] as const).map((text) => [text, 3] as const),
]);

/** `I`, `2`, `Kelas 3`, `KLS. III`, `kelas tiga`; null: no class. */
export function readClass(text: string): DuesClass | null {
  const known = classes.get(text);
  if (known !== undefined) return known;
  const plain = cleanText(text)
    .toUpperCase()
    .replace(/^PBPU\s+/, '')
    .replace(/^(KELAS|KLAS|KLS|KL|CLASS)(?=[^A-HJ-Z]|$)[\s.:-]*/, '');
  return classes.get(plain) ?? null;
}
