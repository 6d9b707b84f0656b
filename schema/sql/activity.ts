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
begin
  if exists (
    select 1 from after_rows n left join binaan f on f.id = n.binaan left join kader k on k.id = n.kader
    where f.branch <> n.branch or k.branch <> n.branch
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{}';
  end if;
  return null;
end $$;
create or replace trigger kader_activity_changed after update on activity
  referencing new table as after_rows
  for each statement execute function kader_activity_changed();`,
  },
];
