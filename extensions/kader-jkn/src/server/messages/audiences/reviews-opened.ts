import type { Id } from '../../../contract/records.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

const question = `
  select r.id, r.kader
  from partnership_review r
  where r.branch = :branch and r.status = 'open'
    and r.opened_on > cast(:today as date) - cast(:days as integer) and r.opened_on <= cast(:today as date)
    and (cast(:after as timestamptz) is null or r.date_created > :after)
    and (cast(:since_month as text) is null or r.streak_to is null or r.streak_to >= :since_month)
    and (cast(:kader as integer[]) is null or r.kader = any(:kader))
    and (cast(:ids as integer[]) is null or r.id = any(:ids))
  order by r.id`;

/** Kader whose partnership is being reviewed and who have not answered. */
export const reviewsOpened: AudienceReader = async (knex, ask) => {
  const rows = await rowsOf<{ id: Id; kader: Id }>(knex, question, bindingsOf(ask));
  return rows.map(({ id, kader }) => ({
    item: id,
    recipient: { kind: 'kader', kader },
    once: `review:${id}:opened`,
  }));
};
