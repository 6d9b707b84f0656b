import type { Knex } from 'knex';
import type { BinaanStatus, DateText, Id } from '../../contract/records.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';

interface Row {
  id: Id;
  status: BinaanStatus;
  muted_until: DateText | null;
  left_list_on: DateText | null;
  /** what its mutes say of today; infinity: without an end */
  until: DateText | 'infinity' | null;
}

// One whose last day was yesterday may still wait for the upkeep.
const question = `
  select f.id, f.status, f.muted_until::text as muted_until, f.left_list_on::text as left_list_on, coalesce(
      kader_mute_until(f.id, t.today, h.timezone),
      case when f.muted_until = t.today - 1 then f.muted_until end)::text as until
  from binaan f
  join branch h on h.id = f.branch
  cross join lateral (select (now() at time zone h.timezone)::date as today) t
  where f.id > :after
    and (f.muted_until is not null or f.status = 'muted' or exists (select from mute m where m.binaan = f.id))
  order by f.id
  limit :limit`;

/** A family is muted exactly where an approved mute says so, and up to its day. */
export async function* auditMutes(knex: Knex): AsyncGenerator<Difference> {
  for await (const rows of inChunks<Row>(knex, question)) for (const row of rows) yield* auditMuted(row);
}

function auditMuted({ id, until, left_list_on: leftListOn, ...stored }: Row): Difference[] {
  const free = leftListOn === null ? 'active' : 'off_list';
  const status =
    until === null ? withoutMute(stored.status, free) : stored.status === 'active' ? 'muted' : stored.status;
  return differences('binaan', id, stored, { muted_until: until === 'infinity' ? null : until, status });
}

/** What a family is once it may be contacted again; other states say more than a mute does. */
function withoutMute(stored: BinaanStatus, free: BinaanStatus): BinaanStatus {
  return stored === 'muted' ? free : stored;
}
