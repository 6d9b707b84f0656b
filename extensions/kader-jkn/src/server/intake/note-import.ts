import type { Knex } from 'knex';
import type { ImportBatch } from '../../contract/import-records.ts';
import type { Id } from '../../contract/records.ts';

/** Writes how a list goes, in the transaction or on the connection that is given. */
export async function noteImport(knex: Knex, batch: Id, noted: Partial<ImportBatch>): Promise<void> {
  await knex.raw('select kader_note_import(?, ?::jsonb)', [batch, JSON.stringify(noted)]);
}
