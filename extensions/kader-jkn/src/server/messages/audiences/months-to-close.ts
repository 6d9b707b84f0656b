import { roleIds } from '../../../contract/access.ts';
import type { Id, UserId } from '../../../contract/records.ts';
import { type DateText as Day, daysAfter } from '../../../core/period.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';
import { mondayOf } from './monday-of.ts';

/** The last money of a month is recorded in the first days of the next. */
const daysToSettle = 2;

const question = `
  with due as (
    select p.id, p.month
    from period p
    where p.branch = :branch and p.status = 'open'
      and (p.month || '-01')::date + interval '1 month' <= cast(:today as date) - cast(:settle as integer)
      and (cast(:month as text) is null or p.month = :month)
    order by p.month
    limit 1
  )
  select due.id, u.id as head
  from due join directus_users u on u.branch = :branch
  where u.role = :role and u.status = 'active'
  order by u.id`;

/** Heads whose branch has a month that is over and not closed: of the oldest, months close in order. Once a week. */
export const monthsToClose: AudienceReader = async (knex, ask) => {
  const bindings = { ...bindingsOf(ask), role: roleIds.head, settle: daysToSettle };
  const rows = await rowsOf<{ id: Id; head: UserId }>(knex, question, bindings);
  return rows.map(({ id, head }) => ({
    item: id,
    recipient: { kind: 'user', user: head },
    once: `period:${id}:open:${mondayOf(ask.today)}:user:${head}`,
    until: daysAfter(mondayOf(ask.today) as Day, 6),
  }));
};
