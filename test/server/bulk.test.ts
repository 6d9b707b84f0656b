import { beforeAll, describe, expect, it } from 'vitest';
import type { Commission, DuesCollection } from '../../extensions/kader-jkn/src/contract/records.ts';
import { priceCollection } from '../../extensions/kader-jkn/src/core/commission.ts';
import { noEnrolments } from '../../extensions/kader-jkn/src/core/enrolment.ts';
import { shareOf } from '../../extensions/kader-jkn/src/core/money.ts';
import { gatherPayable, type PayablePart } from '../../extensions/kader-jkn/src/core/payable.ts';
import { dateOf, type Period } from '../../extensions/kader-jkn/src/core/period.ts';
import { paymentKinds, type Scheme } from '../../extensions/kader-jkn/src/core/scheme.ts';
import { makeStatement } from '../../extensions/kader-jkn/src/core/statement.ts';
import { audit, type Difference } from '../../extensions/kader-jkn/src/server/audit.ts';
import { closePeriod } from '../../extensions/kader-jkn/src/server/close-period.ts';
import { holdFamilies, readBooks } from '../../extensions/kader-jkn/src/server/read-books.ts';
import { recordCollections } from '../../extensions/kader-jkn/src/server/record-collections.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { type BulkBranch, bulkMonths, makeBulkBranches } from './bulk-books.ts';

/** A branch of 60 kader, and with ten others the 3,300 of the nation. */
const sizes = [60, ...Array.from({ length: 10 }, () => 324)];

let app: TestDirectus;
let branches: BulkBranch[];

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  branches = await makeBulkBranches(app.knex, sizes);
});

const derived = [
  'kader',
  'month',
  'paid_month',
  'late',
  'months_owed',
  'months_covered',
  'scheme',
  'rule',
  'rate_bp',
  'base',
  'commission',
  'explanation',
  'explanation_en',
  'status',
  'pay_month',
] as const satisfies (keyof DuesCollection)[];

describe('a hundred thousand payments recorded at once', () => {
  it('are each priced as core prices one, family by family in the order they were paid', async () => {
    const now = new Date();
    let count = 0;
    for (const branch of branches) {
      const expected = await pricesByCore(branch, now);
      const recorded = await recordCollections(app.knex, branch.payments, {
        branch: branch.id,
        by: 'staff',
        user: null,
        now,
      });
      const stored = await app
        .knex('collection')
        .where({ branch: branch.id })
        .select('id', ...derived);
      const rowOf = new Map(stored.map(({ id, ...row }) => [id, row]));
      const differing = recorded.filter((id, at) => JSON.stringify(rowOf.get(id)) !== JSON.stringify(expected[at]));
      expect(differing.map((id) => rowOf.get(id))).toEqual([]);
      count += recorded.length;
    }
    expect(count).toBeGreaterThanOrEqual(100_000);
    expect(Number((await app.knex('collection').count('* as n').first())?.['n'])).toBe(count);
  }, 120_000);

  it('are priced as the same payments entered one by one', async () => {
    const [branch] = branches;
    if (branch === undefined) throw new Error('No branch');
    const staff = await app.login('staff', { branch: branch.id });
    const sample = [...new Set(branch.payments.slice(0, 30).map(({ binaan }) => binaan))];
    const twins = new Map<number | null, number>();
    for (const family of sample) {
      const columns = ['branch', 'head_name', 'members', 'class', 'listed_months', 'listed_amount', 'listed_as_of'];
      const { head_name, ...row } = await app
        .knex('binaan')
        .where({ id: family })
        .first('kader', ...columns);
      const kk_number = `7${String(family).padStart(15, '0')}`;
      const [twin] = await app
        .knex('binaan')
        .insert({ ...row, head_name: `${head_name} B`, kk_number })
        .returning('id');
      twins.set(family, twin.id);
    }
    const told = branch.payments.filter(({ binaan }) => twins.has(binaan));
    for (const payment of told.toSorted((one, other) => one.paid_at.localeCompare(other.paid_at))) {
      const { status, body } = await staff.post('/items/collection', { ...payment, binaan: twins.get(payment.binaan) });
      expect(status, JSON.stringify(body)).toBe(200);
    }
    const of = async (families: (number | null | undefined)[]) =>
      await app
        .knex('collection')
        .whereIn('binaan', families as number[])
        .orderBy(['binaan', 'paid_at'])
        .select('amount', ...derived);
    expect(await of([...twins.values()])).toEqual(await of([...twins.keys()]));
  });
});

describe('the month of a branch of 60 kader, and of a nation of 3,300', () => {
  it.each(bulkMonths)(
    'comes in %s to what core reckons kader by kader, payment by payment',
    async (month) => {
      let kader = 0;
      for (const branch of branches) {
        const { id: period } = await app.knex('period').where({ branch: branch.id, month }).first('id');
        const closed = await closePeriod(app.knex, { period, by: null, now: new Date() });
        const stored = await app.knex('commission').where({ period }).orderBy('kader');
        expect(stored.map((one) => one.kader)).toEqual(branch.kader);
        const expected = await statementsByCore(branch, month);
        const differing = stored.filter(
          (one) => JSON.stringify(figuresOf(one)) !== JSON.stringify(figuresOf(expected.get(one.kader))),
        );
        expect(differing.map(figuresOf)).toEqual(differing.map((one) => figuresOf(expected.get(one.kader))));
        const gross = [...expected.values()].reduce((sum, one) => sum + one.gross, 0);
        expect(closed.commission_total).toBe(gross);
        kader += stored.length;
      }
      expect(kader).toBe(3_300);
    },
    120_000,
  );
});

describe('the audit of a hundred thousand payments', () => {
  it('finds nothing', async () => {
    const found: Difference[] = [];
    for await (const difference of audit(app.knex)) found.push(difference);
    expect(found).toEqual([]);
  }, 120_000);
});

type Figures = Pick<
  Commission,
  | 'base'
  | 'commission'
  | 'bonus'
  | 'adjustment'
  | 'gross'
  | 'withholding'
  | 'carried_in'
  | 'carried_out'
  | 'net'
  | 'lines'
>;

const figures = [
  ...(['base', 'commission', 'bonus', 'adjustment', 'gross', 'withholding'] as const),
  ...(['carried_in', 'carried_out', 'net'] as const),
];

function figuresOf(statement: Figures | undefined) {
  return {
    ...Object.fromEntries(figures.map((field) => [field, Number(statement?.[field])])),
    lines: statement?.lines.map(({ kind, count, base, rate_bp, amount, families, months, late }) =>
      [kind, count, base, rate_bp, amount, families, months.join(' '), late].join(),
    ),
  };
}

/** The derived columns of each payment, in the order they were told. */
async function pricesByCore(branch: BulkBranch, now: Date): Promise<Partial<DuesCollection>[]> {
  const books = await readBooks(app.knex, branch.id);
  const wanted = [...new Set(branch.payments.map(({ binaan }) => binaan ?? 0))];
  const families = await app.knex.transaction((trx) => holdFamilies(trx, branch.id, wanted));
  const prices: Partial<DuesCollection>[] = [];
  const inOrder = branch.payments
    .map((payment, at) => ({ ...payment, at }))
    .sort((one, other) => one.paid_at.localeCompare(other.paid_at) || one.at - other.at);
  for (const { at, binaan, amount, paid_at: paidAt } of inOrder) {
    const family = families.get(binaan ?? 0);
    if (books === null || family === undefined) throw new Error('No books');
    const paidOn = dateOf(new Date(paidAt), books.books.timezone);
    const priced = priceCollection({
      amount,
      paidAt,
      kind: 'arrears',
      now: now.toISOString(),
      recorder: 'person',
      books: books.books,
      family,
      paidBeforeList: 0,
      holder: family.kader === null ? null : { kader: family.kader, endedOn: null },
      policy: books.policyOn(paidOn),
      scheme: books.schemeOn(paidOn),
      duesRates: books.duesRates,
    });
    if (!priced.ok) throw new Error(priced.reason);
    family.paidMonths += priced.value.months_covered;
    family.paidAmount += amount;
    prices[at] = Object.fromEntries(derived.map((field) => [field, priced.value[field]]));
  }
  return prices;
}

/** Each kader's statement, from payments that no database has summed. */
async function statementsByCore(branch: BulkBranch, month: string): Promise<Map<number, Figures>> {
  const [scheme] = await app.knex('commission_scheme').where({ branch: branch.id });
  const rules = await app.knex('commission_rule').where({ scheme: scheme.id });
  const inForce: Scheme = { ...scheme, rules };
  const rows = await app.knex('collection').where({ branch: branch.id, pay_month: month }).orderBy('id');
  const rowsOf = Map.groupBy(rows, ({ kader }) => kader);
  const people = await app.knex('kader').whereIn('id', branch.kader).select('id', 'tax_number');
  const before = await app.knex('commission').where({ branch: branch.id }).where('month', '<', month);
  const carried = new Map(before.map((one) => [one.kader, one.carried_out]));
  return new Map(
    people.map(({ id, tax_number: taxNumber }) => {
      const own = rowsOf.get(id) ?? [];
      const keyOf = (row: DuesCollection) => [row.rule, row.rate_bp].join();
      const familiesOf = Map.groupBy(own, keyOf);
      const repeats = (part: PayablePart) => {
        const alike = familiesOf.get([part.rule, part.rate_bp].join()) ?? [];
        return alike.length - new Set(alike.map(({ binaan }) => binaan)).size;
      };
      const collected = own.reduce((sum, { amount }) => sum + amount, 0);
      const statement = makeStatement({
        payable: gatherPayable(
          own.map((row) => partOf(row, inForce)),
          repeats,
        ),
        collected,
        target: 1_600_000,
        enrolments: noEnrolments,
        scheme: inForce,
        corrections: [],
        hasTaxNumber: taxNumber !== null,
        carriedIn: carried.get(id) ?? 0,
      });
      return [id, statement];
    }),
  );
}

function partOf(row: DuesCollection, scheme: Scheme): PayablePart {
  const rule = scheme.rules.find(({ id }) => id === row.rule);
  return {
    scheme: row.scheme,
    scheme_name: scheme.name,
    kind: paymentKinds.find((kind) => kind === rule?.kind) ?? null,
    rule: row.rule,
    rate_bp: row.rate_bp,
    rule_amount: rule?.amount ?? null,
    months_from: rule?.months_from ?? null,
    months_to: rule?.months_to ?? null,
    reversal: false,
    count: 1,
    amount: row.amount,
    base: row.base,
    commission: row.commission,
    paid_month: row.paid_month as Period,
    late: row.late,
    by_rate: shareOf(row.base, row.rate_bp ?? 0),
  };
}
