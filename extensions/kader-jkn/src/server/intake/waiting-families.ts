import type { Knex } from 'knex';
import type { ClientBase } from 'pg';
import type { DateText } from '../../core/period.ts';
import type { FamilyQuery } from '../assign/stage-families.ts';
import { newFamilyColumns } from './new-families.ts';

/** Where new families wait until it is known whose they are, so that each is written once; their ids are those of binaan. */
export async function openWaiting(client: ClientBase): Promise<void> {
  await client.query('create temporary table waiting_family (like binaan including defaults) on commit drop');
}

/** Which of these KK numbers wait already. Few lists ask: the index is made for the first that does. */
export async function waitingAmong(client: ClientBase, kkNumbers: readonly string[]): Promise<string[]> {
  await client.query('create index if not exists waiting_family_kk on waiting_family (kk_number)');
  const { rows } = await client.query<{ kk_number: string }>(
    'select w.kk_number from waiting_family w where w.kk_number = any ($1)',
    [kkNumbers],
  );
  return rows.map(({ kk_number }) => kk_number);
}

/** The families that wait, as those that are to be shared are asked for. */
export function waitingFamilies(trx: Knex): FamilyQuery {
  return trx.raw(
    'select w.id, w.status, w.source, w.area, w.owed_months, w.address, w.head_name from waiting_family w',
  );
}

const columns = newFamilyColumns.map((column) => (column === 'kader' ? 'p.kader' : `w.${column}`));

const bringIn = `
  with family as (
    insert into binaan (id, ${newFamilyColumns.join(', ')})
    select w.id, ${columns.join(', ')}
    from waiting_family w
    left join kader_placed p on p.binaan = w.id
    order by w.id
    returning id, kader, branch, date_created, user_created
  )
  insert into assignment (binaan, kader, branch, from_date, reason, date_created, user_created)
  select f.id, f.kader, f.branch, $1, 'list', f.date_created, f.user_created
  from family f
  where f.kader is not null`;

/** Brings in the families that wait, held from a day on by whoever kader_placed gives them to. Returns how many are held. */
export async function bringInWaiting(client: ClientBase, from_date: DateText): Promise<number> {
  await client.query('analyze waiting_family (id), kader_placed (binaan)');
  const { rowCount } = await client.query(bringIn, [from_date]);
  await client.query('delete from kader_placed p using waiting_family w where w.id = p.binaan');
  return rowCount ?? 0;
}
