import type { SqlDefinition } from '../types.ts';

/** A contact belongs to the branch of its family and of the kader who made it; foreign keys do not say so. */
export const activitySql: SqlDefinition[] = [
  {
    name: 'kader_activity_made',
    kind: 'trigger',
    sql: `
create or replace function kader_activity_made() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from inserted i left join binaan f on f.id = i.binaan left join kader k on k.id = i.kader
    where f.branch <> i.branch or k.branch <> i.branch
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{}';
  end if;
  perform kader_refuse_merged(array(select i.binaan from inserted i));
  perform kader_check_contacts(array(select i.id from inserted i where i.binaan is not null));
  if exists (select from inserted i where i.outcome = 'threatened') then
    perform kader_tell_threats(array(select i.id from inserted i where i.outcome = 'threatened'));
  end if;
  return null;
end $$;
create or replace trigger kader_activity_made after insert on activity
  referencing new table as inserted
  for each statement execute function kader_activity_made();`,
  },
  {
    name: 'kader_activity_changed',
    kind: 'trigger',
    sql: `
create or replace function kader_activity_changed() returns trigger language plpgsql as $$
declare
  moved integer[];
  threatened integer[];
begin
  if exists (
    select 1 from after_rows n left join binaan f on f.id = n.binaan left join kader k on k.id = n.kader
    where f.branch <> n.branch or k.branch <> n.branch
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{}';
  end if;
  perform kader_refuse_merged(array(
    select n.binaan from after_rows n join before_rows o using (id) where n.binaan is distinct from o.binaan));
  select array_agg(n.id) into moved from after_rows n join before_rows o using (id)
    where (n.binaan, n.branch, n.at, n.channel) is distinct from (o.binaan, o.branch, o.at, o.channel)
      or (n.cap_reason is null and o.cap_reason is not null);
  if moved is not null then
    perform kader_check_contacts(moved);
  end if;
  select array_agg(n.id) into threatened from after_rows n join before_rows o using (id)
    where n.outcome = 'threatened' and o.outcome is distinct from n.outcome;
  if threatened is not null then
    perform kader_tell_threats(threatened);
  end if;
  return null;
end $$;
create or replace trigger kader_activity_changed after update on activity
  referencing old table as before_rows new table as after_rows
  for each statement execute function kader_activity_changed();`,
  },
];
