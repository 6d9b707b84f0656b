import type { Knex } from 'knex';
import type { ClientBase } from 'pg';
import type { ImportCounts } from '../../contract/imports.ts';
import type { Id } from '../../contract/records.ts';
import type { Params } from '../../core/result.ts';
import { refusalOfDatabase } from '../database-error.ts';
import { isRefusalCode, refusal, refusalText } from '../errors.ts';
import type { ImportJob } from './import-job.ts';
import type { ListSource } from './list-rows.ts';
import { noteImport } from './note-import.ts';
import { takeInList } from './take-in-list.ts';

/** Milliseconds between two notes of how far a list is. */
const noteEvery = 700;
/** How often a list begins anew because somebody entered one of its families meanwhile. */
const tries = 3;

/** Hooks into a run. */
export interface RunWatch {
  /** the list is being taken in, and nobody else's is in this branch */
  begun?: () => void;
  now: () => Date;
  /** told of failures that nobody foresaw */
  unforeseen?: (error: unknown) => void;
}

/**
 * Takes a list in and notes on its record how it goes; everything of it goes in, or nothing. Refused as KADER_IMPORT_BUSY
 * while another list of the branch is taken in, as KADER_IMPORT_STATE when it was taken in already, else as takeInList refuses:
 * such a failure stays on the record, and the list can be started again.
 */
export async function runImport(
  knex: Knex,
  job: ImportJob,
  source: ListSource,
  watch: RunWatch,
): Promise<ImportCounts> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptImport(knex, job, source, watch, source.again && attempt < tries);
    } catch (error) {
      if (error instanceof Overtaken) continue;
      // else the connection is gone, and with it the transaction
      throw error instanceof Told ? error.reason : await noteFailure(knex, job.batch, error, watch);
    }
  }
}

/** Somebody entered a family of the list between its look-up and its COPY: the list begins anew. */
class Overtaken extends Error {}

/** A refusal of which the record says everything that it is to say. */
class Told extends Error {
  readonly reason: Error;

  constructor(reason: Error) {
    super(reason.message);
    this.reason = reason;
  }
}

async function attemptImport(
  knex: Knex,
  job: ImportJob,
  source: ListSource,
  watch: RunWatch,
  mayRepeat: boolean,
): Promise<ImportCounts> {
  const beside: ClientBase = await knex.client.acquireConnection();
  try {
    return await knex.transaction(async (transaction) => {
      await begin(knex, transaction, job, watch);
      try {
        return await takeAndNote(knex, transaction, beside, job, source, watch);
      } catch (error) {
        if (mayRepeat && isOvertaken(error)) throw new Overtaken();
        // noted before the branch's lock is let go: whoever looks without it takes the list for one cut short
        throw new Told(await noteFailure(knex, job.batch, error, watch));
      }
    });
  } finally {
    knex.client.releaseConnection(beside);
  }
}

/** Takes the list in; its record says that it is done in the same transaction. */
async function takeAndNote(
  knex: Knex,
  transaction: Knex.Transaction,
  beside: ClientBase,
  job: ImportJob,
  source: ListSource,
  watch: RunWatch,
): Promise<ImportCounts> {
  const main: ClientBase = await transaction.client.acquireConnection();
  let noted = 0;
  const { hash, ...counts } = await takeInList(job, source, {
    main,
    beside,
    transaction,
    now: watch.now(),
    progress: async (sofar, rows_total) => {
      if (performance.now() - noted < noteEvery) return;
      noted = performance.now();
      await noteImport(knex, job.batch, { ...sofar, rows_total });
    },
  });
  await noteImport(transaction, job.batch, {
    ...counts,
    status: 'done',
    rows_total: counts.rows_read,
    file_hash: hash,
    finished_at: watch.now().toISOString(),
  });
  return counts;
}

const nothingYet = {
  rows_total: null,
  ...{ rows_read: 0, rows_bad: 0, rows_warned: 0, rows_new: 0, rows_updated: 0 },
  ...{ rows_unchanged: 0, rows_older: 0, rows_off_list: 0, rows_assigned: 0 },
  ...{ finished_at: null, file_hash: null, message: null, message_en: null },
};

/** Takes the branch's lock, which ends with the transaction, however it ends; then says so on the record. */
async function begin(knex: Knex, transaction: Knex.Transaction, job: ImportJob, watch: RunWatch): Promise<void> {
  const lock = await transaction.raw('select pg_try_advisory_xact_lock(kader_import_lock_key(?)) as mine', [
    job.branch,
  ]);
  if (!lock.rows[0].mine) throw new Told(refusal('KADER_IMPORT_BUSY'));
  const stands = await knex('import_batch').where({ id: job.batch }).first('status');
  if (stands === undefined) throw new Told(refusal('KADER_IMPORT_UNKNOWN'));
  if (stands.status === 'done' || stands.status === 'undone') throw new Told(stateRefusal(stands.status));
  await knex('import_issue').where({ batch: job.batch }).delete();
  await noteImport(knex, job.batch, {
    ...nothingYet,
    status: 'running',
    started_at: watch.now().toISOString(),
    started_by: job.by,
  });
  watch.begun?.();
}

const stateWords = {
  running: { id: 'sedang berjalan', en: 'running' },
  done: { id: 'selesai', en: 'done' },
  undone: { id: 'dibatalkan', en: 'undone' },
  new: { id: 'baru', en: 'new' },
  mapped: { id: 'siap dimasukkan', en: 'ready' },
  failed: { id: 'gagal', en: 'failed' },
} as const;

/** The refusal of a step that a list in this state does not take. */
export function stateRefusal(status: keyof typeof stateWords): Error {
  return refusal('KADER_IMPORT_STATE', { state: stateWords[status].id, state_en: stateWords[status].en });
}

function isOvertaken(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown };
  return code === '23505' && constraint === 'kader_binaan__family__key';
}

/** Notes a failure on the record; what nobody foresaw is told in words that everybody understands. */
async function noteFailure(knex: Knex, batch: Id, error: unknown, watch: RunWatch): Promise<Error> {
  const known =
    error instanceof Error && 'code' in error && isRefusalCode(error.code) ? error : refusalOfDatabase(error);
  if (known === null) watch.unforeseen?.(error);
  const shown = known ?? refusal('KADER_IMPORT_FAILED');
  const { code, extensions } = shown as Error & { code: Parameters<typeof refusalText>[0]; extensions: Params };
  const status = 'failed' as const;
  await noteImport(knex, batch, {
    status,
    finished_at: watch.now().toISOString(),
    message: refusalText(code, extensions, 'id'),
    message_en: refusalText(code, extensions, 'en'),
    ...{ rows_new: 0, rows_updated: 0, rows_unchanged: 0, rows_older: 0, rows_off_list: 0, rows_assigned: 0 },
  });
  return shown;
}
