import type { Id } from '../../../contract/records.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

const question = `
  select k.id, k.joined_on::text as day
  from kader k
  where k.branch = :branch and k.status = 'active'
    and k.joined_on > cast(:today as date) - cast(:days as integer) and k.joined_on <= cast(:today as date)
    and (cast(:kader as integer[]) is null or k.id = any(:kader))
  order by k.id`;

/** Active kader who joined lately. */
export const kaderWelcome: AudienceReader = async (knex, ask) => {
  const rows = await rowsOf<{ id: Id; day: string }>(knex, question, bindingsOf(ask));
  return rows.map(({ id, day }) => ({
    item: id,
    recipient: { kind: 'kader', kader: id },
    once: `kader:${id}:joined:${day}`,
  }));
};
