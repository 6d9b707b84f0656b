import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';
import type { Commission } from '../../contract/records.ts';
import { lineOf, longestQuestion } from '../../core/dispute.ts';
import { isKader } from '../caller.ts';
import { without } from '../change-collection.ts';
import { refusal, refusalOf } from '../errors.ts';
import { readId } from '../read-payment.ts';
import { readWords } from '../read-words.ts';

type Told = Readonly<Record<string, unknown>>;
type Questioned = Pick<Commission, 'id' | 'kader' | 'branch' | 'month' | 'status' | 'net' | 'lines'>;

/** What only an answer brings. */
const notAsked = ['id', 'answer', 'decided_at', 'decided_by', 'adjustment', 'collection'] as const;

/**
 * A question about a line of a statement, as its kader (or an administrator for one without an account) is about to ask it:
 * the line as it reads now is kept with it. Refused as KADER_REFERENCE_NOT_ID, KADER_DISPUTE_STATEMENT, KADER_DISPUTE_EARLY,
 * KADER_DISPUTE_LINE, KADER_DISPUTE_QUESTION, KADER_TEXT_TOO_LONG; by the database as KADER_DISPUTE_OPEN.
 */
export async function askDispute(transaction: Knex, told: Told, accountability: Accountability | null): Promise<Told> {
  const statement = await ownStatement(transaction, told['statement'], accountability);
  if (statement.status === 'draft') throw refusal('KADER_DISPUTE_EARLY', { month: statement.month });
  const line = lineOf(statement, told['line_kind'], told['line_label']);
  if (!line.ok) throw refusalOf(line);
  const question = readWords(told['question'], 'question', longestQuestion, 'KADER_DISPUTE_QUESTION');
  const { id, kader, branch } = statement;
  return { ...without(told, notAsked), statement: id, kader, branch, ...line.value, question, status: 'open' };
}

async function ownStatement(knex: Knex, told: unknown, accountability: Accountability | null): Promise<Questioned> {
  const id = readId(told);
  if (id === null && typeof told === 'object' && told !== null) {
    throw refusal('KADER_REFERENCE_NOT_ID', { field: 'statement' });
  }
  const statement: Questioned | undefined = await knex('commission')
    .where({ id })
    .first('id', 'kader', 'branch', 'month', 'status', 'net', 'lines');
  const mayAsk =
    statement !== undefined &&
    (accountability === null || accountability.admin || (await isKader(knex, accountability, statement.kader)));
  if (!mayAsk) throw refusal('KADER_DISPUTE_STATEMENT');
  return statement;
}
