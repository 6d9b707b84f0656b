import type { Knex } from 'knex';
import type { Id, MonthText } from '../../contract/records.ts';
import type { PayComparison, PayFigures, SimulatedKader, SimulatedMonth } from '../../contract/schemes.ts';
import { noEnrolments } from '../../core/enrolment.ts';
import { repriceStatement } from '../../core/reprice.ts';
import type { Scheme } from '../../core/scheme.ts';
import { readEnrolments } from '../close/enrolments.ts';
import { type ClosedMonth, type MadeStatement, readMadeStatements, readPaidOut } from './closed-statements.ts';

export interface Simulated {
  total: PayComparison;
  kader: SimulatedKader[];
  months: SimulatedMonth[];
  /** what is still to be set off after the last month is not what the statements left */
  carriesOtherwise: boolean;
}

interface Carries {
  paid: number;
  would: number;
}

/**
 * What closed months would have paid under a scheme, against what they paid: one month of one branch after the other, the
 * earliest first, carrying what a month could not bear into the kader's next. Reads only.
 */
export async function simulateScheme(knex: Knex, scheme: Scheme, months: readonly ClosedMonth[]): Promise<Simulated> {
  const from = months[0]?.month;
  const byKader = new Map<Id, PayComparison>();
  const byMonth = new Map<MonthText, PayComparison>();
  const carries = new Map<Id, Carries>();
  for (const month of months) {
    const statements = await readMadeStatements(knex, month);
    const { payments, reversals } = await readPaidOut(knex, month, from ?? month.month, scheme);
    const { branch } = month;
    const enrolments = await readEnrolments(
      async <Row>(question: string) => (await knex.raw<{ rows: Row[] }>(question, { branch, month: month.month })).rows,
    );
    for (const made of statements) {
      const { kader } = made;
      const groups = payments.get(kader) ?? [];
      const would = repriceStatement(scheme, {
        payments: groups,
        reversals: reversals.get(kader) ?? [],
        facts: {
          ...factsOf(made),
          enrolments: enrolments.get(kader) ?? noEnrolments,
          carriedIn: carries.get(kader)?.would ?? made.carried_in,
        },
      });
      carries.set(kader, { paid: made.carried_out, would: would.carried_out });
      const compared = compare(
        groups.reduce((sum, { count }) => sum + count, 0),
        made,
        would,
      );
      byKader.set(kader, sumOf(byKader.get(kader) ?? nothing, compared));
      byMonth.set(month.month, sumOf(byMonth.get(month.month) ?? nothing, compared));
    }
  }
  return {
    total: [...byKader.values()].reduce(sumOf, nothing),
    kader: await named(knex, byKader),
    months: [...byMonth]
      .map(([month, compared]) => ({ month, ...compared }))
      .sort((one, other) => one.month.localeCompare(other.month)),
    carriesOtherwise: [...carries.values()].some(({ paid, would }) => paid !== would),
  };
}

function factsOf({ collected, target, corrections, tax_number_known }: MadeStatement) {
  return { collected, target, corrections, hasTaxNumber: tax_number_known };
}

const noPay: PayFigures = { base: 0, gross: 0, withholding: 0, net: 0 };
const nothing: PayComparison = { collections: 0, paid: noPay, would: noPay, difference: 0 };

function compare(collections: number, paid: PayFigures, would: PayFigures): PayComparison {
  return { collections, paid: figuresOf(paid), would: figuresOf(would), difference: would.net - paid.net };
}

function figuresOf({ base, gross, withholding, net }: PayFigures): PayFigures {
  return { base, gross, withholding, net };
}

function sumOf(one: PayComparison, other: PayComparison): PayComparison {
  return {
    collections: one.collections + other.collections,
    paid: sumOfPay(one.paid, other.paid),
    would: sumOfPay(one.would, other.would),
    difference: one.difference + other.difference,
  };
}

function sumOfPay(one: PayFigures, other: PayFigures): PayFigures {
  return {
    base: one.base + other.base,
    gross: one.gross + other.gross,
    withholding: one.withholding + other.withholding,
    net: one.net + other.net,
  };
}

async function named(knex: Knex, byKader: ReadonlyMap<Id, PayComparison>): Promise<SimulatedKader[]> {
  const kader: SimulatedKader['kader'][] = await knex('kader')
    .whereIn('id', [...byKader.keys()])
    .orderBy('name')
    .select('id', 'code', 'name');
  return kader
    .map((one) => ({ kader: one, ...(byKader.get(one.id) ?? nothing) }))
    .sort((one, other) => other.difference - one.difference);
}
