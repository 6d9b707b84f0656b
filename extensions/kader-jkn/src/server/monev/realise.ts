import type { Knex } from 'knex';
import type { Id, MonthText, TargetMeasure } from '../../contract/records.ts';
import { daysOf, firstDay, lastDay, type Period, periodsBetween } from '../../core/period.ts';
import { collectedByMonth } from './collected.ts';
import { contactDays } from './contacted.ts';
import { enrolledByMonth } from './enrolled.ts';
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
  key: RowKey;
  /** keys are months */
  byMonth: boolean;
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

async function realiseCollection({ knex, scope, span, key }: Wanted): Promise<Realised> {
  const roster = new Map(scope.roster.map((kader) => [kader.id, kader]));
  const months = await collectedByMonth(knex, { branches: scope.branches.map(({ id }) => id), ...span });
  const counted = months.filter(({ kader }) => scope.whole || (kader !== null && roster.has(kader)));
  const found = gather(
    counted.map(({ branch, kader, month, amount }) => ({
      amount,
      kader,
      key: key(kader === null ? null : (roster.get(kader) ?? null), month, branch),
    })),
  );
  const single = span.from === span.to;
  const stated = counted.filter(({ kader, statement }) => single && kader !== null && statement !== null);
  return {
    ...found,
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

async function realiseVisits({ knex, scope, span, key, byMonth }: Wanted): Promise<Realised> {
  const asked = {
    branches: scope.branches.map(({ id }) => id),
    from: firstDay(span.from as Period),
    to: lastDay(span.to as Period),
    everyone: scope.whole,
  };
  const keyed = scope.roster.map((kader) => ({ id: kader.id, key: key(kader, span.to, kader.branch) ?? '' }));
  const [rows, each] = await Promise.all([
    familiesVisited(knex, { ...asked, kader: keyed, byMonth }),
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

/** Families a day: the sum of each day's distinct families ÷ all days of the span. */
async function realiseContacts({ knex, scope, span, key, byMonth }: Wanted): Promise<Realised> {
  const months = periodsBetween(span.from as Period, span.to as Period);
  const days = months.reduce((sum, month) => sum + daysOf(month), 0);
  const roster = new Map(scope.roster.map((kader) => [kader.id, kader]));
  const found = await contactDays(knex, {
    branches: scope.branches.map(({ id }) => id),
    from: firstDay(span.from as Period),
    to: lastDay(span.to as Period),
  });
  const counted = found.flatMap(({ kader, day, families }) => {
    const listed = roster.get(kader);
    const month = day.slice(0, 7) as Period;
    return listed ? [{ listed, month, families }] : [];
  });
  const aDay = gather(
    counted.map(({ listed, month, families }) => ({
      amount: families / (byMonth ? daysOf(month) : days),
      kader: listed.id,
      key: key(listed, month, listed.branch),
    })),
  );
  const total = counted.reduce((sum, { families }) => sum + families, 0) / days;
  return { ...aDay, total, statements: new Map(), any: counted.length > 0 };
}

/** Kader in partnership on the last day of the span; by month, on the last day of each. */
async function realiseKader({ scope, span, key, byMonth }: Wanted): Promise<Realised> {
  const months = byMonth ? periodsBetween(span.from as Period, span.to as Period) : [span.to as Period];
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
