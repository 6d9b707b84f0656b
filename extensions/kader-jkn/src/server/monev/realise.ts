import type { Knex } from 'knex';
import type { MonevGrouping } from '../../contract/monev.ts';
import type { Id, MonthText, TargetMeasure } from '../../contract/records.ts';
import { dateOf, daysSoFar, firstDay, lastDay, type Period, periodsBetween } from '../../core/period.ts';
import { collectedBy } from './collected.ts';
import { enrolledByMonth } from './enrolled.ts';
import { monthFigures } from './month-figures.ts';
import { type Reached, reached } from './reached.ts';
import type { RosterKader } from './roster.ts';
import type { MonevScope } from './scope.ts';
import { familiesVisited } from './visited.ts';

/** By what the rows of an answer are kept apart: the key of each kader (null: none of them), or of each month. */
export type RowKey = (kader: RosterKader | null, month: MonthText, branch: Id) => string | null;

export interface Realised {
  total: number;
  byKey: ReadonlyMap<string | null, number>;
  byKader: ReadonlyMap<Id, number>;
  /** statement of each kader where the span is one closed month */
  statements: ReadonlyMap<Id, Id>;
  /** something happened at all */
  any: boolean;
}

export interface Span {
  from: MonthText;
  to: MonthText;
}

interface Wanted {
  knex: Knex;
  scope: MonevScope;
  span: Span;
  /** what the keys are of */
  grouping: MonevGrouping;
  key: RowKey;
  now: Date;
}

/** What was realised of a measure over a span, in all, by row and by kader. */
export async function realise(measure: TargetMeasure, wanted: Wanted): Promise<Realised> {
  switch (measure) {
    case 'collection':
    case 'arrears_share':
      return realiseCollection(wanted);
    case 'families_visited':
      return realiseVisits(wanted);
    case 'contacts_per_day':
      return realiseContacts(wanted);
    case 'kader':
      return realiseKader(wanted);
    case 'enrolments':
      return realiseEnrolments(wanted);
  }
}

async function realiseCollection({ knex, scope, span, grouping, key }: Wanted): Promise<Realised> {
  const roster = new Map(scope.roster.map((kader) => [kader.id, kader]));
  const branches = scope.branches.map(({ id }) => id);
  const found = await collectedBy(knex, { branches, ...span, byMonth: grouping === 'month' });
  const counted = found.filter(({ kader }) => scope.whole || (kader !== null && roster.has(kader)));
  const gathered = gather(
    counted.map(({ branch, kader, month, amount }) => ({
      amount,
      kader,
      key: key(kader === null ? null : (roster.get(kader) ?? null), month ?? span.to, branch),
    })),
  );
  const single = span.from === span.to;
  const stated = counted.filter(({ kader, statement }) => single && kader !== null && statement !== null);
  return {
    ...gathered,
    statements: new Map(stated.map(({ kader, statement }) => [kader as Id, statement as Id])),
    any: counted.some(({ amount }) => amount !== 0),
  };
}

/** Participants registered, by the month of the books that counts them. */
async function realiseEnrolments({ knex, scope, span, key }: Wanted): Promise<Realised> {
  const roster = new Map(scope.roster.map((kader) => [kader.id, kader]));
  const months = await enrolledByMonth(knex, { branches: scope.branches.map(({ id }) => id), ...span });
  const counted = months.filter(({ kader }) => scope.whole || (kader !== null && roster.has(kader)));
  const found = gather(
    counted.map(({ branch, kader, month, participants }) => ({
      amount: participants,
      kader,
      key: key(kader === null ? null : (roster.get(kader) ?? null), month, branch),
    })),
  );
  return { ...found, statements: new Map(), any: counted.length > 0 };
}

/** Distinct families visited: a family that two kader visited counts once in all, and once for each. */
async function realiseVisits(wanted: Wanted): Promise<Realised> {
  const { knex, scope, span, grouping } = wanted;
  const part = partOfScope(scope);
  // a handful of a branch's kader, or those of a province, are not kept as such
  if (part === null) return countVisits(wanted);
  const branches = scope.branches.map(({ id }) => id);
  const asked = { branches, ...span, stages: ['visited'] } as const;
  const isOwn = (row: Reached) => row.part === part.part && row.area === part.area && row.kader === part.kader;
  const rows = await reached(knex, { ...asked, parts: ['whole', 'kader', 'area', 'nobody'] });
  const own = rows.filter(isOwn);
  const monthly =
    grouping === 'month' ? (await reached(knex, { ...asked, parts: [part.part], byMonth: true })).filter(isOwn) : [];
  const total = own.reduce((sum, { families }) => sum + families, 0);
  const keyed =
    grouping === 'month'
      ? monthly.flatMap(({ byMonth }) => [...byMonth])
      : rows.flatMap((row) => keysOf(row, own, grouping, scope));
  const byKey = new Map<string | null, number>();
  for (const [found, families] of keyed) byKey.set(found, (byKey.get(found) ?? 0) + families);
  const listed = new Set(scope.roster.map(({ id }) => id));
  const byKader = rows.flatMap(({ kader, families }): [Id, number][] =>
    kader !== null && listed.has(kader) ? [[kader, families]] : [],
  );
  return { total, byKey, byKader: new Map(byKader), statements: new Map(), any: total > 0 };
}

/** By whom the families of a scope were reached, as it is kept; null: it is not. */
export function partOfScope({ whole, subject, roster }: MonevScope): Pick<Reached, 'part' | 'area' | 'kader'> | null {
  if (whole) return { part: 'whole', area: null, kader: null };
  const [only] = roster;
  if (roster.length === 1 && only) return { part: 'kader', area: null, kader: only.id };
  const area = subject.area?.id ?? null;
  const isKept = roster.some(({ district, regency }) => area !== null && (area === district || area === regency));
  return isKept && !subject.partial ? { part: 'area', area, kader: null } : null;
}

/** The rows of an answer that what is kept belongs to. */
function keysOf(
  row: Reached,
  own: readonly Reached[],
  grouping: Exclude<MonevGrouping, 'month'>,
  { whole, roster }: MonevScope,
): [string | null, number][] {
  const { part, kader, area, branch, families } = row;
  if (grouping === 'branch') return own.includes(row) ? [[String(branch), families]] : [];
  if (part === 'nobody') return whole ? [[null, families]] : [];
  if (grouping === 'kader')
    return kader !== null && roster.some(({ id }) => id === kader) ? [[String(kader), families]] : [];
  return area !== null && roster.some((one) => one[grouping] === area) ? [[String(area), families]] : [];
}

async function countVisits({ knex, scope, span, grouping, key }: Wanted): Promise<Realised> {
  const asked = {
    branches: scope.branches.map(({ id }) => id),
    from: firstDay(span.from as Period),
    to: lastDay(span.to as Period),
    everyone: scope.whole,
  };
  const keyed = scope.roster.map((kader) => ({ id: kader.id, key: key(kader, span.to, kader.branch) ?? '' }));
  const [rows, each] = await Promise.all([
    familiesVisited(knex, { ...asked, kader: keyed, byMonth: grouping === 'month' }),
    familiesVisited(knex, { ...asked, kader: scope.roster.map(({ id }) => ({ id, key: String(id) })), byMonth: false }),
  ]);
  const byKader = [...each.byKey]
    .filter(([id]) => id !== null)
    .map(([id, families]) => [Number(id), families] as const);
  return {
    total: rows.total,
    byKey: new Map([...rows.byKey].map(([found, families]) => [found === '' ? null : found, families])),
    byKader: new Map(byKader),
    statements: new Map(),
    any: rows.total > 0,
  };
}

/** Families a day: the sum of each day's distinct families ÷ the days of the span, of a running month those so far. */
async function realiseContacts({ knex, scope, span, key, grouping, now }: Wanted): Promise<Realised> {
  const today = dateOf(now, scope.branches[0]?.timezone ?? 'Asia/Jakarta');
  const months = periodsBetween(span.from as Period, span.to as Period);
  const days = months.reduce((sum, month) => sum + daysSoFar(month, today), 0);
  const roster = new Map(scope.roster.map((kader) => [kader.id, kader]));
  const found = await monthFigures(knex, { branches: scope.branches.map(({ id }) => id), ...span });
  const counted = found.flatMap(({ kader, month, family_days: families }) => {
    const listed = kader === null ? undefined : roster.get(kader);
    return listed && families > 0 ? [{ listed, month: month as Period, families }] : [];
  });
  const aDay = gather(
    counted.map(({ listed, month, families }) => ({
      amount: families / (grouping === 'month' ? daysSoFar(month, today) : days),
      kader: listed.id,
      key: key(listed, month, listed.branch),
    })),
  );
  const total = counted.reduce((sum, { families }) => sum + families, 0) / days;
  return { ...aDay, total, statements: new Map(), any: counted.length > 0 };
}

/** Kader in partnership on the last day of the span; by month, on the last day of each. */
async function realiseKader({ scope, span, key, grouping }: Wanted): Promise<Realised> {
  const months = grouping === 'month' ? periodsBetween(span.from as Period, span.to as Period) : [span.to as Period];
  const standing = months.flatMap((month) =>
    scope.roster
      .filter((kader) => isPartnerOn(kader, lastDay(month)))
      .map((kader) => ({ amount: 1, kader: kader.id, key: key(kader, month, kader.branch) })),
  );
  const total = scope.roster.filter((kader) => isPartnerOn(kader, lastDay(span.to as Period))).length;
  return { ...gather(standing), total, byKader: new Map(), statements: new Map(), any: total > 0 };
}

/** Joined by that day and not ended before it. */
export function isPartnerOn({ joined_on, ended_on }: RosterKader, day: string): boolean {
  return joined_on !== null && joined_on <= day && (ended_on === null || ended_on >= day);
}

function gather(parts: readonly { amount: number; kader: Id | null; key: string | null }[]) {
  const byKey = new Map<string | null, number>();
  const byKader = new Map<Id, number>();
  let total = 0;
  for (const { amount, kader, key } of parts) {
    total += amount;
    byKey.set(key, (byKey.get(key) ?? 0) + amount);
    if (kader !== null) byKader.set(kader, (byKader.get(kader) ?? 0) + amount);
  }
  return { total, byKey, byKader };
}
