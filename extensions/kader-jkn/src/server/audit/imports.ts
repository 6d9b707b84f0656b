import type { Knex } from 'knex';
import { importKeptDays } from '../../contract/imports.ts';
import type { DateText } from '../../contract/records.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';

/** Lists that were taken in, with what can still be counted of them. */
const lists = `
  select i.id, i.rows_total, i.rows_read, i.rows_bad, i.rows_updated, i.rows_off_list,
    i.rows_new + i.rows_updated + i.rows_unchanged + i.rows_older + i.rows_bad as rows_counted,
    i.finished_at > now() - make_interval(days => ${importKeptDays - 1}) as kept,
    (select count(distinct s.row_number)::integer from import_issue s where s.batch = i.id and s.severity = 'refused') as refused,
    (select count(*)::integer from import_change c where c.batch = i.id and c.kind = 'changed') as changed,
    (select count(*)::integer from import_change c where c.batch = i.id and c.kind = 'off_list') as off_list
  from import_batch i
  where i.id > :after and i.status = 'done'
  order by i.id
  limit :limit`;

interface ListRow {
  id: number;
  rows_total: number | null;
  rows_read: number;
  rows_bad: number;
  rows_updated: number;
  rows_off_list: number;
  rows_counted: number;
  /** its rows and changes are not forgotten yet */
  kept: boolean;
  refused: number;
  changed: number;
  off_list: number;
}

/** What a list brought in past the foreign keys points at records that are there, of its own branch and date. */
const families = `
  select f.id, f.branch, f.area, f.kader, f.list_batch, f.listed_as_of::text as listed_as_of, i.branch as list_branch,
    i.as_of::text as as_of, a.level, k.branch as kader_branch
  from binaan f
  left join import_batch i on i.id = f.list_batch
  left join area a on a.id = f.area
  left join kader k on k.id = f.kader
  where f.id > :after and f.list_batch is not null
    and (i.branch is distinct from f.branch or f.listed_as_of < i.as_of or (f.area is not null and a.level is distinct from 'village')
      or (f.kader is not null and k.branch is distinct from f.branch))
  order by f.id
  limit :limit`;

interface FamilyRow {
  id: number;
  branch: number;
  area: number | null;
  kader: number | null;
  list_batch: number;
  listed_as_of: DateText;
  list_branch: number | null;
  as_of: DateText | null;
  level: string | null;
  kader_branch: number | null;
}

/** Every list counts what it did, and what it did stands on records that are there. */
export async function* auditImports(knex: Knex): AsyncGenerator<Difference> {
  for await (const rows of inChunks<ListRow>(knex, lists)) for (const row of rows) yield* auditList(row);
  for await (const rows of inChunks<FamilyRow>(knex, families)) for (const row of rows) yield* auditFamily(row);
}

function auditList({ id, ...list }: ListRow): Difference[] {
  return differences('import_batch', id, list, {
    rows_total: list.rows_read,
    rows_read: list.rows_counted,
    ...(list.kept && { rows_bad: list.refused, rows_updated: list.changed, rows_off_list: list.off_list }),
  });
}

function auditFamily({ id, branch, list_branch, ...family }: FamilyRow): Difference[] {
  const broken: Difference[] = [];
  const add = (field: string, stored: string | number | null, expected: string | number | null) =>
    broken.push({ collection: 'binaan', id, field, stored, expected });
  if (list_branch !== branch) add('list_batch', family.list_batch, null);
  if (family.as_of !== null && family.listed_as_of < family.as_of)
    add('listed_as_of', family.listed_as_of, family.as_of);
  if (family.area !== null && family.level !== 'village') add('area', family.area, null);
  if (family.kader !== null && family.kader_branch !== branch) add('kader', family.kader, null);
  return broken;
}
