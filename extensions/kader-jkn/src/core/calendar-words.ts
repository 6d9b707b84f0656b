/** Days and months in words, for the sentences that are stored with a record. */
import type { DateText, Period } from './period.ts';

export interface Words {
  id: string;
  en: string;
}

const monthNames: readonly Words[] = [
  { id: 'Januari', en: 'January' },
  { id: 'Februari', en: 'February' },
  { id: 'Maret', en: 'March' },
  { id: 'April', en: 'April' },
  { id: 'Mei', en: 'May' },
  { id: 'Juni', en: 'June' },
  { id: 'Juli', en: 'July' },
  { id: 'Agustus', en: 'August' },
  { id: 'September', en: 'September' },
  { id: 'Oktober', en: 'October' },
  { id: 'November', en: 'November' },
  { id: 'Desember', en: 'December' },
];

/** `Januari 2022` and `January 2022`. */
export function monthWords(month: Period): Words {
  const name = monthNames[Number(month.slice(5)) - 1] ?? { id: month, en: month };
  const year = month.slice(0, 4);
  return { id: `${name.id} ${year}`, en: `${name.en} ${year}` };
}

/** `31 Januari 2022` and `31 January 2022`. */
export function dayWords(date: DateText): Words {
  const { id, en } = monthWords(date.slice(0, 7) as Period);
  const day = Number(date.slice(8));
  return { id: `${day} ${id}`, en: `${day} ${en}` };
}
