import type { Id } from '../../../contract/records.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

const question = `
  select a.id, a.kader
  from award a
  where a.branch = :branch
    and a.date_created > cast(:now as timestamptz) - make_interval(days => cast(:days as integer))
    and (cast(:after as timestamptz) is null or a.date_created > :after)
    and (cast(:kader as integer[]) is null or a.kader = any(:kader))
    and (cast(:ids as integer[]) is null or a.id = any(:ids))
  order by a.id`;

/** Kader whose award was confirmed lately. */
export const awardsGiven: AudienceReader = async (knex, ask) => {
  const rows = await rowsOf<{ id: Id; kader: Id }>(knex, question, { ...bindingsOf(ask), now: ask.now });
  return rows.map(({ id, kader }) => ({
    item: id,
    recipient: { kind: 'kader', kader },
    once: `award:${id}`,
  }));
};
