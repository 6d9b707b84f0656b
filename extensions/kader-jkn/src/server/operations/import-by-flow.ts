import type { FileImported } from '../../contract/operations.ts';
import type { Id } from '../../contract/records.ts';
import { dateOf } from '../../core/period.ts';
import { worksForBranch } from '../caller.ts';
import { type Desk, itemsFor } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { takesListsIn } from '../intake/import-caller.ts';
import { openListFile } from '../intake/open-list-file.ts';
import { finishImport, startImport } from '../intake/start-import.ts';
import { branchToWriteIn } from './branches-of.ts';
import { choiceTold, dateTold, fileTold, flagTold, idTold, textTold } from './told.ts';

/** Options as a flow gives them. */
export interface ImportAsked {
  file?: unknown;
  source?: unknown;
  branch?: unknown;
  /** today in the branch unless told otherwise */
  as_of?: unknown;
  mode?: unknown;
  full_list?: unknown;
  list_scope?: unknown;
  assign?: unknown;
  note?: unknown;
  /** yes unless told otherwise */
  wait?: unknown;
}

/**
 * Takes a file of Directus in as a list of families: makes its import with the rights of whoever set the flow off, and takes it
 * in. Refused as KADER_FLOW_VALUE, KADER_FLOW_BRANCH, KADER_NOT_ALLOWED and KADER_IMPORT_FILE_MISSING before anything is written;
 * as startImport and runImport refuse: what is refused once it has begun stays on the import, which says why.
 */
export async function importByFlow(
  desk: Desk,
  asked: ImportAsked,
  unforeseen: (error: unknown) => void,
): Promise<FileImported> {
  const file = fileTold(asked.file, 'file');
  const waits = flagTold(asked.wait, true, 'wait');
  const told = {
    source: idTold(asked.source, 'source'),
    as_of: dateTold(asked.as_of, 'as_of'),
    mode: choiceTold(asked.mode, ['good_rows', 'all_or_none'], 'mode'),
    full_list: flagTold(asked.full_list, false, 'full_list'),
    list_scope: choiceTold(asked.list_scope, ['areas', 'branch'], 'list_scope'),
    assign: flagTold(asked.assign, false, 'assign'),
    note: textTold(asked.note, 'note'),
  };
  if (!takesListsIn(desk.accountability)) throw refusal('KADER_NOT_ALLOWED');
  const branch = await branchToWriteIn(desk, idTold(asked.branch, 'branch'));
  if (!(await worksForBranch(desk.knex, desk.accountability, branch))) throw refusal('KADER_NOT_ALLOWED');
  const seen = await openListFile(desk, file);
  seen.destroy();

  const as_of = told.as_of ?? (await todayIn(desk, branch));
  const batch = Number(await itemsFor(desk, 'import_batch').createOne({ ...told, branch, file, as_of }));
  try {
    const progress = await (waits ? finishImport : startImport)(desk, batch, unforeseen);
    return { ...progress, branch, file };
  } catch (error) {
    await forgetUnbegun(desk, batch);
    throw error;
  }
}

async function todayIn({ knex, now }: Desk, branch: Id): Promise<string> {
  const found = await knex('branch').where({ id: branch }).first('timezone');
  if (found === undefined) throw refusal('KADER_NOT_ALLOWED');
  return dateOf(now(), found.timezone);
}

/** As the system: an import that never began, of a moment ago, is nothing that anybody is to see; those that began are kept. */
async function forgetUnbegun({ knex }: Desk, batch: Id): Promise<void> {
  await knex('import_batch').where({ id: batch }).whereIn('status', ['new', 'mapped']).delete();
}
