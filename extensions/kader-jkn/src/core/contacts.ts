/** Contacts count distinct families, not records (design 5.10). */
import { type DateText, dateOf, type TimeZone } from './period.ts';

export interface Contact {
  /** null: a group, which is no family */
  binaan: number | null;
  /** ISO 8601 with a zone */
  at: Date | string;
}

/** How many distinct families were contacted on each local day. */
export function contactsByDay(contacts: readonly Contact[], timezone: TimeZone): Map<DateText, number> {
  const families = new Map<DateText, Set<number>>();
  for (const { binaan, at } of contacts) {
    if (binaan === null) continue;
    const date = dateOf(at, timezone);
    families.set(date, (families.get(date) ?? new Set()).add(binaan));
  }
  return new Map([...families].map(([date, ofDay]) => [date, ofDay.size]));
}

/** How many distinct families were contacted at all. */
export function familiesContacted(contacts: readonly Contact[]): number {
  return new Set(contacts.map(({ binaan }) => binaan).filter((binaan) => binaan !== null)).size;
}
