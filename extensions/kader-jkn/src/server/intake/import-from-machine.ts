import type { Readable } from 'node:stream';
import type { MachineImport } from '../../contract/imports.ts';
import type { Id } from '../../contract/records.ts';
import { languageOf } from '../caller-language.ts';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { machineBranch } from './import-caller.ts';
import { readImportJob } from './import-job.ts';
import { noteCutShort, readProgress } from './import-progress.ts';
import type { MachineList } from './parse-import.ts';
import { runImport } from './run-import.ts';

const issuesAnswered = 100;

/**
 * Takes in a list that a machine sends as the body of its request, while it arrives, and answers when it is in. Refused as
 * KADER_NOT_ALLOWED, KADER_VALUE_INVALID (source), KADER_IMPORT_FUTURE, and as runImport refuses.
 */
export async function importFromMachine(
  desk: Desk,
  { body, format, told }: { body: Readable; format: 'csv' | 'ndjson'; told: MachineList },
  unforeseen: (error: unknown) => void,
): Promise<MachineImport> {
  const { knex, accountability } = desk;
  const branch = await machineBranch(desk, told.branch);
  await noteCutShort(knex, desk.now(), branch);
  const batch = await makeBatch(desk, branch, told);
  const job = await readImportJob(knex, batch, accountability.user);
  await runImport(
    knex,
    job,
    { open: async () => body, bytes: null, format, again: false },
    { now: desk.now, unforeseen },
  );
  const issues = await knex('import_issue')
    .where({ batch })
    .orderBy(['row_number', 'id'])
    .limit(issuesAnswered)
    .select('row_number as row', 'field', 'value', 'reason', 'suggestion', 'severity');
  const progress = await readProgress(knex, batch, await languageOf(accountability, knex), desk.now());
  return { ...progress, issues };
}

/** As the system: a machine has no form, and the caller's role and branch are known by now. */
async function makeBatch({ knex, accountability, now }: Desk, branch: Id, told: MachineList): Promise<Id> {
  const { source: name, branch: _, ...list } = told;
  const { rows } = await knex.raw(
    'select (now() at time zone timezone)::date::text as today from branch where id = ?',
    [branch],
  );
  if (list.as_of > rows[0].today) throw refusal('KADER_IMPORT_FUTURE');
  const source = name === null ? null : await sourceNamed(knex, branch, name);
  const [made] = await knex('import_batch')
    .insert({ ...list, branch, source, user_created: accountability.user, date_created: now(), status: 'new' })
    .returning('id');
  return made.id;
}

async function sourceNamed(knex: Desk['knex'], branch: Id, name: string): Promise<Id> {
  const found = await knex('import_source')
    .where({ name })
    .where((own) => own.where({ branch }).orWhereNull('branch'))
    .orderByRaw('branch nulls last')
    .first('id');
  if (found === undefined) throw refusal('KADER_VALUE_INVALID', { field: 'source' });
  return found.id;
}
