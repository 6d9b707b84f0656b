import type { BooksAudited } from '../../contract/operations.ts';
import { languageOf } from '../caller-language.ts';
import type { Desk } from '../desk/desk.ts';
import { type Language, refusal } from '../errors.ts';
import { loadCommands } from '../load-commands.ts';
import { idTold } from './told.ts';

/** Options as a flow gives them. */
export interface AuditAsked {
  /** differences told in full */
  most?: unknown;
}

type Kept = BooksAudited['differences'][number];

const usualMost = 100;

/**
 * Recomputes the books as `kader-jkn audit` does and hands on what differs, the first of it in full. Reads only; the server goes
 * on answering meanwhile. For administrators and the system: an audit reads every branch. Refused as KADER_NOT_ALLOWED,
 * KADER_FLOW_VALUE or KADER_AUDIT_BUSY.
 */
export async function auditByFlow(desk: Desk, asked: AuditAsked): Promise<BooksAudited> {
  if (!desk.accountability.admin) throw refusal('KADER_NOT_ALLOWED');
  const most = idTold(asked.most, 'most') ?? usualMost;
  const started = desk.now();
  const { audit } = await loadCommands();
  const language = await languageOf(desk.accountability, desk.knex);
  return await alone(desk, async () => {
    const differences: Kept[] = [];
    let count = 0;
    for await (const difference of audit(desk.knex)) {
      count += 1;
      if (differences.length < most) differences.push(difference);
    }
    return {
      clean: count === 0,
      count,
      differences,
      text: differences.map((one) => inWords(one, language)).join('\n'),
      checked_at: started.toISOString(),
      seconds: (desk.now().getTime() - started.getTime()) / 1000,
    };
  });
}

/** One audit at a time, over all servers: the lock ends with its transaction. */
async function alone<Outcome>({ knex }: Desk, work: () => Promise<Outcome>): Promise<Outcome> {
  return await knex.transaction(async (trx) => {
    const { rows } = await trx.raw(`select pg_try_advisory_xact_lock(hashtextextended('kader audit', 0)) as mine`);
    if (!rows[0].mine) throw refusal('KADER_AUDIT_BUSY');
    return await work();
  });
}

function inWords({ collection, id, field, stored, expected }: Kept, language: Language): string {
  return language === 'en'
    ? `${collection} ${id}: ${field} is ${stored ?? 'empty'}, recomputed ${expected ?? 'empty'}`
    : `${collection} ${id}: ${field} tercatat ${stored ?? 'kosong'}, hasil hitung ulang ${expected ?? 'kosong'}`;
}
