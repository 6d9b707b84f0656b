import type { MonevSubject } from '../contract/monev.ts';
import type { MonthText } from '../contract/records.ts';
import { type Period, periodsBetween } from '../core/period.ts';
import { formatMonthSpan, type StudioLocale } from './format.ts';
import { formatSubject } from './monev-figures.ts';
import type { RecordList } from './use-record-list.ts';

interface Months {
  from: MonthText;
  to: MonthText;
}

/** The payments that count in the books of these months. */
export function paymentsOf(subject: MonevSubject, months: Months, locale: StudioLocale): RecordList {
  return {
    collectionName: 'collection',
    title: titleOf(subject, months, locale),
    filter: {
      _and: [
        ...ofSubject(subject),
        { month: { _in: monthsOf(months) } },
        { status: { _in: ['recorded', 'verified'] } },
      ],
    },
  };
}

/** The statements of these months, of one kader where it is named. */
export function statementsOf(
  subject: MonevSubject,
  months: Months,
  kader: number | null,
  locale: StudioLocale,
): RecordList {
  return {
    collectionName: 'commission',
    title: titleOf(subject, months, locale),
    filter: {
      _and: [
        ...ofSubject(subject),
        ...(kader === null ? [] : [{ kader: { _eq: kader } }]),
        { month: { _in: monthsOf(months) } },
      ],
    },
  };
}

export function titleOf(subject: MonevSubject, { from, to }: Months, locale: StudioLocale): string {
  return `${formatSubject(subject, locale)} · ${formatMonthSpan(from, to, locale)}`;
}

/** Records of the branch, the area's kader, or the kader. Directus knows no `_or` below a link. */
export function ofSubject({ branch, area, kader }: MonevSubject): Record<string, unknown>[] {
  const owners = Object.entries({ branch: branch?.id, kader: kader?.id });
  return [
    ...owners.flatMap(([field, id]) => (id === undefined ? [] : [{ [field]: { _eq: id } }])),
    ...(area
      ? [
          {
            _or: [{ kader: { district: { _eq: area.id } } }, { kader: { district: { parent: { _eq: area.id } } } }],
          },
        ]
      : []),
  ];
}

/** Every month of a span, for a filter: text knows no between. */
function monthsOf({ from, to }: Months): string[] {
  return periodsBetween(from as Period, to as Period);
}
