import type { Id } from '../../../contract/records.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

const question = `
  select b.id, b.kader
  from binaan b join assignment a on a.binaan = b.id and a.kader = b.kader
  where b.branch = :branch and b.status = 'active'
    and a.from_date > cast(:today as date) - cast(:days as integer) and a.from_date <= cast(:today as date)
    and (a.to_date is null or a.to_date >= cast(:today as date))
    and (cast(:after as timestamptz) is null or a.date_created > :after)
    and (cast(:kader as integer[]) is null or b.kader = any(:kader))
    and (cast(:areas as integer[]) is null or b.area = any(:areas))
    and (cast(:ids as integer[]) is null or b.id = any(:ids))
  group by b.id, b.kader
  order by b.kader, b.id`;

/** Active families that were entrusted to the kader who holds them lately. */
export const familiesAssigned: AudienceReader = async (knex, ask) => {
  const rows = await rowsOf<{ id: Id; kader: Id }>(knex, question, bindingsOf(ask));
  return rows.map(({ id, kader }) => ({
    item: id,
    recipient: { kind: 'family', binaan: id },
    once: `family:${id}:kader:${kader}`,
  }));
};
