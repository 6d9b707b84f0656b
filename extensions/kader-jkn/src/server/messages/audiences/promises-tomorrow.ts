import type { Id } from '../../../contract/records.ts';
import { type DateText as Day, daysAfter } from '../../../core/period.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

const question = `
  select distinct on (a.binaan) a.id, a.binaan
  from activity a join binaan b on b.id = a.binaan
  where a.branch = :branch and a.promise_state = 'open' and a.promise_on = cast(:today as date) + 1
    and b.status = 'active'
    and (cast(:kader as integer[]) is null or b.kader = any(:kader))
    and (cast(:ids as integer[]) is null or a.id = any(:ids))
  order by a.binaan, a.at desc, a.id desc`;

/** Families whose promise to pay is of tomorrow and still open: the newest promise of each. */
export const promisesTomorrow: AudienceReader = async (knex, ask) => {
  const rows = await rowsOf<{ id: Id; binaan: Id }>(knex, question, bindingsOf(ask));
  return rows.map(({ id, binaan }) => ({
    item: id,
    recipient: { kind: 'family', binaan },
    once: `promise:${id}`,
    until: daysAfter(ask.today as Day, 1),
  }));
};
