import type { Knex } from 'knex';
import type { Id, UserId } from '../../contract/records.ts';
import type { DateText } from '../../core/period.ts';
import { reviewEvidence, warningReason } from './evidence.ts';
import type { BooksMonth } from './month.ts';
import type { ReckonedKader, ReckonedMonth } from './reckon-month.ts';

/** Who closes, when, and what the policy says of a review. */
export interface CloseContext {
  by: UserId | null;
  now: Date;
  /** today in the branch */
  today: DateText;
  /** last day for the kader's answer */
  answerBy: DateText;
  /** months at which a review opens; null: no rule */
  limit: number | null;
}

/** The totals that a close fixes on its period. */
export interface ClosedTotals {
  collections_count: number;
  families_count: number;
  /** rupiah */
  collected: number;
  /** rupiah: what the statements come to before withholding and carry */
  commission_total: number;
  kader_count: number;
  zero_count: number;
  reviews_opened: number;
  warnings_given: number;
}

// A statement of a month that was opened again is made anew: it keeps its id, for disputes point at it.
const writeStatements = `
  insert into commission (
    period, branch, month, status, user_created, date_created,
    kader, collections_count, families_count, families_held, collected, base, commission, bonus, adjustment,
    corrections, gross, withholding, carried_in, carried_out, net, target, attainment_bp, streak_state, zero_streak, scheme,
    tax_number_known, lines)
  select :period, :branch, :month, 'closed', :by, now(), s.*
  from json_to_recordset(cast(:statements as json)) as s (
    kader integer, collections_count integer, families_count integer, families_held integer, collected bigint,
    base bigint, commission bigint, bonus bigint, adjustment bigint, corrections bigint, gross bigint, withholding bigint,
    carried_in bigint, carried_out bigint, net bigint, target bigint, attainment_bp integer, streak_state text,
    zero_streak integer, scheme integer, tax_number_known boolean, lines json)
  on conflict (kader, month) do update set
    status = excluded.status, user_created = excluded.user_created, date_created = excluded.date_created,
    date_updated = null, user_updated = null, collections_count = excluded.collections_count,
    families_count = excluded.families_count, families_held = excluded.families_held, collected = excluded.collected,
    base = excluded.base, commission = excluded.commission, bonus = excluded.bonus, adjustment = excluded.adjustment,
    corrections = excluded.corrections, gross = excluded.gross, withholding = excluded.withholding,
    carried_in = excluded.carried_in, carried_out = excluded.carried_out, net = excluded.net, target = excluded.target,
    attainment_bp = excluded.attainment_bp, streak_state = excluded.streak_state, zero_streak = excluded.zero_streak,
    scheme = excluded.scheme, tax_number_known = excluded.tax_number_known, lines = excluded.lines
  where commission.status = 'draft' and commission.period = excluded.period`;

const refreshKader = `
  update kader k set zero_streak = s.zero_streak, streak_month = s.month
  from commission s
  where s.period = :period and k.id = s.kader
    and (k.zero_streak, k.streak_month) is distinct from (s.zero_streak, s.month)`;

const insertWarnings = `
  insert into kader_event (kader, kind, origin, on_date, month, reason, user_created, date_created)
  select w.kader, 'warned', 'close', cast(:today as date), w.month, w.reason, :by, now()
  from json_to_recordset(cast(:warnings as json)) as w (kader integer, month text, reason text)
  on conflict do nothing`;

// A review of this streak whose close was undone is opened again, with the answer already given.
const insertReviews = `
  insert into partnership_review (
    kader, branch, reason, status, streak_from, streak_to, streak_months, evidence, opened_on, due_on, user_created, date_created)
  select r.kader, :branch, 'zero_streak', 'open', r.streak_from, r.streak_to, r.streak_months, r.evidence,
    cast(:today as date), cast(:answer_by as date), :by, now()
  from json_to_recordset(cast(:reviews as json)) as r (
    kader integer, streak_from text, streak_to text, streak_months integer, evidence text)
  on conflict (kader, streak_from) where reason = 'zero_streak' do update set
    status = case when partnership_review.answer is null then 'open' else 'answered' end, undone = false,
    withdrawn_reason = null, streak_to = excluded.streak_to, streak_months = excluded.streak_months,
    evidence = excluded.evidence, opened_on = excluded.opened_on, due_on = excluded.due_on,
    date_updated = now(), user_updated = :by
  where partnership_review.undone`;

const withdrawReviews = `
  update partnership_review
  set status = 'withdrawn', withdrawn_reason = 'Penerimaan pada bulan yang ditinjau tercatat kemudian.', date_updated = now()
  where id = any (cast(:reviews as integer[])) and status in ('open', 'answered')`;

const closePeriodRow = `
  update period set status = 'closed', closed_at = :now, closed_by = :by, date_updated = now(), user_updated = :by,
    collections_count = :collections_count, families_count = :families_count, collected = :collected,
    commission_total = :commission_total, kader_count = :kader_count, zero_count = :zero_count,
    reviews_opened = :reviews_opened, warnings_given = :warnings_given
  where id = :period`;

const openNextMonth = `
  insert into period (branch, month, status, date_created, user_created)
  select b.id, kader_next_month(:month), 'open', now(), :by
  from branch b
  where b.id = :branch and (b.last_month is null or b.last_month > :month)
  on conflict (branch, month) do nothing`;

/** Writes what a close decided: statements, streaks, warnings, reviews, the totals and the next month. Returns the totals. */
export async function writeClose(
  trx: Knex.Transaction,
  { id: period, branch, month }: BooksMonth,
  reckoned: ReckonedMonth,
  { by, now, today, answerBy, limit }: CloseContext,
): Promise<ClosedTotals> {
  const bindings = { period, branch, month, by, today };
  await trx.raw(`select set_config('kader.closing', ?, true)`, [String(period)]);
  await trx.raw(writeStatements, {
    ...bindings,
    statements: JSON.stringify(reckoned.kader.map(({ statement }) => statement)),
  });
  await trx.raw(refreshKader, bindings);

  const warnings = reckoned.kader.flatMap(warningOf);
  if (warnings.length > 0) await trx.raw(insertWarnings, { ...bindings, warnings: JSON.stringify(warnings) });
  const withdrawn = reckoned.kader.flatMap(({ decision }) => decision.withdraw);
  if (withdrawn.length > 0) await trx.raw(withdrawReviews, { reviews: withdrawn });
  const reviews = reckoned.kader.flatMap((one) => reviewOf(one, limit));
  if (reviews.length > 0)
    await trx.raw(insertReviews, { ...bindings, answer_by: answerBy, reviews: JSON.stringify(reviews) });

  const totals = totalsOf(reckoned, warnings.length, reviews.length);
  await trx.raw(closePeriodRow, { ...bindings, ...totals, now });
  await trx.raw(openNextMonth, bindings);
  await trx.raw(`select set_config('kader.closing', '', true)`);
  return totals;
}

function warningOf({ statement, decision, history }: ReckonedKader): { kader: Id; month: string; reason: string }[] {
  const { warn } = decision;
  if (warn === null || warn.to === null || history === null) return [];
  return [
    {
      kader: statement.kader,
      month: warn.to,
      reason: warningReason({ streak: warn, months: history.months }),
    },
  ];
}

function reviewOf({ statement, decision, history }: ReckonedKader, limit: number | null) {
  const { open } = decision;
  if (open === null || history === null || limit === null) return [];
  const { months, lastPaid } = history;
  return [
    {
      kader: statement.kader,
      streak_from: open.from,
      streak_to: open.to,
      streak_months: open.length,
      evidence: reviewEvidence({ streak: open, months, lastPaid, familiesHeld: statement.families_held, limit }),
    },
  ];
}

function totalsOf({ kader, totals }: ReckonedMonth, warnings: number, reviews: number): ClosedTotals {
  return {
    collections_count: totals.collectionsCount,
    families_count: totals.familiesCount,
    collected: totals.collected,
    commission_total: kader.reduce((sum, { statement }) => sum + statement.gross, 0),
    kader_count: kader.length,
    zero_count: kader.filter(({ statement }) => statement.streak_state === 'zero').length,
    reviews_opened: reviews,
    warnings_given: warnings,
  };
}
