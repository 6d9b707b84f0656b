import type { ClientBase } from 'pg';
import type { FamilyRow } from '../../core/family-row.ts';
import { type KnownFamily, type ListedColumns, listChange } from '../../core/list-change.ts';
import { copyRows, copyText } from './copy-rows.ts';
import type { ImportJob } from './import-job.ts';
import { type FoundFamily, foundColumns } from './look-up-families.ts';
import type { FamilyReckoner } from './reckon-family.ts';

/** The columns that a list may change, in the order in which they are kept; an undo gives back these. */
export const listed = [
  ...[
    'va_number',
    'head_name',
    'head_nik',
    'members',
    'class',
    'members_1',
    'members_2',
    'members_3',
    'area',
    'address',
  ],
  ...[
    'phone',
    'note',
    'kader',
    'status',
    'source',
    'listed_months',
    'reported_months',
    'listed_amount',
    'listed_as_of',
  ],
  'left_list_on',
] as const satisfies readonly (keyof ListedColumns)[];
const accrual = ['accrued_months', 'accrued_amount', 'accrued_through'] as const;
const kept = ['id', 'seen', 'told', ...listed, ...accrual, 'before', 'after'];

/** Where changes wait until the whole list is read: a family is held for as short as can be. */
export async function openChanges(client: ClientBase): Promise<void> {
  await client.query(`
    create temporary table taken_change on commit drop as
    select b.id, null::xid as seen, null::text as told, ${[...listed, ...accrual].map((column) => `b.${column}`).join(', ')},
      null::text as before, null::text as after
    from binaan b with no data`);
}

/** The change of a family, as it waits. */
export function changeLine(
  found: FoundFamily,
  row: FamilyRow,
  set: Partial<ListedColumns>,
  reckoner: FamilyReckoner,
): string {
  const after = { ...found, ...set };
  const { accrued_months, accrued_amount, accrued_through } = reckoner.accrual(after);
  const before = Object.fromEntries(Object.keys(set).map((column) => [column, found[column as keyof KnownFamily]]));
  const cells = [
    ...[found.id, found.seen, JSON.stringify(row), ...listed.map((column) => after[column])],
    ...[accrued_months, accrued_amount, accrued_through, JSON.stringify(before), JSON.stringify(set)],
  ];
  return `${cells.map(copyText).join('\t')}\n`;
}

/** Keeps changes until they are applied. */
export async function keepChanges(client: ClientBase, lines: readonly string[]): Promise<void> {
  await copyRows(client, 'taken_change', kept, lines);
}

/** Families are held in the order of their ids, as recorders do. */
const hold = `
  select b.id from binaan b where b.id in (select c.id from taken_change c) order by b.id for no key update`;

const movedMeanwhile = `
  select ${foundColumns('$1')}, c.told from taken_change c join binaan b using (id) where b.xmin <> c.seen`;

const apply = `
  update binaan b
    set (${listed.join(', ')}, ${accrual.join(', ')}, list_batch)
      = (${[...listed, ...accrual].map((column) => `c.${column}`).join(', ')}, $1)
    from taken_change c
    where b.id = c.id and c.id > $2 and c.id <= $3`;

// A trigger takes an estimate that is the same as before for one that was not made anew.
const applyAccrual = `
  update binaan b
    set (${accrual.join(', ')}) = (${accrual.map((column) => `c.${column}`).join(', ')})
    from taken_change c
    where b.id = c.id
      and (${accrual.map((column) => `b.${column}`).join(', ')})
        is distinct from (${accrual.map((column) => `c.${column}`).join(', ')})`;

const remember = `
  insert into import_change (batch, binaan, kind, before, after, date_created)
  select $1, c.id, 'changed', jsonb_set(c.before::jsonb, '{list_batch}', coalesce(to_jsonb(b.list_batch), 'null')),
    jsonb_set(c.after::jsonb, '{list_batch}', to_jsonb($1::integer)), now()
  from taken_change c join binaan b using (id)`;

const portions = `
  select max(id) as last from (
    select id, (row_number() over (order by id) - 1) / 5000 as portion from taken_change) numbered
  group by portion order by portion`;

/**
 * Applies every change that waits: holds the families, looks again at those that somebody changed since they were read, and
 * writes. `written` is told how many families were written so far.
 */
export async function applyChanges(
  client: ClientBase,
  job: ImportJob,
  reckoner: FamilyReckoner,
  written: (families: number) => Promise<void>,
): Promise<{ changed: number; unchanged: number; older: number }> {
  await client.query('create unique index on taken_change (id)');
  await client.query('analyze taken_change');
  await client.query(hold);
  const looked = await lookAgain(client, job, reckoner);
  await client.query(remember, [job.batch]);
  const { rows } = await client.query<{ last: number }>(portions);
  let changed = 0;
  let after = 0;
  for (const { last } of rows) {
    const { rowCount } = await client.query(apply, [job.batch, after, last]);
    changed += rowCount ?? 0;
    after = last;
    await written(changed);
  }
  if (changed > 0) await client.query(applyAccrual);
  return { changed, ...looked };
}

/** Decides anew, by the same rule, what the list changes of families that somebody changed meanwhile. */
async function lookAgain(client: ClientBase, job: ImportJob, reckoner: FamilyReckoner) {
  const { rows } = await client.query<FoundFamily & { told: string }>(movedMeanwhile, [job.timezone]);
  const counts = { unchanged: 0, older: 0 };
  if (rows.length === 0) return counts;
  const lines: string[] = [];
  for (const { told, ...found } of rows) {
    const row: FamilyRow = JSON.parse(told);
    const change = listChange(found, row, job.asOf);
    if (change.kind === 'changed') lines.push(changeLine(found, row, change.set, reckoner));
    else counts[change.kind === 'unchanged' ? 'unchanged' : 'older'] += 1;
  }
  await client.query('delete from taken_change where id = any ($1)', [rows.map(({ id }) => id)]);
  await keepChanges(client, lines);
  return counts;
}
