import type { Knex } from 'knex';
import type { MonevGrouping } from '../../contract/monev.ts';
import type { Id, MonthText, TargetMeasure } from '../../contract/records.ts';
import { type DateText, daysOf, monthOf, type Period, periodsBetween } from '../../core/period.ts';
import { type TargetRow, type TargetSubject, targetOver } from '../../core/targets.ts';
import type { RosterKader } from './roster.ts';
import type { MonevScope } from './scope.ts';
import { targetsOf } from './targets-of.ts';

/** What was due of a measure: rupiah, a count, families a day, or basis points of arrears. Null: no target. */
export interface Due {
  whole: number | null;
  ofBranch(branch: Id): number | null;
  /** kader with a target only */
  byKader: ReadonlyMap<Id, number>;
  /** of a branch or area with these kader, or of one kader */
  ofPlace(grouping: MonevGrouping, id: Id, kader: readonly RosterKader[]): number | null;
  ofMonth(month: MonthText): number | null;
}

interface Span {
  from: MonthText;
  to: MonthText;
}

/**
 * The targets of a scope over a span. A whole's own target goes before the sum of its kader's; a kader owes for the
 * months of the partnership, its first and last included.
 */
export async function dueOver(knex: Knex, scope: MonevScope, measure: TargetMeasure, span: Span): Promise<Due> {
  const branches = scope.branches.map(({ id }) => id);
  const found = (await targetsOf(knex, { branches, measure, ...span })) as TargetRow[];
  const targets = Map.groupBy(found, ({ branch }) => branch);
  const roster = Map.groupBy(scope.roster, ({ branch }) => branch);

  function of(subject: TargetSubject, { from, to }: Span, asked: Span): number | null {
    const months = { measure, from: from as Period, to: to as Period };
    const target = targetOver(targets.get(subject.branch) ?? [], months, subject);
    return target === null || measure !== 'contacts_per_day' ? target : target / daysIn(asked);
  }

  const named = new Set(found.flatMap(({ kader }) => (kader === null ? [] : [kader])));
  const alike = new Map<string, number | null>();

  /** Most kader have no target of their own: what is due of one is due of all in the same place for the same months. */
  function ofKader(kader: RosterKader, asked: Span): number | null {
    const months = partnershipWithin(kader, asked);
    if (months === null) return null;
    const areas = [kader.district, kader.regency, kader.province].filter((area) => area !== null);
    const subject = { of: 'kader' as const, branch: kader.branch, kader: kader.id, areas };
    if (named.has(kader.id)) return of(subject, months, asked);
    const key = [kader.branch, ...areas, months.from, months.to, asked.from, asked.to].join(' ');
    const known = alike.get(key);
    if (known !== undefined) return known;
    const due = of(subject, months, asked);
    alike.set(key, due);
    return due;
  }

  function ofBranch(branch: Id, asked: Span): number | null {
    const { kader, area } = scope.subject;
    const asWhole = !kader && (scope.whole || area !== null);
    const subject = area ? { of: 'area' as const, branch, area: area.id } : { of: 'branch' as const, branch };
    const own = asWhole ? of(subject, asked, asked) : null;
    return own ?? sum((roster.get(branch) ?? []).map((one) => ofKader(one, asked)));
  }

  function ofScope(asked: Span): number | null {
    return sum(scope.branches.map(({ id }) => ofBranch(id, asked)));
  }

  function ofPlace(grouping: MonevGrouping, id: Id, kader: readonly RosterKader[]): number | null {
    const first = kader[0];
    if (grouping === 'kader') return first ? ofKader(first, span) : null;
    const branch = grouping === 'branch' ? id : (first?.branch ?? scope.branches[0]?.id ?? 0);
    const own = scope.subject.partial
      ? null
      : of(grouping === 'branch' ? { of: 'branch', branch } : { of: 'area', branch, area: id }, span, span);
    return own ?? sum(kader.map((each) => ofKader(each, span)));
  }

  const byKader = scope.roster.flatMap((kader) => {
    const target = ofKader(kader, span);
    return target === null ? [] : [[kader.id, target] as const];
  });
  return {
    whole: ofScope(span),
    ofBranch: (branch) => ofBranch(branch, span),
    byKader: new Map(byKader),
    ofPlace,
    ofMonth: (month) => ofScope({ from: month, to: month }),
  };
}

/** The months of a span in which the kader was a partner for at least a day; null: none. */
export function partnershipWithin({ joined_on, ended_on }: RosterKader, { from, to }: Span): Span | null {
  if (joined_on === null) return null;
  const joined = monthOf(joined_on as DateText);
  const ended = ended_on === null ? to : monthOf(ended_on as DateText);
  const months = { from: joined > from ? joined : from, to: ended < to ? ended : to };
  return months.from <= months.to ? months : null;
}

function daysIn({ from, to }: Span): number {
  return periodsBetween(from as Period, to as Period).reduce((days, month) => days + daysOf(month), 0);
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}
