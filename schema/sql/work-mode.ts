import type { SqlDefinition } from '../types.ts';

/** A way of working is said of an area that the branch serves: `area.branch` stands on regencies only. */
export const workModeSql: SqlDefinition[] = [
  {
    name: 'kader_work_mode_guard',
    kind: 'function',
    sql: `
create or replace function kader_work_mode_guard() returns trigger language plpgsql as $$
begin
  if exists (
    with recursive above as (
      select a.id, a.parent, a.branch from area a where a.id = new.area
      union all
      select p.id, p.parent, p.branch from above x join area p on p.id = x.parent
    )
    select from above where branch <> new.branch
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{"field":"area"}';
  end if;
  return new;
end $$;`,
  },
  ...(['insert', 'update'] as const).map(
    (event): SqlDefinition => ({
      name: `kader_work_mode_${event}_guard`,
      kind: 'trigger',
      sql: `
create or replace trigger kader_work_mode_${event}_guard before ${event} on work_mode
  for each row execute function kader_work_mode_guard();`,
    }),
  ),
];
