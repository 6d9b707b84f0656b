import type { Id } from '../../../contract/records.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

const question = `
  select k.id, max(a.from_date)::text as day
  from assignment a join kader k on k.id = a.kader
  where a.branch = :branch and k.branch = :branch and k.status = 'active'
    and a.from_date > cast(:today as date) - cast(:days as integer) and a.from_date <= cast(:today as date)
    and (a.to_date is null or a.to_date >= cast(:today as date))
    and (cast(:after as timestamptz) is null or a.date_created > :after)
    and (cast(:kader as integer[]) is null or k.id = any(:kader))
  group by k.id
  order by k.id`;

/** Active kader who were given families lately and still hold them: once for the newest day of it. */
export const kaderGivenFamilies: AudienceReader = async (knex, ask) => {
  const rows = await rowsOf<{ id: Id; day: string }>(knex, question, bindingsOf(ask));
  return rows.map(({ id, day }) => ({
    item: id,
    recipient: { kind: 'kader', kader: id },
    once: `kader:${id}:assigned:${day}`,
  }));
};
