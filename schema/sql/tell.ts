import { roleIds } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { SqlDefinition } from '../types.ts';

/**
 * Notices inside Directus are written in the transaction that brings them about, so that neither is there without the
 * other. What stays unread is mailed by the outbox, once a day (audience `notices_unread`).
 */
export const tellSql: SqlDefinition[] = [
  {
    name: 'kader_reads_english',
    kind: 'function',
    // as languageIn of the server: whoever chose no language reads Indonesian
    sql: `
create or replace function kader_reads_english(language text) returns boolean language sql immutable as $$
  select coalesce(language ~* '^[a-z]' and language !~* '^(id|jv|su|ms)\\M', false)
$$;`,
  },
  {
    name: 'kader_month_words',
    kind: 'function',
    sql: `
create or replace function kader_month_words(month text, english boolean) returns text language sql immutable as $$
  select (case when english
    then array['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
    else array['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember']
  end)[substr(month, 6, 2)::integer] || ' ' || left(month, 4)
$$;`,
  },
  {
    name: 'kader_day_words',
    kind: 'function',
    sql: `
create or replace function kader_day_words(day date, english boolean) returns text language sql immutable as $$
  select to_char(day, 'FMDD') || ' ' || kader_month_words(to_char(day, 'YYYY-MM'), english)
$$;`,
  },
  {
    name: 'kader_tell',
    kind: 'function',
    // Each of the active readers in the language they chose. Answers with how many were told.
    sql: `
create or replace function kader_tell(readers uuid[], about text, record integer,
  subject_id text, subject_en text, message_id text, message_en text) returns integer language plpgsql as $$
declare
  told integer;
begin
  insert into directus_notifications (timestamp, status, recipient, subject, message, collection, item)
  select now(), 'inbox', r.id, left(case when r.english then subject_en else subject_id end, 255),
    case when r.english then message_en else message_id end, about, record::text
  from (select u.id, kader_reads_english(u.language) as english from directus_users u
    where u.id = any (readers) and u.status = 'active') r;
  get diagnostics told = row_count;
  return told;
end $$;`,
  },
  {
    name: 'kader_administrators',
    kind: 'function',
    sql: `
create or replace function kader_administrators() returns uuid[] language sql stable as $$
  select coalesce(array_agg(u.id), '{}') from directus_users u
    where u.status = 'active' and exists (
      select from directus_access a join directus_policies p on p.id = a.policy
      where p.admin_access and (a."user" = u.id or a.role = u.role))
$$;`,
  },
  {
    name: 'kader_heads',
    kind: 'function',
    // Where a branch has no head, administrators stand in; an account of the kader it must go past never does.
    sql: `
create or replace function kader_heads(of_branch integer, past_kader integer) returns uuid[] language sql stable as $$
  with heads as (
    select u.id from directus_users u
    where u.status = 'active' and u.role = '${roleIds.head}' and u.branch = of_branch
      and (past_kader is null or u.kader is distinct from past_kader)
  ), administrators as (
    select u.id from directus_users u
    where u.id = any (kader_administrators()) and not exists (select from heads)
      and (past_kader is null or u.kader is distinct from past_kader)
  )
  select coalesce(array_agg(r.id), '{}') from (select * from heads union all select * from administrators) r
$$;`,
  },
  {
    name: 'kader_office',
    kind: 'function',
    // heads and staff of a branch
    sql: `
create or replace function kader_office(of_branch integer) returns uuid[] language sql stable as $$
  select coalesce(array_agg(u.id), '{}') from directus_users u
    where u.status = 'active' and u.role in ('${roleIds.head}', '${roleIds.staff}') and u.branch = of_branch
$$;`,
  },
  {
    name: 'kader_accounts',
    kind: 'function',
    sql: `
create or replace function kader_accounts(of_kader integer) returns uuid[] language sql stable as $$
  select coalesce(array_agg(u.id), '{}') from directus_users u where u.kader = of_kader and u.status = 'active'
$$;`,
  },
  {
    name: 'kader_tell_heads',
    kind: 'function',
    // Heads of a branch, but not whoever told it, nor an account of the kader it must go past.
    sql: `
create or replace function kader_tell_heads(of_branch integer, past_kader integer, told_by uuid, about text, record integer,
  subject_id text, subject_en text, message_id text, message_en text) returns integer language sql as $$
  select kader_tell(array_remove(kader_heads(of_branch, past_kader), told_by), about, record,
    subject_id, subject_en, message_id, message_en)
$$;`,
  },
];
