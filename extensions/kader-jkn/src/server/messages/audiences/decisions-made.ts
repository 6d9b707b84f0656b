import type { Id } from '../../../contract/records.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

const question = `
  select r.id, r.kader
  from partnership_review r
  where r.branch = :branch and r.status = 'decided'
    and r.decided_at > cast(:now as timestamptz) - make_interval(days => cast(:days as integer))
    and (cast(:after as timestamptz) is null or r.decided_at > :after)
    and (cast(:kader as integer[]) is null or r.kader = any(:kader))
    and (cast(:ids as integer[]) is null or r.id = any(:ids))
  order by r.id`;

/** Kader on whose partnership was decided lately. */
export const decisionsMade: AudienceReader = async (knex, ask) => {
  const rows = await rowsOf<{ id: Id; kader: Id }>(knex, question, { ...bindingsOf(ask), now: ask.now });
  return rows.map(({ id, kader }) => ({
    item: id,
    recipient: { kind: 'kader', kader },
    once: `review:${id}:decided`,
  }));
};
