import type { Knex } from 'knex';
import type { Id } from '../contract/records.ts';
import { type Books, oldestOpenMonth, type Period, periodsBetween, type TimeZone } from '../core/period.ts';
import type { WaitingPayments } from './close/kader-months.ts';
import { asKnownNow, reckonMonth, type StatementColumns } from './close/reckon-month.ts';
import { readRulesInForce, type StreakPolicy } from './close/rules-in-force.ts';
import { refusal } from './errors.ts';

export interface DraftQuestion {
  branch: Id;
  /** an open month of the books */
  month: Period;
  /** of one kader alone */
  kader?: Id;
}

/** What a close would write now, and what it would leave out. */
export interface Draft extends StatementColumns {
  /** payments of the month that are paid only once somebody verified them */
  waiting: WaitingPayments;
}

/** Without a policy there is no zero-month rule, and nothing else of it matters to a draft. */
const noStreakRule: StreakPolicy = { limit: null, warning: null, graceMonths: 0, answerDays: 0 };

/**
 * The statements of an open month as a close would write them now, reckoned from the books by the code of the close; reads
 * only. What an earlier open month cannot bear is carried into it as its own close will. Refused as KADER_PERIOD_UNKNOWN or
 * KADER_MONTH_CLOSED_ALREADY.
 */
export async function draftStatements(knex: Knex, { branch, month, kader }: DraftQuestion): Promise<Draft[]> {
  // one picture of the books, though they are asked several times
  return await knex.transaction(
    async (trx) => {
      const books = await readOpenBooks(trx, branch, month);
      let carried: ReadonlyMap<Id, number> | null = null;
      let drafts: Draft[] = [];
      for (const one of periodsBetween(oldestOpenMonth(books), month)) {
        drafts = await draftMonth(trx, { branch, month: one, books }, carried);
        carried = new Map(drafts.map((draft) => [draft.kader, draft.carried_out]));
      }
      return kader === undefined ? drafts : drafts.filter((draft) => draft.kader === kader);
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  );
}

type OpenBooks = Books & { timezone: TimeZone };

const booksQuestion = `
  select b.timezone, b.first_month as "firstMonth",
    (select max(c.month) from period c where c.branch = b.id and c.status <> 'open') as "closedThrough"
  from branch b
  where b.id = :branch and exists (select from period p where p.branch = b.id and p.month = :month)`;

async function readOpenBooks(trx: Knex.Transaction, branch: Id, month: Period): Promise<OpenBooks> {
  const { rows } = await trx.raw<{ rows: OpenBooks[] }>(booksQuestion, { branch, month });
  const [books] = rows;
  if (books === undefined) throw refusal('KADER_PERIOD_UNKNOWN');
  if (month < oldestOpenMonth(books)) throw refusal('KADER_MONTH_CLOSED_ALREADY', { month });
  return books;
}

/** `carried`: what the drafts of the month before leave to set off; null: its statements are written. */
async function draftMonth(
  trx: Knex.Transaction,
  asked: { branch: Id; month: Period; books: OpenBooks },
  carried: ReadonlyMap<Id, number> | null,
): Promise<Draft[]> {
  const { branch, month } = asked;
  const rules = await readRulesInForce(trx, branch, month);
  const known = asKnownNow(rules, asked);
  const { kader } = await reckonMonth(trx, asked, rules.policy ?? noStreakRule, rules, {
    ...known,
    ...(carried && { carriedIn: (one) => carried.get(one.kader) ?? known.carriedIn(one) }),
    stated: await trx('commission').where({ branch, month }).pluck('kader'),
  });
  return kader.map(({ statement, waiting }) => ({ ...statement, waiting }));
}
