import type { PayoutFileKept } from '../../contract/operations.ts';
import type { Id } from '../../contract/records.ts';
import { leadsBranch } from '../caller.ts';
import { languageOf } from '../caller-language.ts';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { keepPayout } from '../payout/keep-payout.ts';
import { readPayout } from '../payout/read-payout.ts';
import { readSteppedMonths } from '../period-steps/stepped-month.ts';
import { choiceTold, idsTold } from './told.ts';

/** Options as a flow gives them. */
export interface PayoutAsked {
  period?: unknown;
  /** CSV unless told otherwise */
  format?: unknown;
}

/**
 * Makes and keeps the payout files of approved months: of all that are named, or of none. For the head of their branch, an
 * administrator, the system. Refused as KADER_FLOW_VALUE, KADER_PERIOD_UNKNOWN, KADER_NOT_ALLOWED or KADER_PAYOUT_NOT_APPROVED.
 */
export async function payoutByFlow(desk: Desk, { period, format }: PayoutAsked): Promise<PayoutFileKept[]> {
  const { knex, accountability } = desk;
  const ids = idsTold(period, 'period');
  const asked = {
    format: choiceTold(format, ['csv', 'xlsx'], 'format'),
    language: await languageOf(accountability, knex),
  };
  await requireAll(desk, ids);
  const kept: PayoutFileKept[] = [];
  for (const id of ids) kept.push(await keepPayout(desk, { ...asked, period: id }));
  return kept;
}

/** That every file may be made is known before the first one is. */
async function requireAll({ knex, accountability }: Desk, ids: readonly Id[]): Promise<void> {
  const months = await readSteppedMonths(knex, ids);
  if (ids.length === 0 || months.length !== ids.length) throw refusal('KADER_PERIOD_UNKNOWN');
  for (const { branch } of months) {
    if (!(await leadsBranch(knex, accountability, branch))) throw refusal('KADER_NOT_ALLOWED');
  }
  for (const { id } of months) await readPayout(knex, id);
}
