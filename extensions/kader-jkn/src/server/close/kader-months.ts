import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import { type Enrolments, noEnrolments } from '../../core/enrolment.ts';
import type { PayableGroup } from '../../core/payable.ts';
import { type DateText, firstDay, lastDay, type Period } from '../../core/period.ts';
import type { Correction } from '../../core/statement.ts';
import { type Ask, askWithout } from './ask.ts';
import { readEnrolments } from './enrolments.ts';
import { type GroupRow, readGroups } from './month-groups.ts';

/** Payments credited in the month that no statement pays before somebody verified them. */
export interface WaitingPayments {
  count: number;
  /** rupiah they will earn */
  commission: number;
}

/** What one kader's month holds: money credited and payable, families, and what the last statement carried over. */
export interface KaderMonth {
  kader: Id;
  joinedOn: DateText | null;
  endedOn: DateText | null;
  /** areas from the nearest up: kecamatan, kabupaten or kota, provinsi */
  areas: Id[];
  /** payments credited in the books of the month, without reversals */
  collectionsCount: number;
  /** distinct families with an entry in the books of the month */
  familiesCount: number;
  /** rupiah credited in the books of the month */
  collected: number;
  /** payments of the calendar month itself that stand */
  ownPayments: number;
  familiesHeld: number;
  payable: PayableGroup[];
  corrections: Correction[];
  /** registrations in the books of the month */
  enrolments: Enrolments;
  /** rupiah */
  carriedIn: number;
  hasTaxNumber: boolean;
  waiting: WaitingPayments;
}

/** The whole branch's month, those without a holder included. */
export interface BranchMonth {
  kader: KaderMonth[];
  collectionsCount: number;
  familiesCount: number;
  /** rupiah */
  collected: number;
}

export interface BranchMonthQuestion {
  branch: Id;
  month: Period;
  /** assignments entered after this moment were not known; null: all are */
  knownAt: Date | null;
  /** kader who are told of whatever became of them */
  stated: readonly Id[];
}

const correctionsQuestion = `
  select a.kader, a.id, a.amount, a.reason
  from commission_adjustment a
  where a.branch = :branch and a.pay_month = :month and a.status = 'recorded'
  order by a.id`;

const allFamiliesQuestion = `
  select count(distinct c.binaan)::integer as families
  from collection c
  where c.branch = :branch and c.month = :month and c.status in ('recorded', 'verified')`;

// Where all is known, an index alone answers it: branch, kader, from_date, to_date.
const heldQuestion = (knownAt: Date | null) => `
  select a.kader, count(*)::integer as families
  from assignment a
  where a.branch = :branch and a.from_date <= cast(:last as date)
    and (a.to_date is null or a.to_date >= cast(:first as date))
    ${knownAt === null ? '' : `and coalesce(a.date_created, '-infinity') <= :known_at`}
  group by a.kader`;

interface RosterRow {
  id: Id;
  joined_on: DateText | null;
  ended_on: DateText | null;
  areas: Id[];
  carried_in: number;
  has_tax_number: boolean;
}

const rosterQuestion = `
  select k.id, k.joined_on::text as joined_on, k.ended_on::text as ended_on,
    array_remove(array[district.id, regency.id, regency.parent], null) as areas,
    coalesce(last.carried_out, 0) as carried_in, coalesce(btrim(k.tax_number), '') <> '' as has_tax_number
  from kader k
  left join area district on district.id = k.district
  left join area regency on regency.id = district.parent
  left join lateral (
    select s.carried_out from commission s
    where s.kader = k.id and s.month < :month and s.status <> 'draft'
    order by s.month desc limit 1
  ) last on true
  where k.id = any (cast(:credited as integer[]))
    or (k.branch = :branch and k.status <> 'candidate' and k.joined_on <= cast(:last as date)
      and (k.ended_on is null or k.ended_on >= cast(:first as date)))
  order by k.id`;

/** Everything a close reckons with, in a handful of set-based questions whatever the number of kader. */
export async function readBranchMonth(knex: Knex, asked: BranchMonthQuestion): Promise<BranchMonth> {
  const { branch, month, knownAt, stated } = asked;
  const bindings = { branch, month, first: firstDay(month), last: lastDay(month), known_at: knownAt };
  const ask: Ask = async <Row>(question: string, more = {}) =>
    (await knex.raw<{ rows: Row[] }>(question, { ...bindings, ...more })).rows;

  const { groups, familiesOf, payableOf } = await readGroups(ask);
  const [allFamilies] = await ask<{ families: number }>(allFamiliesQuestion);
  const held = await askWithout<{ kader: Id; families: number }>('enable_seqscan', ask, heldQuestion(knownAt));
  const corrections = await ask<Correction & { kader: Id }>(correctionsQuestion);
  const enrolments = await readEnrolments(ask);
  const credited = known([...groups, ...corrections].map((row) => row.kader).concat([...enrolments.keys()]));
  const roster = await ask<RosterRow>(rosterQuestion, { credited: [...credited, ...stated] });

  const groupsOf = Map.groupBy(groups, (group) => group.kader);
  const correctionsOf = Map.groupBy(corrections, (correction) => correction.kader);
  const heldBy = new Map(held.map((row) => [row.kader, row.families]));
  const { collectionsCount, collected } = creditOf(groups, month);
  const kader = roster.map((row): KaderMonth => {
    const own = groupsOf.get(row.id) ?? [];
    return {
      kader: row.id,
      joinedOn: row.joined_on,
      endedOn: row.ended_on,
      areas: row.areas,
      ...creditOf(own, month),
      familiesCount: familiesOf.get(row.id) ?? 0,
      familiesHeld: heldBy.get(row.id) ?? 0,
      payable: payableOf(row.id, own),
      corrections: correctionsOf.get(row.id) ?? [],
      enrolments: enrolments.get(row.id) ?? noEnrolments,
      carriedIn: row.carried_in,
      hasTaxNumber: row.has_tax_number,
      waiting: waitingIn(own),
    };
  });
  return { kader, collectionsCount, collected, familiesCount: allFamilies?.families ?? 0 };
}

function known(ids: readonly (Id | null)[]): Id[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

function creditOf(
  groups: readonly GroupRow[],
  month: Period,
): Pick<KaderMonth, 'collectionsCount' | 'collected' | 'ownPayments'> {
  const credited = groups.filter((group) => group.credited);
  const payments = credited.filter(({ reversal }) => !reversal);
  return {
    collectionsCount: payments.reduce((sum, { count }) => sum + count, 0),
    ownPayments: payments.reduce((sum, { paid_month, count }) => sum + (paid_month === month ? count : 0), 0),
    collected: credited.reduce((sum, { amount }) => sum + Number(amount), 0),
  };
}

function waitingIn(groups: readonly GroupRow[]): WaitingPayments {
  const waiting = groups.filter(({ credited, payable, reversal }) => credited && !payable && !reversal);
  return {
    count: waiting.reduce((sum, { count }) => sum + count, 0),
    commission: waiting.reduce((sum, { commission }) => sum + Number(commission), 0),
  };
}
