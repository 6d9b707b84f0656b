import type { Knex } from 'knex';
import type { PeriodStepped } from '../../contract/period-steps.ts';
import type { Id, UserId } from '../../contract/records.ts';
import { monthWords } from '../../core/calendar-words.ts';
import { checkReason, checkReopening } from '../../core/period-steps.ts';
import { refusal, refusalOf } from '../errors.ts';
import type { StepOrder } from './approve-period.ts';
import { type BooksStep, readSteppedMonth } from './stepped-month.ts';
import { steppedTo } from './stepped-to.ts';

export interface ReopenOrder extends StepOrder {
  /** why, as it was told */
  reason: unknown;
}

// The next month too: its close would look past a month that is being opened again.
const claim = `
  select p.id from period p
  where p.branch = :branch and p.month in (:month, kader_next_month(:month))
  order by p.month
  for no key update skip locked`;

const monthsToClaim = `
  select count(*)::integer as months from period p
  where p.branch = :branch and p.month in (:month, kader_next_month(:month))`;

// Back to what the close before said, then shortened by the late money that has come since.
const takeBackStreaks = `
  with before as (
    select s.kader, last.month, coalesce(last.zero_streak, 0) as zero_streak
    from commission s
    left join lateral (
      select l.month, l.zero_streak from commission l
      where l.kader = s.kader and l.month < s.month and l.status <> 'draft'
      order by l.month desc limit 1
    ) last on true
    where s.period = :period
  )
  update kader k set zero_streak = b.zero_streak, streak_month = b.month
  from before b
  where k.id = b.kader and k.streak_month = :month
  returning k.id`;

// A warning that speaks of earlier months alone stays true.
const takeBackWarnings = `
  delete from kader_event e
  using commission s
  where s.period = :period and e.kader = s.kader and e.kind = 'warned' and e.origin = 'close' and e.month = :month
  returning e.id`;

const withdrawReviews = `
  update partnership_review r
  set status = 'withdrawn', undone = true, withdrawn_reason = :why, date_updated = now(), user_updated = :by
  from commission s
  where s.period = :period and r.kader = s.kader and r.reason = 'zero_streak' and r.streak_to = :month
    and r.status in ('open', 'answered')
  returning r.id`;

const reopen = `
  update period set status = 'open', reopened_at = :now, reopened_by = :by, reopened_reason = :reason,
    closed_at = null, closed_by = null, collections_count = null, families_count = null, collected = null,
    commission_total = null, kader_count = null, zero_count = null, reviews_opened = null, warnings_given = null,
    rolled_up_at = null,
    date_updated = now(), user_updated = :by
  where id = :period`;

/**
 * Opens the newest closed month again, in one transaction: its statements are drafts until the next close, which keeps their
 * ids; the warnings and the undecided reviews of its close are taken back. What the months after it hold already stays there.
 * Refused as KADER_PERIOD_UNKNOWN, KADER_PERSON_REQUIRED, KADER_REASON_REQUIRED, KADER_TEXT_TOO_LONG, KADER_REOPEN_REFUSED
 * or KADER_MONTH_BUSY.
 */
export async function reopenPeriod(database: Knex, order: ReopenOrder): Promise<PeriodStepped> {
  const { period, by, now } = order;
  return await database.transaction(async (trx) => {
    const asked = await readSteppedMonth(trx, period);
    if (by === null) throw refusal('KADER_PERSON_REQUIRED', { month: asked.month });
    const reason = checkReason(order.reason, 'reopened_reason');
    if (!reason.ok) throw refusalOf(reason);

    const month = await holdMonthAndNext(trx, asked);
    const allowed = checkReopening(month);
    if (!allowed.ok) throw refusalOf(allowed);
    return await undoClose(trx, month, { by, now, reason: reason.value });
  });
}

async function holdMonthAndNext(trx: Knex.Transaction, { id, branch, month }: BooksStep): Promise<BooksStep> {
  const wanted = await trx.raw<{ rows: [{ months: number }] }>(monthsToClaim, { branch, month });
  const held = await trx.raw<{ rows: unknown[] }>(claim, { branch, month });
  if (held.rows.length < wanted.rows[0].months) throw refusal('KADER_MONTH_BUSY', { month });
  return await readSteppedMonth(trx, id);
}

async function undoClose(
  trx: Knex.Transaction,
  month: BooksStep,
  { by, now, reason }: { by: UserId; now: Date; reason: string },
): Promise<PeriodStepped> {
  const bindings = { period: month.id, month: month.month, by };
  const touched = async (statement: string, more: Record<string, Knex.Value> = {}): Promise<Id[]> => {
    const { rows } = await trx.raw<{ rows: { id: Id }[] }>(statement, { ...bindings, ...more });
    return rows.map(({ id }) => id);
  };

  await trx.raw(`select set_config('kader.reopening', ?, true), set_config('kader.reason', ?, true)`, [
    String(month.id),
    reason,
  ]);
  const kader = await touched(takeBackStreaks);
  await trx.raw('select kader_refresh_zero_streak(cast(:kader as integer[]))', { kader });
  const warnings = await touched(takeBackWarnings);
  const why = `${monthWords(month.month).id} dibuka kembali: ${reason}`;
  const reviews = await touched(withdrawReviews, { why });
  await trx.raw(reopen, { ...bindings, now, reason });
  await trx.raw(`select set_config('kader.reopening', '', true), set_config('kader.reason', '', true)`);

  const stepped = await steppedTo(trx, month, 'open');
  return { ...stepped, reviews_withdrawn: reviews.length, warnings_withdrawn: warnings.length };
}
