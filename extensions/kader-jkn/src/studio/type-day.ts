/** A day as people type it beside a date they have in mind: `25`, `25/11`, `25-11-26`, `+7`. */
import { type DateText, daysAfter, monthOf, parseDate } from '../core/period.ts';

/**
 * The day that was typed, never before `from`: a bare day is the next of that number, a day and month the next of that name,
 * `+7` is a week on. Null for what is no day; a day with its year is taken as it is.
 */
export function readDay(typed: string, from: DateText): DateText | null {
  const text = typed.trim();
  const [, ahead] = /^\+(\d{1,3})$/.exec(text) ?? [];
  if (ahead !== undefined) return daysAfter(from, Number(ahead));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseDate(text);

  const [, day = '', month, year] = /^(\d{1,2})(?:[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?)?$/.exec(text) ?? [];
  if (day === '') return null;
  if (year !== undefined) return dayOf(year.length === 2 ? `20${year}` : year, month ?? '', day);
  return month === undefined ? nextOfNumber(day, from) : nextOfName(month, day, from);
}

/** A day as it is shown for typing on: `25/11/26`. */
export function dayText(date: string | null): string {
  const [year, month, day] = (date ?? '').split('-');
  return day === undefined ? '' : `${day}/${month}/${year?.slice(2)}`;
}

function dayOf(year: string, month: string, day: string): DateText | null {
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function nextOfNumber(day: string, from: DateText): DateText | null {
  const [year = '', month = ''] = monthOf(from).split('-');
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const index = Number(month) - 1 + ahead;
    const found = dayOf(String(Number(year) + Math.floor(index / 12)), String((index % 12) + 1), day);
    if (found !== null && found >= from) return found;
  }
  return null;
}

function nextOfName(month: string, day: string, from: DateText): DateText | null {
  const year = Number(from.slice(0, 4));
  const found = dayOf(String(year), month, day);
  return found !== null && found >= from ? found : dayOf(String(year + 1), month, day);
}
