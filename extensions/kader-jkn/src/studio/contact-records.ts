import type { MonevSubject } from '../contract/monev.ts';
import type { MonthText, Outcome, TimeZone } from '../contract/records.ts';
import { addMonths, firstDay, lastDay, type Period, startOfDay } from '../core/period.ts';
import type { StudioLocale } from './format.ts';
import { ofSubject, titleOf } from './monev-records.ts';
import type { RecordList } from './use-record-list.ts';

interface Months {
  from: MonthText;
  to: MonthText;
}

interface Chosen {
  subject: MonevSubject;
  months: Months;
  timezone: TimeZone;
  /** what of them; every contact where nothing is said */
  only?: Record<string, unknown>[];
}

/** The contacts of these months, in the days of the branch. */
export function contactsOf({ subject, months, timezone, only = [] }: Chosen, locale: StudioLocale): RecordList {
  const [from, to] = [firstDay(months.from as Period), firstDay(addMonths(months.to as Period, 1))];
  const at = [
    { at: { _gte: startOfDay(from, timezone).toISOString() } },
    { at: { _lt: startOfDay(to, timezone).toISOString() } },
  ];
  return {
    collectionName: 'activity',
    title: titleOf(subject, months, locale),
    filter: { _and: [...ofSubject(subject), ...at, ...only] },
  };
}

/** Contacts with a family. */
export const withFamily = { binaan: { _nnull: true } };

/** Contacts that ended so; null: nobody said how. */
export function endedIn(outcome: Outcome | null): Record<string, unknown> {
  return { outcome: outcome === null ? { _null: true } : { _eq: outcome } };
}

/** The promises whose day lies in these months. */
export function promisesOf(subject: MonevSubject, months: Months, locale: StudioLocale): RecordList {
  return {
    collectionName: 'activity',
    title: titleOf(subject, months, locale),
    filter: {
      _and: [
        ...ofSubject(subject),
        { promise_state: { _nnull: true } },
        { promise_on: { _between: [firstDay(months.from as Period), lastDay(months.to as Period)] } },
      ],
    },
  };
}
