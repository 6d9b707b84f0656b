import type { Knex } from 'knex';
import type { NoticeWords } from '../../../contract/message-audiences.ts';
import type { DateText, UserId } from '../../../contract/records.ts';
import { type AudienceMember, rowsOf } from './audience.ts';
import { wordsMark } from './words-mark.ts';

/** A role has the policies of the roles above it, too. */
const question = `
  with recursive held as (
    select u.id as holder, r.id as role, r.parent
    from directus_users u join directus_roles r on r.id = u.role
    where u.status = 'active'
    union
    select h.holder, r.id, r.parent from held h join directus_roles r on r.id = h.parent
  )
  select u.id
  from directus_users u
  where u.status = 'active' and exists (
    select 1 from directus_access a join directus_policies p on p.id = a.policy
    where p.admin_access and (a."user" = u.id or a.role in (select h.role from held h where h.holder = u.id))
  )
  order by u.id`;

/** Active users who administer the instance, of no branch: the same words once a day. */
export async function administrators(
  knex: Knex,
  { today, notice }: { today: DateText; notice: NoticeWords },
): Promise<AudienceMember[]> {
  const users = await rowsOf<{ id: UserId }>(knex, question, {});
  return users.map(({ id }) => ({
    item: null,
    recipient: { kind: 'user', user: id },
    once: `notice:${wordsMark(notice)}:${today}:user:${id}`,
  }));
}
