import type { ImportProgress } from '../../contract/imports.ts';
import type { Id } from '../../contract/records.ts';
import { languageOf } from '../caller-language.ts';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { requireImport } from './import-caller.ts';
import { type ImportJob, readImportJob } from './import-job.ts';
import { noteCutShort, readProgress } from './import-progress.ts';
import type { ListSource } from './list-rows.ts';
import { openListFile } from './open-list-file.ts';
import { runImport, stateRefusal } from './run-import.ts';

/**
 * Starts to take a list in and answers as soon as it is under way; it goes on by itself, and its record tells how. Refused as
 * KADER_NOT_ALLOWED, KADER_IMPORT_UNKNOWN, KADER_IMPORT_STATE, KADER_IMPORT_FILE_MISSING or KADER_IMPORT_BUSY.
 */
export async function startImport(
  desk: Desk,
  batch: Id,
  unforeseen: (error: unknown) => void,
): Promise<ImportProgress> {
  const { job, source } = await prepareImport(desk, batch);
  await new Promise<void>((begun, refused) => {
    // what is refused once it has begun stands on the record
    runImport(desk.knex, job, source, { begun, now: desk.now, unforeseen }).catch(refused);
  });
  return await readProgress(desk.knex, batch, await languageOf(desk.accountability, desk.knex), desk.now());
}

/** Takes a list in and answers when it is in. Refused as startImport is, and as runImport refuses. */
export async function finishImport(
  desk: Desk,
  batch: Id,
  unforeseen: (error: unknown) => void,
): Promise<ImportProgress> {
  const { job, source } = await prepareImport(desk, batch);
  await runImport(desk.knex, job, source, { now: desk.now, unforeseen });
  return await readProgress(desk.knex, batch, await languageOf(desk.accountability, desk.knex), desk.now());
}

async function prepareImport(desk: Desk, batch: Id): Promise<{ job: ImportJob; source: ListSource }> {
  const branch = await requireImport(desk, batch);
  await noteCutShort(desk.knex, desk.now(), branch);
  const job = await readImportJob(desk.knex, batch, desk.accountability.user);
  if (job.status === 'running' || job.status === 'done' || job.status === 'undone') throw stateRefusal(job.status);
  const { file } = job;
  if (file === null) throw refusal('KADER_IMPORT_FILE_MISSING');
  // whoever may not see the file is told so before anything begins
  const seen = await openListFile(desk, file);
  seen.destroy();
  const { filesize } = await desk.knex('directus_files').where({ id: file }).first('filesize');
  const bytes = filesize === null ? null : Number(filesize);
  return { job, source: { open: () => openListFile(desk, file), bytes, again: true } };
}
