import type { Id } from '../../../contract/records.ts';
import { type DateText as Day, daysAfter } from '../../../core/period.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

/** What a family owes is told as of the day it was worded. */
const staleAfterDays = 7;

const question = `
  select b.id
  from binaan b
  where b.branch = :branch and b.status = 'active' and b.owed_months > 0 and b.owed_amount > 0
    and (cast(:from as integer) is null or b.owed_months >= :from)
    and (cast(:to as integer) is null or b.owed_months <= :to)
    and (cast(:areas as integer[]) is null or b.area = any(:areas))
    and (cast(:kader as integer[]) is null or b.kader = any(:kader))
    and (cast(:ids as integer[]) is null or b.id = any(:ids))
    and not exists (
      select 1 from activity a
      where a.binaan = b.id and a.promise_state = 'open' and a.promise_on >= cast(:today as date)
    )
  order by b.kader nulls last, b.id`;

/** Active families that owe dues. Who promised to pay is left in peace until the day has passed. */
export const familiesInArrears: AudienceReader = async (knex, ask) => {
  const { months_from: from = null, months_to: to = null } = ask.filter;
  const rows = await rowsOf<{ id: Id }>(knex, question, { ...bindingsOf(ask), from, to });
  return rows.map(({ id }) => ({
    item: id,
    recipient: { kind: 'family', binaan: id },
    once: `family:${id}:${ask.today}`,
    until: daysAfter(ask.today as Day, staleAfterDays),
  }));
};
