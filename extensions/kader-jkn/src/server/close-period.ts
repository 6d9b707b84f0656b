import type { Knex } from 'knex';
import type { Id, MonthText, UserId } from '../contract/records.ts';
import { checkClose } from '../core/close.ts';
import { dateOf, daysAfter, lastDay } from '../core/period.ts';
import { type BooksMonth, claimMonth, isLockTimeout, readMonth, shutOutRecorders } from './close/month.ts';
import { asKnownNow, reckonMonth } from './close/reckon-month.ts';
import { readRulesInForce } from './close/rules-in-force.ts';
import { type ClosedTotals, writeClose } from './close/write-close.ts';
import { refusal, refusalOf } from './errors.ts';

export interface CloseOrder {
  period: Id;
  /** who closes; null: a process of ours */
  by: UserId | null;
  now: Date;
}

export interface ClosedPeriod extends ClosedTotals {
  period: Id;
  branch: Id;
  branchName: string;
  month: MonthText;
}

/** A close waits this long for those who are recording in the month. */
const patience = '15s';
/** What PostgreSQL may take for a sort of a close: a nation's month then fits, instead of going over the disk. */
const workingMemory = '64MB';

/**
 * Closes a month of a branch in one transaction: statements, streaks, warnings and reviews, totals, the lock, and the next
 * month (design 5.7). Refused as KADER_PERIOD_UNKNOWN, KADER_MONTH_CLOSED_ALREADY, KADER_MONTH_ORDER,
 * KADER_MONTH_NOT_ENDED, KADER_MONTH_BUSY or KADER_NO_POLICY; whatever fails leaves the month open and whole.
 */
export async function closePeriod(database: Knex, order: CloseOrder): Promise<ClosedPeriod> {
  return await database.transaction(async (trx) => {
    const month = await takeMonth(trx, order);
    const rules = await readRulesInForce(trx, month.branch, month.month);
    const { policy } = rules;
    if (policy === null) throw refusal('KADER_NO_POLICY', { date: lastDay(month.month) });

    const known = { ...asKnownNow(rules, month), stated: await statedBefore(trx, month) };
    const reckoned = await reckonMonth(trx, month, policy, rules, known);
    const today = dateOf(order.now, month.books.timezone);
    const totals = await writeClose(trx, month, reckoned, {
      by: order.by,
      now: order.now,
      today,
      answerBy: daysAfter(today, policy.answerDays),
      limit: policy.limit,
    });
    return { period: month.id, branch: month.branch, branchName: month.branchName, month: month.month, ...totals };
  });
}

/** The month, held by this transaction alone and still fit to close; those who were recording in it have committed. */
async function takeMonth(trx: Knex.Transaction, { period, now }: CloseOrder): Promise<BooksMonth> {
  const asked = await readMonth(trx, period);
  if (asked === null) throw refusal('KADER_PERIOD_UNKNOWN');
  checkMonth(asked, now);
  if (!(await claimMonth(trx, period))) throw refusal('KADER_MONTH_BUSY', { month: asked.month });
  await trx.raw(`select set_config('lock_timeout', ?, true), set_config('work_mem', ?, true)`, [
    patience,
    workingMemory,
  ]);
  await shutOutRecorders(trx, asked).catch((error: unknown) => {
    throw isLockTimeout(error) ? refusal('KADER_MONTH_BUSY', { month: asked.month }) : error;
  });
  const held = await readMonth(trx, period);
  if (held === null) throw refusal('KADER_PERIOD_UNKNOWN');
  checkMonth(held, now);
  return held;
}

/** Whoever has a statement from before the month was opened again keeps one, though nothing may be left to say in it. */
async function statedBefore(trx: Knex.Transaction, { id: period }: BooksMonth): Promise<Id[]> {
  return await trx('commission').where({ period }).pluck('kader');
}

function checkMonth({ month, books }: BooksMonth, now: Date): void {
  const checked = checkClose(month, books, now);
  if (checked.ok) return;
  throw checked.reason === 'period-closed' ? refusal('KADER_MONTH_CLOSED_ALREADY', { month }) : refusalOf(checked);
}
