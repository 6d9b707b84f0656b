import type { Knex } from 'knex';
import type { DuesCollection, Id } from '../../contract/records.ts';
import { earnedBy } from '../../core/earning.ts';
import { type Earning, explainEarned, explainNoRule } from '../../core/explanation.ts';
import { rupiah } from '../../core/money.ts';
import { dateOf, type Period, type TimeZone } from '../../core/period.ts';
import { type OriginalCollection, priceReversal } from '../../core/reversal.ts';
import type { Scheme } from '../../core/scheme.ts';
import { fitsPayment } from '../../core/split-payment.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';
import { lacksFigures } from './figures.ts';

/** The original of a reversal, with what a reversal takes over from it. */
type Original = OriginalCollection & Pick<DuesCollection, 'binaan' | 'branch' | 'kind'>;

interface StoredRow extends Omit<DuesCollection, 'paid_at' | 'paid_month' | 'month' | 'pay_month'> {
  paid_at: Date;
  paid_month: Period;
  month: Period;
  pay_month: Period | null;
  timezone: TimeZone;
  /** the family's branch and members; null: nobody knows the family */
  family: { branch: Id; members: number } | null;
  /** the kader held the family on the day it paid */
  held: boolean;
  /** the month before `pay_month` was closed when the collection became payable */
  put_off: boolean;
  original: Original | null;
  /** rupiah of the original that reversals before this one took back */
  reversed_before: number;
  reversals_voided: boolean;
}

const question = `
  select c.*, h.timezone,
    case when f.id is not null then jsonb_build_object('branch', f.branch, 'members', f.members) end as family,
    c.kader is null or exists (
      select from assignment a
      where a.binaan = c.binaan and a.kader = c.kader and a.from_date <= (c.paid_at at time zone h.timezone)::date
        and (a.to_date is null or a.to_date >= (c.paid_at at time zone h.timezone)::date)
    ) as held,
    c.pay_month > c.month and exists (
      select from period p
      where p.branch = c.branch and p.month >= c.month and kader_next_month(p.month) = c.pay_month and (
        p.status <> 'open' or exists (select from state_change s where s.period = p.id))
    ) as put_off,
    to_jsonb(o) as original,
    coalesce((select -sum(r.amount) from collection r
      where r.reverses = c.reverses and r.id < c.id and r.status <> 'void'), 0)::integer as reversed_before,
    exists (select from collection r where r.reverses = c.reverses and r.status = 'void') as reversals_voided
  from collection c
  join branch h on h.id = c.branch
  left join binaan f on f.id = c.binaan
  left join collection o on o.id = c.reverses
  where c.id > :after
  order by c.id
  limit :limit`;

type Schemes = ReadonlyMap<Id, Scheme>;

/** What was decided when each collection was recorded, decided again by core from what the record itself tells. */
export async function* auditCollections(knex: Knex): AsyncGenerator<Difference> {
  const schemes = await readSchemes(knex);
  for await (const rows of inChunks<StoredRow>(knex, question)) {
    for (const row of rows) {
      yield* auditPayability(row);
      if (row.status !== 'void') yield* row.reverses === null ? auditPayment(row, schemes) : auditReversal(row);
    }
  }
}

async function readSchemes(knex: Knex): Promise<Schemes> {
  const schemes: Scheme[] = await knex('commission_scheme').select('id', 'name', 'base');
  const rules = Map.groupBy(await knex('commission_rule').select('*'), ({ scheme }) => scheme);
  return new Map(schemes.map((one) => [one.id, { ...one, rules: rules.get(one.id) ?? [] }]));
}

/** The statement that pays: none of what is void, unallocated or waits for verification; else that of its month or a later one. */
function auditPayability(row: StoredRow): Difference[] {
  const { status, source, month, pay_month: stored, original } = row;
  const told = original === null ? stored : original.pay_month;
  const awaits = status === 'recorded' && (told === null || (original === null && source === 'kader'));
  const isUnpaid = status === 'void' || status === 'unallocated' || awaits;
  const payable = status === 'verified' && row.put_off ? stored : month;
  return differences('collection', row.id, row, { pay_month: isUnpaid ? null : payable });
}

/**
 * The list a family stood on may have been replaced since, and the family may have grown: so the months it owed are taken
 * from the record, and its members from what they earned.
 */
function auditPayment(row: StoredRow, schemes: Schemes): Difference[] {
  const paidMonth = dateOf(row.paid_at, row.timezone).slice(0, 7) as Period;
  const found = differences('collection', row.id, row, {
    paid_month: paidMonth,
    late: row.month !== paidMonth,
    branch: row.family?.branch ?? row.branch,
  });
  if (row.amount <= 0) found.push(wrong(row, 'amount', null));
  if (row.split !== null && !fitsPayment(row.split, row)) found.push(wrongSplit(row));
  if (!row.held) found.push(wrong(row, 'kader', null));
  if (row.status === 'unallocated')
    return [...found, ...differences('collection', row.id, row, { ...unpaid, kader: null, base: 0 })];
  if (row.kader === null) return [...found, ...differences('collection', row.id, row, { ...unpaid, scheme: null })];

  const scheme = row.scheme === null ? null : (schemes.get(row.scheme) ?? null);
  if (scheme === null || row.months_owed === null) return [...found, wrong(row, 'scheme', null)];
  return [...found, ...auditEarning(row, scheme, row.months_owed)];
}

/** The parts sum to the payment, and their months are those it covered. */
function wrongSplit({ id, split, amount, months_covered }: StoredRow): Difference {
  const expected = `${amount} over ${months_covered} months`;
  return { collection: 'collection', id, field: 'split', stored: JSON.stringify(split), expected };
}

const unpaid = { commission: 0, rule: null, rate_bp: null };

function auditEarning(row: StoredRow, scheme: Scheme, monthsOwed: number): Difference[] {
  const { amount, kind } = row;
  const earnedWith = (members: number) => earnedBy(scheme, { amount, kind, monthsOwed, members });
  const known = row.family?.members ?? 1;
  const members = membersThen(row.commission, known, earnedWith(known));
  const { base, earnings, commission } = earnedWith(members);
  const [first] = earnings;
  const expected = {
    rule: first?.rule.id ?? null,
    rate_bp: first?.rule.kind === 'percentage' ? first.rule.rate_bp : null,
    base,
    commission,
  };
  const nameless = { ...scheme, name: 'Skema' };
  const { explanation, explanation_en } =
    first === undefined
      ? explainNoRule(nameless, monthsOwed)
      : explainEarned({ scheme: nameless, earnings, base, monthsOwed, members, commission, rest: 0 });
  return [
    ...differences('collection', row.id, row, expected),
    ...(base === 0 ? [] : lacksFigures('collection', row, { explanation, explanation_en })),
  ];
}

/** Where each participant earns a sum: how many there were, told by what was paid for whole people more or fewer. */
function membersThen(
  paid: number,
  known: number,
  earned: { commission: number; earnings: readonly Earning[] },
): number {
  const each = earned.earnings.find(({ rule }) => rule.kind === 'flat_participant')?.rule.amount ?? 0;
  const more = each === 0 ? 0 : (paid - earned.commission) / each;
  return Number.isInteger(more) && known + more > 0 ? known + more : known;
}

/** A reversal takes over what its original says, and takes back at the original rate no more than was received. */
function auditReversal(row: StoredRow): Difference[] {
  const { original } = row;
  if (original === null) return [];
  const { binaan, branch, kind, kader, scheme, months_owed, paid_month } = original;
  const taken = { binaan, branch, kind, kader, scheme, months_owed, paid_month, late: row.month !== paid_month };
  const found = differences('collection', row.id, row, taken);
  if (original.amount - row.reversed_before + row.amount < 0 || row.amount >= 0) {
    return [...found, wrong(row, 'amount', null)];
  }
  // what was taken back before a part was made void is no longer told: the parts around it cannot be reckoned again
  if (row.reversals_voided) return found;

  const priced = priceReversal(original, -row.amount, row.reversed_before, {
    firstMonth: original.month,
    closedThrough: original.month,
  });
  if (!priced.ok) return [...found, wrong(row, 'amount', null)];
  const { months_covered, rule, rate_bp, base, commission, explanation, explanation_en } = priced.value;
  return [
    ...found,
    ...differences('collection', row.id, row, { months_covered, rule, rate_bp, base, commission: rupiah(commission) }),
    ...lacksFigures('collection', row, { explanation, explanation_en }),
  ];
}

function wrong(row: StoredRow, field: Exclude<keyof DuesCollection, 'split'>, expected: null): Difference {
  const stored = row[field];
  return {
    collection: 'collection',
    id: row.id,
    field,
    stored: stored instanceof Date ? stored.toISOString() : stored,
    expected,
  };
}
