import type { SqlDefinition } from '../types.ts';

/** The time zone decides every month of the books: it is fixed once money is in them (design 5.1). */
export const branchSql: SqlDefinition[] = [
  {
    name: 'kader_branch_timezone_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_branch_timezone_guard() returns trigger language plpgsql as $$
begin
  if new.timezone is distinct from old.timezone and exists (select 1 from collection c where c.branch = new.id) then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED', detail = '{"field":"timezone"}';
  end if;
  return new;
end $$;
create or replace trigger kader_branch_timezone_guard before update on branch
  for each row execute function kader_branch_timezone_guard();`,
  },
];
