import type { Id } from '../../../contract/records.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

const question = `
  select k.id, years.full
  from kader k
  cross join lateral (select date_part('year', cast(:today as date))::integer - date_part('year', k.joined_on)::integer as full) years
  where k.branch = :branch and k.status = 'active' and years.full >= 1
    and cast(k.joined_on + make_interval(years => years.full) as date) = cast(:today as date)
    and (cast(:kader as integer[]) is null or k.id = any(:kader))
  order by k.id`;

/** Active kader who have been partners for a whole number of years today; of 29 February, on the 28th of other years. */
export const contractAnniversaries: AudienceReader = async (knex, ask) => {
  const rows = await rowsOf<{ id: Id; full: number }>(knex, question, bindingsOf(ask));
  return rows.map(({ id, full }) => ({
    item: id,
    recipient: { kind: 'kader', kader: id },
    once: `kader:${id}:anniversary:${full}`,
  }));
};
