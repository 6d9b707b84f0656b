import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import { type DateText, firstDay, lastDay, monthOf, type Period, periodsBetween } from '../../core/period.ts';
import { type StreakMonth, type StreakReview, streakState } from '../../core/streak.ts';

/** A kader whose streak is reckoned. */
export interface WatchedKader {
  kader: Id;
  joinedOn: DateText | null;
  endedOn: DateText | null;
}

/** What the months up to one say of a kader, newest last, and what was done about it before. */
export interface StreakHistory {
  months: StreakMonth[];
  /** the newest month with money that stands; null: none yet */
  lastPaid: Period | null;
  /** the months that earlier warnings speak of */
  warned: Period[];
  reviews: StreakReview[];
}

export interface StreakQuestion {
  branch: Id;
  month: Period;
  /** first month of the branch's books */
  firstMonth: Period;
  graceMonths: number;
  /** the newest month of the books whose records are known; later for what is known today */
  booksThrough: Period;
  /** events and assignments entered after this moment were not known; null: all are */
  knownAt: Date | null;
}

interface Row {
  kader: Id;
  last_paid: Period | null;
  leaves: { from: DateText; to: DateText | null }[];
  holdings: { from: DateText; to: DateText | null; families: number }[];
  warned: Period[];
  reviews: StreakReview[];
}

// A payment stands unless it is void or reversed in full. On-time payments are found by the index on (kader, month);
// late ones can only lie in the books after them.
const question = (knownAt: Date | null) => `
  with watched as (
    select kader from unnest(cast(:kader as integer[])) as watched (kader)
  ), standing_on_time as (
    select w.kader, (
      select c.month from collection c
      where c.kader = w.kader and c.month <= :month and not c.late and c.reverses is null and c.status in ('recorded', 'verified')
        and c.amount > coalesce((
          select -sum(r.amount) from collection r
          where r.reverses = c.id and r.status <> 'void' and r.month <= :reversed_through), 0)
      order by c.month desc limit 1
    ) as month
    from watched w
  ), standing as (
    select o.kader, greatest(o.month, (
      select max(c.paid_month) from collection c
      where c.kader = o.kader and c.late and c.month > coalesce(o.month, '') and c.month <= :books_through
        and c.paid_month <= :month and c.reverses is null and c.status in ('recorded', 'verified')
        and c.amount > coalesce((
          select -sum(r.amount) from collection r
          where r.reverses = c.id and r.status <> 'void' and r.month <= :reversed_through), 0)
    )) as last_paid
    from standing_on_time o
  ), known_event as (
    select e.* from kader_event e
    where e.kader = any (cast(:kader as integer[]))
      and (cast(:known_at as timestamptz) is null or coalesce(e.date_created, '-infinity') <= :known_at)
  ), held as (
    select a.kader, a.from_date, a.to_date, count(*) as families
    from assignment a
    where a.branch = :branch and a.kader = any (cast(:kader as integer[]))
      ${knownAt === null ? '' : `and coalesce(a.date_created, '-infinity') <= :known_at`}
    group by a.kader, a.from_date, a.to_date
  )
  select s.kader, s.last_paid,
    (select coalesce(jsonb_agg(jsonb_build_object('from', e.on_date, 'to', e.to_date)), '[]')
      from known_event e where e.kader = s.kader and e.kind = 'leave') as leaves,
    (select coalesce(jsonb_agg(jsonb_build_object('from', h.from_date, 'to', h.to_date, 'families', h.families)), '[]')
      from held h where h.kader = s.kader) as holdings,
    (select coalesce(jsonb_agg(e.month), '[]')
      from known_event e where e.kader = s.kader and e.kind = 'warned' and e.origin = 'close') as warned,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', r.id, 'streak_from', r.streak_from, 'streak_to', r.streak_to, 'status', r.status)), '[]')
      from partnership_review r where r.kader = s.kader and r.reason = 'zero_streak' and not r.undone) as reviews
  from standing s`;

/** The streak months of these kader, decided by core from what is on record (design 5.8). */
export async function readStreaks(
  knex: Knex,
  watched: readonly WatchedKader[],
  asked: StreakQuestion,
): Promise<Map<Id, StreakHistory>> {
  if (watched.length === 0) return new Map();
  const { rows } = await knex.raw<{ rows: Row[] }>(question(asked.knownAt), {
    branch: asked.branch,
    kader: watched.map(({ kader }) => kader),
    month: asked.month,
    books_through: asked.booksThrough,
    // What is taken back speaks against the kader: it counts from the next close on.
    reversed_through: asked.month,
    known_at: asked.knownAt,
  });
  const factsOf = new Map(rows.map((row) => [row.kader, row]));
  return new Map(
    watched.map((one) => {
      const row = factsOf.get(one.kader);
      if (row === undefined) throw new RangeError(`No facts of kader ${one.kader}`);
      const { last_paid: lastPaid, warned, reviews } = row;
      return [one.kader, { months: monthsOf(one, row, asked), lastPaid, warned, reviews }];
    }),
  );
}

function monthsOf(one: WatchedKader, row: Row, asked: StreakQuestion): StreakMonth[] {
  const begin = row.last_paid ?? (one.joinedOn === null ? asked.month : monthOf(one.joinedOn));
  const months = periodsBetween(asked.firstMonth, asked.month).filter((month) => month >= begin);
  return months.map((month) => ({
    month,
    state: streakState({
      month,
      collections: month === row.last_paid ? 1 : 0,
      familiesHeld: heldIn(row.holdings, month),
      joinedOn: one.joinedOn,
      endedOn: one.endedOn,
      leaves: row.leaves,
      graceMonths: asked.graceMonths,
    }),
  }));
}

function heldIn(holdings: Row['holdings'], month: Period): number {
  return holdings
    .filter(({ from, to }) => from <= lastDay(month) && (to === null || to >= firstDay(month)))
    .reduce((sum, { families }) => sum + families, 0);
}
