import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import type { PaymentPurpose } from '../../core/earning.ts';
import type { Period } from '../../core/period.ts';
import type { PaymentGroup, Reversal } from '../../core/reprice.ts';
import { monthBand, paymentKinds, type Scheme } from '../../core/scheme.ts';

/** A closed month of a branch's books. */
export interface ClosedMonth {
  id: Id;
  branch: Id;
  month: Period;
}

/** A statement of a closed month as it was made; rupiah. */
export interface MadeStatement {
  kader: Id;
  collected: number;
  base: number;
  gross: number;
  withholding: number;
  net: number;
  carried_in: number;
  carried_out: number;
  corrections: number;
  target: number | null;
  tax_number_known: boolean;
}

const statementsQuestion = `
  select s.kader, s.collected, s.base, s.gross, s.withholding, s.net, s.carried_in, s.carried_out, s.corrections, s.target,
    s.tax_number_known
  from commission s
  where s.period = :id
  order by s.kader`;

/** The statements of a closed month, by kader. */
export async function readMadeStatements(knex: Knex, { id }: ClosedMonth): Promise<MadeStatement[]> {
  const { rows } = await knex.raw<{ rows: Record<keyof MadeStatement, string | number | boolean | null>[] }>(
    statementsQuestion,
    { id },
  );
  return rows.map(({ tax_number_known, target, ...figures }) => ({
    ...(Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value)])) as Omit<
      MadeStatement,
      'target' | 'tax_number_known'
    >),
    target: target === null ? null : Number(target),
    tax_number_known: tax_number_known === true,
  }));
}

/** What a closed month paid out, as the scheme would see it. */
export interface PaidOut {
  payments: Map<Id, PaymentGroup[]>;
  reversals: Map<Id, Reversal[]>;
}

// pay_month differs from month only where verification came after the close: two questions, each with an index of its own.
const paidOut = `
  with paid_out as (
    select c.* from collection c where c.branch = :branch and c.month = :month and c.pay_month = :month
    union all
    select c.* from collection c where c.branch = :branch and c.pay_month = :month and c.pay_month <> c.month
  )`;

// Alike are payments that owed months of the same band: any of those months stands for all.
const paymentsQuestion = `${paidOut}
  select c.kader, c.amount, c.kind, coalesce(min(c.months_owed), 0) as "monthsOwed", coalesce(f.members, 0) as members,
    count(*)::integer as count
  from paid_out c
  left join binaan f on :counts_members and f.id = c.binaan
  where c.status in ('recorded', 'verified') and c.reverses is null and c.kader is not null
  group by c.kader, c.amount, c.kind, width_bucket(c.months_owed, cast(:edges as integer[])), coalesce(f.members, 0)`;

const reversalsQuestion = `${paidOut}
  select c.kader, -c.amount as part, o.amount, o.kind, o.month, coalesce(o.months_owed, 0) as "monthsOwed",
    coalesce(f.members, 0) as members, o.base, o.commission, o.rate_bp,
    o.pay_month between :from and :month as anew,
    coalesce((
      select -sum(r.amount) from collection r where r.reverses = c.reverses and r.id < c.id and r.status <> 'void'
    ), 0)::integer as "reversedBefore"
  from paid_out c
  join collection o on o.id = c.reverses
  left join binaan f on f.id = o.binaan
  where c.status in ('recorded', 'verified') and c.kader is not null`;

interface ReversalRow {
  kader: Id;
  part: number;
  reversedBefore: number;
  amount: number;
  kind: PaymentPurpose;
  month: Period;
  monthsOwed: number;
  members: number;
  base: number;
  commission: number;
  rate_bp: number | null;
  /** its original was paid within the span too */
  anew: boolean;
}

/** What a closed month paid out by kader; `from` is the first month of the span. Grouped, so that memory does not grow with payments. */
export async function readPaidOut(
  knex: Knex,
  { branch, month }: ClosedMonth,
  from: Period,
  { rules }: Scheme,
): Promise<PaidOut> {
  const counts_members = rules.some(({ kind }) => kind === 'flat_participant');
  const bindings = { branch, month, from, counts_members, edges: bandEdges(rules) };
  const payments = await knex.raw<{ rows: (PaymentGroup & { kader: Id })[] }>(paymentsQuestion, bindings);
  const reversals = await knex.raw<{ rows: ReversalRow[] }>(reversalsQuestion, bindings);
  return {
    payments: Map.groupBy(payments.rows, ({ kader }) => kader),
    reversals: new Map(
      [...Map.groupBy(reversals.rows, ({ kader }) => kader)].map(([kader, rows]) => [kader, rows.map(reversalOf)]),
    ),
  };
}

function reversalOf({ part, reversedBefore, anew, base, commission, rate_bp, ...original }: ReversalRow): Reversal {
  return { part, reversedBefore, original: { ...original, paid: anew ? null : { base, commission, rate_bp } } };
}

/** Every number of months at which another rule may begin to match, in order. */
function bandEdges(rules: Scheme['rules']): number[] {
  const bands = rules.filter(({ kind }) => paymentKinds.some((paid) => paid === kind)).map(monthBand);
  return [...new Set(bands.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite))].sort((a, b) => a - b);
}
