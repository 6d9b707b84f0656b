import { formatMonth, type StudioLocale } from './format.ts';

/** Twelve months of a year as `YYYY-MM`. */
export function monthsOfYear(year: number): string[] {
  return Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
}

/** The month `count` months later (earlier when negative), as `YYYY-MM`. */
export function shiftMonth(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** How far a key moves in a grid of months three wide; null for keys that do not move. */
export function monthKeyStep(key: string): number | null {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -3,
    ArrowDown: 3,
    PageUp: -12,
    PageDown: 12,
  };
  return steps[key] ?? null;
}

/** `2022-01`, `01/2022`, `1-2022`, `Januari 2022`, `jan 2022` as `YYYY-MM`; null when it names no month. */
export function parseMonthText(text: string, locale: StudioLocale): string | null {
  const figures = /^\s*(?:(\d{4})[-/. ](\d{1,2})|(\d{1,2})[-/. ](\d{4}))\s*$/.exec(text);
  if (figures) {
    const month = Number(figures[2] ?? figures[3]);
    return month >= 1 && month <= 12 ? `${figures[1] ?? figures[4]}-${String(month).padStart(2, '0')}` : null;
  }
  const words = /^\s*(\p{L}{3,})\.?\s+(\d{4})\s*$/u.exec(text);
  if (!words?.[1] || !words[2]) return null;
  const name = words[1].toLowerCase();
  return (
    monthsOfYear(Number(words[2])).find((month) => formatMonth(month, locale).toLowerCase().startsWith(name)) ?? null
  );
}
