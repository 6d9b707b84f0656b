import type { Knex } from 'knex';
import { importKeptDays } from '../../contract/imports.ts';
import type { FileId } from '../../contract/records.ts';

const old = `finished_at < now() - make_interval(days => ${importKeptDays})`;

/** Deletes the rows and changes of imports that ended long ago; answers the uploaded files that go with them. */
export async function forgetImports(knex: Knex): Promise<FileId[]> {
  const ended = knex('import_batch').whereRaw(old);
  await knex('import_issue').whereIn('batch', ended.clone().select('id')).delete();
  await knex('import_change').whereIn('batch', ended.clone().select('id')).delete();
  return await ended.clone().whereNotNull('file').distinct().pluck('file');
}
