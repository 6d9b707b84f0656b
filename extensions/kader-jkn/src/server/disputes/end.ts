import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';
import type { Dispute } from '../../contract/records.ts';
import { longestAnswer } from '../../core/dispute.ts';
import { isKader, leadsBranch } from '../caller.ts';
import { without } from '../change-collection.ts';
import { refusal } from '../errors.ts';
import { readWords } from '../read-words.ts';

type Told = Readonly<Record<string, unknown>>;
type Keys = readonly (string | number)[];

/** What of a dispute decides who may end it. */
export type OpenDispute = Pick<Dispute, 'id' | 'kader' | 'branch' | 'status' | 'user_created'>;

const decidedByDatabase = ['decided_at', 'decided_by'] as const;
const links = ['statement', 'kader', 'branch', 'adjustment', 'collection'] as const;

/**
 * The change of a dispute that may be saved: an answer that declines, by a head of its branch or an administrator, or its
 * withdrawal, by the kader who asked. Acceptance passes only inside answer-dispute.ts: the database knows. Refused as
 * KADER_REFERENCE_NOT_ID, KADER_DISPUTE_ENDED, KADER_NOT_ALLOWED, KADER_DISPUTE_OWN, KADER_DISPUTE_ANSWER, KADER_TEXT_TOO_LONG.
 */
export async function changeDispute(
  knex: Knex,
  told: Told,
  keys: Keys,
  accountability: Accountability | null,
): Promise<Told> {
  const change = without(told, decidedByDatabase);
  const nested = links.find((field) => typeof change[field] === 'object' && change[field] !== null);
  if (nested !== undefined) throw refusal('KADER_REFERENCE_NOT_ID', { field: nested });
  const { status } = change;
  if (status === undefined) return change;

  const disputes: OpenDispute[] = await knex('dispute')
    .whereIn('id', [...keys])
    .select('id', 'kader', 'branch', 'status', 'user_created');
  for (const dispute of disputes) {
    if (status === 'withdrawn') await refuseWithdrawal(knex, dispute, accountability);
    else await refuseAnswer(knex, dispute, accountability);
  }
  if (status === 'withdrawn') return change;
  const answer = readWords(change['answer'], 'answer', longestAnswer, 'KADER_DISPUTE_ANSWER');
  return { ...change, answer };
}

/** Refuses who may not answer: only a head of the branch or an administrator, and nobody their own question. */
export async function refuseAnswer(
  knex: Knex,
  { id, kader, branch, status, user_created: askedBy }: OpenDispute,
  accountability: Accountability | null,
): Promise<void> {
  if (!(await leadsBranch(knex, accountability, branch))) throw refusal('KADER_NOT_ALLOWED');
  const asked = accountability?.user !== undefined && accountability?.user !== null && accountability.user === askedBy;
  if (asked || (await isKader(knex, accountability, kader))) throw refusal('KADER_DISPUTE_OWN');
  if (status !== 'open') throw refusal('KADER_DISPUTE_ENDED', { id });
}

async function refuseWithdrawal(
  knex: Knex,
  { id, kader, status }: OpenDispute,
  accountability: Accountability | null,
): Promise<void> {
  const mayWithdraw = accountability === null || accountability.admin || (await isKader(knex, accountability, kader));
  if (!mayWithdraw) throw refusal('KADER_NOT_ALLOWED');
  if (status !== 'open') throw refusal('KADER_DISPUTE_ENDED', { id });
}
