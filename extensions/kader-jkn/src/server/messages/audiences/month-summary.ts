import { roleIds } from '../../../contract/access.ts';
import type { Id, UserId } from '../../../contract/records.ts';
import { type AudienceReader, bindingsOf, rowsOf } from './audience.ts';

const usualDays = 31;

const question = `
  select p.id, floor(extract(epoch from p.closed_at))::bigint::text as closed, u.id as head
  from period p join directus_users u on u.branch = p.branch
  where p.branch = :branch and p.status in ('closed', 'approved', 'paid')
    and (p.month = :month or
      cast(:month as text) is null and p.closed_at > cast(:now as timestamptz) - make_interval(days => cast(:days as integer)))
    and (cast(:after as timestamptz) is null or p.closed_at > :after)
    and (cast(:since_month as text) is null or p.month >= :since_month)
    and u.role = :role and u.status = 'active'
  order by p.month, u.id`;

/** Heads whose branch closed a month lately: once for each close. */
export const monthSummary: AudienceReader = async (knex, ask) => {
  const bindings = { ...bindingsOf(ask, usualDays), now: ask.now, role: roleIds.head };
  const rows = await rowsOf<{ id: Id; closed: string; head: UserId }>(knex, question, bindings);
  return rows.map(({ id, closed, head }) => ({
    item: id,
    recipient: { kind: 'user', user: head },
    once: `period:${id}:closed:${closed}:user:${head}`,
  }));
};
