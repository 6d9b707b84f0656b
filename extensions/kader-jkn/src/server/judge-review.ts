import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';
import type { TimeZone } from '../contract/records.ts';
import { dateOf, daysAfter } from '../core/period.ts';
import { leads } from './caller.ts';
import { refusal } from './errors.ts';

type Told = Readonly<Record<string, unknown>>;

/** What the server decides: when, by whom, and the streak that only a close knows. */
const decidedByServer = ['answered_at', 'answered_by', 'decided_at', 'decided_by'];
const knownToClose = [
  'streak_from',
  'streak_to',
  'streak_months',
  'answer',
  'decision',
  'decision_note',
  'withdrawn_reason',
  'undone',
];

/**
 * A review that a person opens: manual, from today, with the time to answer that the policy gives unless another is told.
 * Refused as KADER_NOT_ALLOWED, KADER_REFERENCE_NOT_ID or KADER_NO_POLICY.
 */
export async function openReview(
  knex: Knex,
  told: Told,
  accountability: Accountability | null,
  now: Date,
): Promise<Told> {
  if (!leads(accountability)) throw refusal('KADER_NOT_ALLOWED');
  const { kader } = told;
  if (typeof kader === 'object' && kader !== null) throw refusal('KADER_REFERENCE_NOT_ID', { field: 'kader' });
  const partner = await partnerOf(knex, kader);
  if (partner === undefined) return without(told, [...decidedByServer, ...knownToClose]);

  const today = dateOf(now, partner.timezone);
  return {
    ...without(told, [...decidedByServer, ...knownToClose]),
    branch: partner.branch,
    reason: 'manual',
    status: 'open',
    opened_on: today,
    due_on: told['due_on'] ?? daysAfter(today, await answerDays(knex, partner.branch, today)),
  };
}

/**
 * What a change of a review by a person becomes: an answer or a decision is dated and signed by the server, and moves the
 * status. The database refuses a decision before the kader was heard. Refused as KADER_NOT_ALLOWED.
 */
export function judgeReview(told: Told, accountability: Accountability | null, now: Date): Told {
  const change = without(told, decidedByServer);
  const by = accountability?.user ?? null;
  const { answer, decision, status } = change;
  const decides = decision !== undefined && decision !== null;
  if ((decides || status === 'withdrawn') && !leads(accountability)) throw refusal('KADER_NOT_ALLOWED');
  if (status === 'withdrawn' && isBlank(change['withdrawn_reason']))
    throw refusal('KADER_REASON_REQUIRED', { field: 'withdrawn_reason' });

  const answered = isBlank(answer) ? {} : { status: 'answered', answered_at: now.toISOString(), answered_by: by };
  const decided = decides ? { status: 'decided', decided_at: now.toISOString(), decided_by: by } : {};
  return { ...change, ...answered, ...decided };
}

async function partnerOf(knex: Knex, kader: unknown): Promise<{ branch: number; timezone: TimeZone } | undefined> {
  if (kader === undefined || kader === null) return undefined;
  return await knex('kader as k')
    .join('branch as b', 'b.id', 'k.branch')
    .whereRaw('k.id::text = ?', [String(kader)])
    .first('b.id as branch', 'b.timezone');
}

async function answerDays(knex: Knex, branch: number, date: string): Promise<number> {
  const question = 'select p.review_answer_days as days from kader_policy_in_force(:branch, cast(:date as date)) p';
  const { rows } = await knex.raw<{ rows: { days: number }[] }>(question, { branch, date });
  const [policy] = rows;
  if (policy === undefined) throw refusal('KADER_NO_POLICY', { date });
  return policy.days;
}

function isBlank(text: unknown): boolean {
  return typeof text !== 'string' || text.trim() === '';
}

function without(told: Told, fields: readonly string[]): Told {
  return Object.fromEntries(Object.entries(told).filter(([field]) => !fields.includes(field)));
}
