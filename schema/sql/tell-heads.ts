import { roleIds } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { SqlDefinition } from '../types.ts';

/**
 * Tells the heads of a branch something in the transaction that brought it about, so that neither is there without the
 * other: not whoever told it, nor an account of the kader it must go past. Where a branch has no head, administrators are told. Answers with how many were.
 */
export const tellHeadsSql: SqlDefinition[] = [
  {
    name: 'kader_tell_heads',
    kind: 'function',
    sql: `
create or replace function kader_tell_heads(of_branch integer, past_kader integer, told_by uuid, about text, record integer,
  subject_id text, subject_en text, message_id text, message_en text) returns integer language plpgsql as $$
declare
  told integer;
begin
  insert into directus_notifications (timestamp, status, recipient, subject, message, collection, item)
  with heads as (
    select u.id, u.kader, u.language from directus_users u
    where u.status = 'active' and u.role = '${roleIds.head}' and u.branch = of_branch
      and (past_kader is null or u.kader is distinct from past_kader)
  ), administrators as (
    select u.id, u.kader, u.language from directus_users u
    where u.status = 'active' and not exists (select from heads) and exists (
      select from directus_access a join directus_policies p on p.id = a.policy
      where p.admin_access and (a."user" = u.id or a.role = u.role))
  )
  select now(), 'inbox', r.id,
    case when r.language like 'en%' then subject_en else subject_id end,
    case when r.language like 'en%' then message_en else message_id end, about, record::text
  from (select * from heads union all select * from administrators) r
  where r.id is distinct from told_by and (past_kader is null or r.kader is distinct from past_kader);
  get diagnostics told = row_count;
  return told;
end $$;`,
  },
];
