import type { Id } from '../../contract/records.ts';
import { gatherPayable, type PayableGroup, type PayablePart } from '../../core/payable.ts';
import type { Period } from '../../core/period.ts';
import type { PaymentKind } from '../../core/scheme.ts';
import { type Ask, askWithout } from './ask.ts';

/** What a line of a statement is told apart by. */
interface GroupKey {
  kader: Id | null;
  scheme: Id | null;
  rule: Id | null;
  rate_bp: number | null;
  reversal: boolean;
}

/** Collections of a group that are alike in their months, too. */
export interface GroupRow extends GroupKey {
  paid_month: Period;
  late: boolean;
  /** in the books of the month */
  credited: boolean;
  /** paid out with the month's statement */
  payable: boolean;
  count: number;
  amount: string;
  base: string;
  commission: string;
  by_rate: string | null;
}

// Read by pages: in the order of the index a nation's month is a visit a row (docs/benchmark.md).
// pay_month differs from month only where verification came after the close: a small index of its own. Two questions, because
// one with an `or` reads every month there ever was.
const groupsQuestion = `
  with touched as (
    select c.* from collection c where c.branch = :branch and c.month = :month
    union all
    select c.* from collection c where c.branch = :branch and c.pay_month = :month and c.pay_month <> c.month
  )
  select c.kader, c.scheme, c.rule, c.rate_bp, c.reverses is not null as reversal, c.paid_month, c.late,
    c.month = :month as credited, coalesce(c.pay_month = :month, false) as payable,
    count(*)::integer as count, sum(c.amount) as amount, sum(c.base) as base, sum(c.commission) as commission,
    sum((cast(c.base as bigint) * c.rate_bp + 5000) / 10000) as by_rate
  from touched c
  where c.status in ('recorded', 'verified')
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9`;

interface FamiliesRow {
  kader: Id | null;
  /** distinct, in the books of the month */
  families: number;
  /** those with more than one entry */
  returning: Id[];
}

// A line rests on as many families as payments, but for those that paid more than once. They are few, and found while the
// families are counted, in an index alone (branch, month, kader, binaan, status): counting the distinct families of every
// line would sort the whole month.
const familiesQuestion = `
  select f.kader, count(*)::integer as families, coalesce(array_agg(f.binaan) filter (where f.entries > 1), '{}') as returning
  from (
    select c.kader, c.binaan, count(*) as entries
    from collection c
    where c.branch = :branch and c.month = :month and c.status in ('recorded', 'verified')
    group by c.kader, c.binaan
  ) f
  group by f.kader`;

const paidLaterQuestion = `
  select c.kader, array_agg(distinct c.binaan) as returning
  from collection c
  where c.branch = :branch and c.pay_month = :month and c.pay_month <> c.month and c.status in ('recorded', 'verified')
  group by c.kader`;

interface RepeatRow extends GroupKey {
  repeats: number;
}

// Asked apart, so that PostgreSQL sees how few they are and looks them up one by one.
const repeatsQuestion = `
  select c.kader, c.scheme, c.rule, c.rate_bp, c.reverses is not null as reversal,
    (count(*) - count(distinct c.binaan))::integer as repeats
  from (
    select distinct * from unnest(cast(:kader as integer[]), cast(:families as integer[])) as told (kader, binaan)
  ) r
  join collection c on c.kader = r.kader and c.binaan = r.binaan
  where c.branch = :branch and c.pay_month = :month and c.status in ('recorded', 'verified')
  group by 1, 2, 3, 4, 5
  having count(*) > count(distinct c.binaan)`;

const rulesQuestion = `
  select r.id, r.kind, r.amount, r.months_from, r.months_to, s.name as scheme_name
  from commission_rule r
  join commission_scheme s on s.id = r.scheme
  where r.id = any (cast(:rules as integer[]))`;

interface RuleRow {
  id: Id;
  kind: PaymentKind;
  amount: number | null;
  months_from: number | null;
  months_to: number | null;
  scheme_name: string;
}

/** The collections of a month in groups, the families of each kader, and what a kader's statement is paid of them. */
export interface MonthGroups {
  groups: GroupRow[];
  familiesOf: ReadonlyMap<Id | null, number>;
  payableOf: (kader: Id, own: readonly GroupRow[]) => PayableGroup[];
}

export async function readGroups(ask: Ask): Promise<MonthGroups> {
  const groups = await askWithout<GroupRow>('enable_indexscan', ask, groupsQuestion);
  const families = await ask<FamiliesRow>(familiesQuestion);
  const paidLater = await ask<Pick<FamiliesRow, 'kader' | 'returning'>>(paidLaterQuestion);
  const returning = [...families, ...paidLater].flatMap(({ kader, returning: ids }) =>
    ids.map((binaan) => ({ kader, binaan })),
  );
  const repeats =
    returning.length === 0
      ? []
      : await ask<RepeatRow>(repeatsQuestion, {
          kader: returning.map(({ kader }) => kader),
          families: returning.map(({ binaan }) => binaan),
        });
  const used = new Set(groups.map(({ rule }) => rule).filter((rule) => rule !== null));
  const ruleRows = await ask<RuleRow>(rulesQuestion, { rules: [...used] });

  const rules = new Map(ruleRows.map((rule) => [rule.id, rule]));
  const repeatsOf = new Map(repeats.map((row) => [keyOf(row), row.repeats]));
  return {
    groups,
    familiesOf: new Map(families.map((row) => [row.kader, row.families])),
    payableOf: (kader, own) =>
      gatherPayable(
        own.filter(({ payable }) => payable).map((group) => payablePart(group, rules)),
        (part) => repeatsOf.get(keyOf({ ...part, kader })) ?? 0,
      ),
  };
}

function keyOf({ kader, scheme, rule, rate_bp, reversal }: GroupKey): string {
  return [kader, scheme, rule, rate_bp, reversal].join();
}

function payablePart(group: GroupRow, rules: ReadonlyMap<Id, RuleRow>): PayablePart {
  const rule = group.rule === null ? undefined : rules.get(group.rule);
  return {
    scheme: group.scheme,
    scheme_name: rule?.scheme_name ?? null,
    kind: rule?.kind ?? null,
    rule: group.rule,
    rate_bp: group.rate_bp,
    rule_amount: rule?.amount ?? null,
    months_from: rule?.months_from ?? null,
    months_to: rule?.months_to ?? null,
    reversal: group.reversal,
    paid_month: group.paid_month,
    late: group.late,
    count: group.count,
    amount: Number(group.amount),
    base: Number(group.base),
    commission: Number(group.commission),
    by_rate: Number(group.by_rate),
  };
}
