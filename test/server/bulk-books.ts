import type { Knex } from 'knex';
import type { PaymentToRecord } from '../../extensions/kader-jkn/src/server/record-collections.ts';
import { monthFromNow } from './books-fixture.ts';

/** A branch of the nation with its kader, their families, and what these pay in the two months that have ended. */
export interface BulkBranch {
  id: number;
  kader: number[];
  payments: PaymentToRecord[];
}

/** The two months of the books that have ended. */
export const bulkMonths = [monthFromNow(-2), monthFromNow(-1)] as const;

const branches = `
  insert into branch (code, name, timezone, first_month, status)
  select 'KC-B' || i, 'Cabang ' || i, case i % 3 when 0 then 'Asia/Jakarta' when 1 then 'Asia/Makassar' else 'Asia/Jayapura' end,
    :month, 'active'
  from generate_series(1, :count::integer) i
  returning id`;

const policies = `
  insert into program_policy (name, branch, effective_from, zero_month_limit, grace_months, review_answer_days,
    verification_required, max_billed_months)
  select 'Kebijakan', unnest(cast(:branches as integer[])), '2016-01-01', 3, 1, 14, false, 24`;

const schemes = `
  insert into commission_scheme (name, branch, effective_from, status, base)
  select 'Skema', unnest(cast(:branches as integer[])), '2016-01-01', 'draft', 'arrears'`;

const rules = `
  insert into commission_rule (scheme, sort, kind, months_from, months_to, rate_bp, amount, attainment_from_bp, bonus_mode,
    share_bp, tax_number)
  select s.id, r.* from commission_scheme s, (values
    (1, 'percentage', 0, 9, 1000, null::integer, null::integer, null, null::integer, null),
    (2, 'percentage', 9, null, 1255, null, null, null, null, null),
    (3, 'flat_participant', 0, null, null, 2500, null, null, null, null),
    (4, 'attainment_bonus', null, null, 150, null, 8000, 'whole', null, null),
    (5, 'withholding', null, null, 500, null, null, null, 5000, 'with'),
    (6, 'withholding', null, null, 600, null, null, null, 5000, 'without')) r
  where s.branch = any (cast(:branches as integer[]))`;

const targets = `
  insert into target (branch, measure, scope, month_from, month_to, per, adds_up, value)
  select unnest(cast(:branches as integer[])), 'collection', 'each_kader', :month, :last, 'month', 'sum', 1600000`;

const kader = `
  insert into kader (code, name, branch, status, joined_on, tax_number)
  select 'B' || :branch || '-' || i, 'Kader ' || i, :branch, 'active', '2016-01-01',
    case when i % 3 > 0 then lpad(i::text, 15, '0') end
  from generate_series(1, :count::integer) i
  returning id`;

const families = `
  insert into binaan (branch, kader, kk_number, head_name, members, class, status, source, listed_months, listed_amount,
    listed_as_of)
  select :branch, (cast(:kader as integer[]))[1 + (i - 1) / :each::integer], lpad(:branch || i::text, 16, '0'), 'Keluarga ' || i,
    1 + i % 5, 3, 'active', 'list', 12, 12 * 35000 * (1 + i % 5), cast(:listed as date)
  from generate_series(1, :each::integer * array_length(cast(:kader as integer[]), 1)) i
  returning id, kader, members`;

export const familiesEach = 10;

/** Makes branches with so many kader each, every one with ten families that owe twelve months. */
export async function makeBulkBranches(knex: Knex, sizes: readonly number[]): Promise<BulkBranch[]> {
  const [month, last] = bulkMonths;
  const ask = async <Row>(statement: string, bindings: Record<string, Knex.RawBinding>): Promise<Row[]> =>
    (await knex.raw<{ rows: Row[] }>(statement, bindings)).rows;
  const made = (await ask<{ id: number }>(branches, { month, count: sizes.length })).map(({ id }) => id);
  for (const statement of [policies, schemes, rules]) await ask(statement, { branches: made });
  await knex('commission_scheme').whereIn('branch', made).update({ status: 'active' });
  await ask(targets, { branches: made, month, last });
  await knex.raw(
    `insert into period (branch, month, status)
     select b.id, kader_next_month(b.first_month), 'open' from branch b where b.id = any (?)`,
    [made],
  );
  const all: BulkBranch[] = [];
  for (const [index, id] of made.entries()) {
    const people = (await ask<{ id: number }>(kader, { branch: id, count: sizes[index] ?? 0 })).map((one) => one.id);
    const listed = `${monthFromNow(-3)}-25`;
    const held = await ask<{ id: number; members: number }>(families, {
      branch: id,
      kader: people,
      each: familiesEach,
      listed,
    });
    all.push({ id, kader: people, payments: held.flatMap(paymentsOf) });
  }
  return all;
}

/** What a family pays: once to four times over both months, by its place in the list; every eleventh family nothing. */
function paymentsOf({ id, members }: { id: number; members: number }, index: number): PaymentToRecord[] {
  if (index % 11 === 10) return [];
  return Array.from({ length: 2 + (index % 3) + (index % 2) }, (_, count) => ({
    binaan: id,
    amount: 35_000 * members * (1 + ((index + count) % 3)) + ((index * 7) % 13) * 50,
    paid_at: `${bulkMonths[count % 2]}-${String(2 + ((index * 5 + count) % 26)).padStart(2, '0')}T05:00:00Z`,
  }));
}
