import type { ClientBase } from 'pg';
import type { Id } from '../../contract/records.ts';
import type { ImportJob } from './import-job.ts';
import type { FamilyIds } from './seen-families.ts';

const portion = 20_000;

// A family of whom a newer list is known is not missed by an older one; what people know (moved, settled …) stands.
const candidates = `
  select b.id, b.area from binaan b
  where b.branch = $1 and b.id > $2 and b.source = 'list' and b.status in ('active', 'muted') and b.left_list_on is null
    and b.listed_as_of <= $3 and b.list_batch is distinct from $4
  order by b.id
  limit $5`;

const remember = `
  insert into import_change (batch, binaan, kind, before, after, date_created)
  select $1, b.id, 'off_list', jsonb_build_object('status', b.status, 'left_list_on', null),
    jsonb_build_object('status', case b.status when 'active' then 'off_list' else b.status end, 'left_list_on', $2::text),
    now()
  from binaan b where b.id = any ($3)`;

const leave = `
  update binaan b
    set left_list_on = $1::date, status = case b.status when 'active' then 'off_list' else b.status end
    where b.id = any ($2)`;

/**
 * Marks the families that a whole list no longer names as off the list, never more (design 5.12); of the branch, or of the
 * desa that it names. Returns how many.
 */
export async function markOffList(
  client: ClientBase,
  { batch, branch, asOf, listScope }: ImportJob,
  named: FamilyIds,
  areas: ReadonlySet<Id>,
): Promise<number> {
  let [left, after] = [0, 0];
  for (;;) {
    const { rows } = await client.query<{ id: Id; area: Id | null }>(candidates, [branch, after, asOf, batch, portion]);
    const missed = rows
      .filter(({ id, area }) => !named.has(id) && (listScope === 'branch' || (area !== null && areas.has(area))))
      .map(({ id }) => id);
    if (missed.length > 0) {
      await client.query('select b.id from binaan b where b.id = any ($1) order by b.id for no key update', [missed]);
      await client.query(remember, [batch, asOf, missed]);
      await client.query(leave, [asOf, missed]);
      left += missed.length;
    }
    after = rows.at(-1)?.id ?? after;
    if (rows.length < portion) return left;
  }
}
