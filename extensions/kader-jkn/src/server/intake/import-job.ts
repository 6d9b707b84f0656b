import type { Knex } from 'knex';
import type { ImportBatch, SourceOptions } from '../../contract/import-records.ts';
import type { Id, TimeZone, UserId } from '../../contract/records.ts';
import type { ColumnDefaults, ColumnMapping } from '../../core/list-columns.ts';
import type { DateText } from '../../core/period.ts';
import { refusal } from '../errors.ts';

/** A list to take in, with everything that its record and its source say of it. */
export interface ImportJob {
  batch: Id;
  branch: Id;
  timezone: TimeZone;
  status: ImportBatch['status'];
  file: string | null;
  asOf: DateText;
  mode: ImportBatch['mode'];
  fullList: boolean;
  listScope: ImportBatch['list_scope'];
  assign: boolean;
  /** null: headings are named as we know them */
  mapping: ColumnMapping | null;
  options: SourceOptions;
  defaults: ColumnDefaults;
  /** who takes it in; null: a process */
  by: UserId | null;
}

const question = `
  select i.branch, b.timezone, i.status, i.file, i.as_of::text as as_of, i.mode, i.full_list, i.list_scope, i.assign,
    s.mapping, s.options, s.defaults
  from import_batch i
  join branch b on b.id = i.branch
  left join import_source s on s.id = i.source
  where i.id = :batch`;

/** Reads what is to be taken in. Refused as KADER_IMPORT_UNKNOWN. */
export async function readImportJob(knex: Knex, batch: Id, by: UserId | null): Promise<ImportJob> {
  const { rows } = await knex.raw(question, { batch });
  const [found] = rows;
  if (found === undefined) throw refusal('KADER_IMPORT_UNKNOWN');
  return {
    batch,
    branch: found.branch,
    timezone: found.timezone,
    status: found.status,
    file: found.file,
    asOf: found.as_of,
    mode: found.mode,
    fullList: found.full_list,
    listScope: found.list_scope,
    assign: found.assign,
    mapping: found.mapping,
    options: found.options ?? {},
    defaults: found.defaults ?? {},
    by,
  };
}
