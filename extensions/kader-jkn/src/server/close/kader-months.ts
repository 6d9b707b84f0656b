import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import { type DateText, firstDay, lastDay, type Period } from '../../core/period.ts';
import type { PaymentKind } from '../../core/scheme.ts';
import type { PayableGroup } from '../../core/statement.ts';

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
  /** rupiah */
  carriedIn: number;
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

/** Collections alike in all that a statement tells apart. */
interface GroupRow {
  kader: Id | null;
  rule: Id | null;
  rate_bp: number | null;
  reversal: boolean;
  /** in the books of the month */
  credited: boolean;
  /** and paid in it too, not late */
  own: boolean;
  /** paid out with the month's statement */
  payable: boolean;
  count: number;
  amount: string;
  base: string;
  commission: string;
}

// pay_month differs from month only where verification came after the close: a small index of its own. Two questions, because
// one with an `or` reads every month there ever was.
const groupsQuestion = `
  with touched as (
    select c.* from collection c where c.branch = :branch and c.month = :month
    union all
    select c.* from collection c where c.branch = :branch and c.pay_month = :month and c.pay_month <> c.month
  )
  select c.kader, c.rule, c.rate_bp, c.reverses is not null as reversal, c.month = :month as credited,
    c.month = :month and c.paid_month = :month as own, coalesce(c.pay_month = :month, false) as payable,
    count(*)::integer as count, sum(c.amount) as amount, sum(c.base) as base, sum(c.commission) as commission
  from touched c
  where c.status in ('recorded', 'verified')
  group by 1, 2, 3, 4, 5, 6, 7`;

// Read from the index alone: (branch, month, kader, binaan, status).
const familiesQuestion = `
  select c.kader, count(distinct c.binaan)::integer as families
  from collection c
  where c.branch = :branch and c.month = :month and c.status in ('recorded', 'verified')
  group by c.kader`;

const allFamiliesQuestion = `
  select count(distinct c.binaan)::integer as families
  from collection c
  where c.branch = :branch and c.month = :month and c.status in ('recorded', 'verified')`;

const heldQuestion = `
  select a.kader, count(*)::integer as families
  from assignment a
  where a.branch = :branch and a.from_date <= cast(:last as date)
    and (a.to_date is null or a.to_date >= cast(:first as date))
    and (cast(:known_at as timestamptz) is null or coalesce(a.date_created, '-infinity') <= :known_at)
  group by a.kader`;

interface RosterRow {
  id: Id;
  joined_on: DateText | null;
  ended_on: DateText | null;
  areas: Id[];
  carried_in: number;
}

const rosterQuestion = `
  select k.id, k.joined_on::text as joined_on, k.ended_on::text as ended_on,
    array_remove(array[district.id, regency.id, regency.parent], null) as areas,
    coalesce(last.carried_out, 0) as carried_in
  from kader k
  left join area district on district.id = k.district
  left join area regency on regency.id = district.parent
  left join lateral (
    select s.carried_out from commission s where s.kader = k.id and s.month < :month order by s.month desc limit 1
  ) last on true
  where k.id = any (cast(:credited as integer[]))
    or (k.branch = :branch and k.status <> 'candidate' and k.joined_on <= cast(:last as date)
      and (k.ended_on is null or k.ended_on >= cast(:first as date)))
  order by k.id`;

const rulesQuestion = `
  select r.id, r.kind, r.months_from, r.months_to from commission_rule r where r.id = any (cast(:rules as integer[]))`;

interface RuleRow {
  id: Id;
  kind: PaymentKind;
  months_from: number | null;
  months_to: number | null;
}

/** Everything a close reckons with, in a handful of set-based questions whatever the number of kader. */
export async function readBranchMonth(knex: Knex, asked: BranchMonthQuestion): Promise<BranchMonth> {
  const { branch, month, knownAt, stated } = asked;
  const bindings = { branch, month, first: firstDay(month), last: lastDay(month), known_at: knownAt };
  const ask = async <Row>(question: string, more: Record<string, Knex.Value> = {}): Promise<Row[]> =>
    (await knex.raw<{ rows: Row[] }>(question, { ...bindings, ...more })).rows;

  const groups = await ask<GroupRow>(groupsQuestion);
  const families = await ask<{ kader: Id | null; families: number }>(familiesQuestion);
  const [allFamilies] = await ask<{ families: number }>(allFamiliesQuestion);
  const held = await ask<{ kader: Id; families: number }>(heldQuestion);
  const credited = known(groups.map(({ kader }) => kader));
  const roster = await ask<RosterRow>(rosterQuestion, { credited: [...credited, ...stated] });
  const ruleRows = await ask<RuleRow>(rulesQuestion, { rules: known(groups.map(({ rule }) => rule)) });

  const rules = new Map(ruleRows.map((rule) => [rule.id, rule]));
  const groupsOf = Map.groupBy(groups, ({ kader }) => kader);
  const familiesOf = new Map(families.map((row) => [row.kader, row.families]));
  const heldBy = new Map(held.map((row) => [row.kader, row.families]));
  const { collectionsCount, collected } = creditOf(groups);
  const kader = roster.map((row): KaderMonth => {
    const own = groupsOf.get(row.id) ?? [];
    return {
      kader: row.id,
      joinedOn: row.joined_on,
      endedOn: row.ended_on,
      areas: row.areas,
      ...creditOf(own),
      familiesCount: familiesOf.get(row.id) ?? 0,
      familiesHeld: heldBy.get(row.id) ?? 0,
      payable: own.filter(({ payable }) => payable).map((group) => payableGroup(group, rules)),
      carriedIn: row.carried_in,
    };
  });
  return { kader, collectionsCount, collected, familiesCount: allFamilies?.families ?? 0 };
}

function known(ids: readonly (Id | null)[]): Id[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

function creditOf(groups: readonly GroupRow[]): Pick<KaderMonth, 'collectionsCount' | 'collected' | 'ownPayments'> {
  const credited = groups.filter((group) => group.credited);
  const payments = credited.filter(({ reversal }) => !reversal);
  return {
    collectionsCount: payments.reduce((sum, { count }) => sum + count, 0),
    ownPayments: payments.reduce((sum, { own, count }) => sum + (own ? count : 0), 0),
    collected: credited.reduce((sum, { amount }) => sum + Number(amount), 0),
  };
}

function payableGroup(group: GroupRow, rules: ReadonlyMap<Id, RuleRow>): PayableGroup {
  const rule = group.rule === null ? undefined : rules.get(group.rule);
  return {
    kind: rule?.kind ?? null,
    rule: group.rule,
    rate_bp: group.rate_bp,
    months_from: rule?.months_from ?? null,
    months_to: rule?.months_to ?? null,
    reversal: group.reversal,
    count: group.count,
    amount: Number(group.amount),
    base: Number(group.base),
    commission: Number(group.commission),
  };
}
