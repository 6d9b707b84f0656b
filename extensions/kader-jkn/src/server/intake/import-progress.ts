import type { Knex } from 'knex';
import type { ImportBatch } from '../../contract/import-records.ts';
import { type ImportProgress, importCounts, importKeptDays } from '../../contract/imports.ts';
import type { Id } from '../../contract/records.ts';
import { type Language, refusal, refusalText } from '../errors.ts';
import { noteImport } from './note-import.ts';

const millisecondsPerDay = 86_400_000;

/** How a list goes, as its record tells. Refused as KADER_IMPORT_UNKNOWN. */
export async function readProgress(knex: Knex, batch: Id, language: Language, now: Date): Promise<ImportProgress> {
  const found: ImportBatch | undefined = await knex('import_batch').where({ id: batch }).first();
  if (found === undefined) throw refusal('KADER_IMPORT_UNKNOWN');
  const { id, status, rows_total, started_at, finished_at, message, message_en } = found;
  const counts = Object.fromEntries(importCounts.map((count) => [count, found[count]]));
  return {
    ...({ id, status, rows_total, started_at, finished_at } as const),
    ...(counts as Pick<ImportProgress, (typeof importCounts)[number]>),
    message: language === 'en' ? message_en : message,
    undoable: status === 'done' && isKept(finished_at, now),
  };
}

/** Whether what an import changed is still known. */
export function isKept(finishedAt: string | Date | null, now: Date): boolean {
  return finishedAt !== null && now.getTime() - new Date(finishedAt).getTime() < importKeptDays * millisecondsPerDay;
}

/**
 * Notes lists as failed whose server has died: they run by their record, but nobody holds the lock of their branch, which ends
 * with the connection. Null: of every branch.
 */
export async function noteCutShort(knex: Knex, now: Date, branch: Id | null = null): Promise<void> {
  const running: { branch: Id }[] = await knex('import_batch')
    .where({ status: 'running', ...(branch !== null && { branch }) })
    .distinct('branch');
  for (const one of running) {
    await knex.transaction(async (trx) => {
      const lock = await trx.raw('select pg_try_advisory_xact_lock(kader_import_lock_key(?)) as mine', [one.branch]);
      if (!lock.rows[0].mine) return;
      // read under the lock: a list that was done a moment ago says so by now
      const dead: { id: Id }[] = await trx('import_batch')
        .where({ status: 'running', branch: one.branch })
        .select('id');
      for (const { id } of dead) {
        await noteImport(trx, id, {
          status: 'failed',
          finished_at: now.toISOString(),
          message: refusalText('KADER_IMPORT_CUT_SHORT', {}, 'id'),
          message_en: refusalText('KADER_IMPORT_CUT_SHORT', {}, 'en'),
        });
      }
    });
  }
}
