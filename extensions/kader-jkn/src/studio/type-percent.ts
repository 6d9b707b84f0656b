import { formatRate, type StudioLocale } from './format.ts';

/** What typing a percentage means: basis points, null for nothing, or unreadable. */
export type TypedPercent = { readable: true; basisPoints: number | null } | { readable: false };

/** Reads `12,5`, `12.5` or `25 %` as basis points (1250, 1250, 2500): at most two decimals, never negative. */
export function parsePercent(typed: string): TypedPercent {
  const text = typed.replace(/[\s%]/g, '');
  if (text === '') return { readable: true, basisPoints: null };
  const parts = /^(\d{1,6})(?:[.,](\d{0,2}))?$/.exec(text);
  if (!parts) return { readable: false };
  return { readable: true, basisPoints: Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) };
}

/** The text of stored basis points, ready to be typed in: 1250 is `12,5`. */
export function percentText(basisPoints: number | null | undefined, locale: StudioLocale): string {
  if (basisPoints === null || basisPoints === undefined) return '';
  return formatRate(basisPoints, locale)
    .replace(/[^\d.,]/g, '')
    .replace(locale === 'id-ID' ? /\./g : /,/g, '');
}
