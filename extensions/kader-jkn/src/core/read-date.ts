/** Days as Indonesians write them. */
import { cleanText } from './clean-text.ts';
import { type DateText, daysAfter, parseDate } from './period.ts';

/** How a source orders a day written in figures; `dmy` is the Indonesian way. */
export type DateOrder = 'dmy' | 'mdy';

const monthsByName: ReadonlyMap<string, number> = new Map(
  [
    ['januari', 'january', 'jan'],
    ['februari', 'february', 'pebruari', 'feb', 'peb'],
    ['maret', 'march', 'mar', 'mrt'],
    ['april', 'apr'],
    ['mei', 'may'],
    ['juni', 'june', 'jun'],
    ['juli', 'july', 'jul'],
    ['agustus', 'august', 'agu', 'agt', 'ags', 'agust', 'aug'],
    ['september', 'sep', 'sept'],
    ['oktober', 'october', 'okt', 'oct'],
    ['november', 'nopember', 'nov', 'nop'],
    ['desember', 'december', 'des', 'dec'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** Excel counts days from here; it believes that 1900 was a leap year, which later days include. */
const excelDayZero = '1899-12-30' as DateText;
/** serial numbers of 1 January 1955 and 31 December 2099: outside, a number is no day of ours */
const firstSerial = 20_090;
const lastSerial = 73_050;
/** two digits from here on are of the last century */
const lastCenturyFrom = 70;

/**
 * `31/12/2025`, `31-12-25`, `31.12.2025`, `2025-12-31`, `20251231`, `31 Desember 2025`, `31 Des 2025`, `45657` of a sheet;
 * a time of day after it is left out. Null: no day of the calendar.
 */
export function readDate(text: string, order: DateOrder = 'dmy'): DateText | null {
  const bare = cleanText(text).replace(
    /[T ]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|WIB|WITA|WIT)?$/i,
    '',
  );
  if (/^\d{5}([.,]\d+)?$/.test(bare)) return ofSerial(Number.parseInt(bare, 10));
  return readYearFirst(bare) ?? readFigures(bare, order) ?? readWords(bare);
}

function ofSerial(serial: number): DateText | null {
  return serial < firstSerial || serial > lastSerial ? null : daysAfter(excelDayZero, serial);
}

function readYearFirst(text: string): DateText | null {
  const [, year, month, day] =
    /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(text)?.filter((_, part) => part !== 2) ?? [];
  if (/^\d+$/.test(text) && text.length !== 8) return null;
  return year === undefined ? null : dayOf(year, Number(month), Number(day));
}

function readFigures(text: string, order: DateOrder): DateText | null {
  const parts = /^(\d{1,2})\s?([-/. ])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/.exec(text);
  if (parts === null) return null;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return dayOf(parts[4] ?? '', month, day);
}

function readWords(text: string): DateText | null {
  const parts = /^(?:[a-z']+,\s*)?(\d{1,2})[\s./-]*([a-z]+)[\s./-]*(\d{4}|\d{2})$/i.exec(text);
  const month = monthsByName.get(parts?.[2]?.toLowerCase() ?? '');
  return parts === null || month === undefined ? null : dayOf(parts[3] ?? '', month, Number(parts[1]));
}

function dayOf(year: string, month: number, day: number): DateText | null {
  const full = year.length === 4 ? year : `${Number(year) >= lastCenturyFrom ? '19' : '20'}${year}`;
  const two = (value: number) => String(value).padStart(2, '0');
  return parseDate(`${full}-${two(month)}-${two(day)}`);
}
