import type { Knex } from 'knex';
import type { Id, TimeZone, UserId } from '../../contract/records.ts';
import { refusal } from '../errors.ts';
import { refreshArrears } from '../refresh-arrears.ts';
import { listed } from './changed-families.ts';
import { isKept } from './import-progress.ts';
import { noteImport } from './note-import.ts';
import { stateRefusal } from './run-import.ts';
import { whatRestsOn } from './what-rests-on.ts';

export interface UndoOrder {
  batch: Id;
  by: UserId | null;
  now: Date;
}

// The families that the list brought in: it was the newest to name them, there was nothing to change, and they were not there
// when it began. They are the only ones that are ever deleted.
const brought = `
  create temporary table brought_family on commit drop as
  select b.id from binaan b
  join import_batch i on i.id = b.list_batch
  where b.list_batch = :batch and b.date_created >= i.started_at
    and not exists (select from import_change c where c.batch = :batch and c.binaan = b.id)`;

const touched = `
  create temporary table touched_family on commit drop as
  select c.binaan as id from import_change c where c.batch = :batch`;

// A pair that lacks one of its families is none; one that was merged is a reason to refuse.
const supposedTwins = `
  delete from family_duplicate d
  where d.kept is null and (d.one in (select id from brought_family) or d.other in (select id from brought_family))`;

const hold = `
  select b.id from binaan b
  where b.id in (select id from brought_family union all select id from touched_family)
  order by b.id for no key update`;

const giveBack = (columns: readonly string[]) => `
  update binaan b
    set (${columns.join(', ')}) = (${columns.map((column) => `was.${column}`).join(', ')})
    from import_change c
    join binaan f on f.id = c.binaan
    cross join lateral jsonb_populate_record(f, c.before::jsonb) was
    where c.batch = ? and b.id = f.id`;

/**
 * Takes a list back, in one transaction: families that it brought in go, those that it changed or missed are as before. Refused
 * as KADER_IMPORT_UNKNOWN, KADER_IMPORT_STATE, KADER_IMPORT_BUSY, KADER_IMPORT_FORGOTTEN, and as KADER_IMPORT_RESTED_ON with what
 * has come to rest on it.
 */
export async function undoImport(database: Knex, { batch, by, now }: UndoOrder): Promise<void> {
  await database.transaction(async (trx) => {
    const list = await holdImport(trx, batch);
    if (list.status !== 'done') throw stateRefusal(list.status);
    if (!isKept(list.finished_at, now)) throw refusal('KADER_IMPORT_FORGOTTEN');
    await trx.raw(brought, { batch });
    await trx.raw(touched, { batch });
    await trx.raw('analyze brought_family, touched_family');
    await trx.raw(hold);
    await trx.raw(supposedTwins);
    const rests = await whatRestsOn(trx, { batch, ...list });
    if (rests !== null) throw refusal('KADER_IMPORT_RESTED_ON', rests);

    await trx.raw(giveBack([...listed, 'list_batch']), [batch]);
    await trx('import_change').where({ batch }).delete();
    await trx.raw('delete from assignment a using brought_family f where a.binaan = f.id');
    await trx.raw('delete from binaan b using brought_family f where b.id = f.id');
    await refreshArrears(trx, now, [list.branch]);
    await noteImport(trx, batch, { status: 'undone', undone_at: now.toISOString(), undone_by: by });
  });
}

interface DoneImport {
  branch: Id;
  timezone: TimeZone;
  status: 'new' | 'mapped' | 'running' | 'done' | 'failed' | 'undone';
  finished_at: Date | null;
  rows_new: number;
}

/** The import, with the lock of its branch: no list comes in meanwhile. */
async function holdImport(trx: Knex.Transaction, batch: Id): Promise<DoneImport> {
  const found = await trx('import_batch as i')
    .join('branch as b', 'b.id', 'i.branch')
    .where('i.id', batch)
    .first('i.branch', 'b.timezone', 'i.status', 'i.finished_at', 'i.rows_new');
  if (found === undefined) throw refusal('KADER_IMPORT_UNKNOWN');
  const lock = await trx.raw('select pg_try_advisory_xact_lock(kader_import_lock_key(?)) as mine', [found.branch]);
  if (!lock.rows[0].mine) throw refusal('KADER_IMPORT_BUSY');
  // another undo may have been first
  const { status } = await trx('import_batch').where({ id: batch }).first('status');
  return { ...found, status };
}
