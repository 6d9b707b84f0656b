import type { SqlDefinition } from '../types.ts';

/** A kader's own target is one of the kader's branch. */
export const targetSql: SqlDefinition[] = [
  {
    name: 'kader_target_guard',
    kind: 'function',
    sql: `
create or replace function kader_target_guard() returns trigger language plpgsql as $$
begin
  if exists (select 1 from kader k where k.id = new.kader and k.branch <> new.branch) then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{}';
  end if;
  return new;
end $$;`,
  },
  ...(['insert', 'update'] as const).map(
    (event): SqlDefinition => ({
      name: `kader_target_${event}_guard`,
      kind: 'trigger',
      sql: `
create or replace trigger kader_target_${event}_guard before ${event} on target
  for each row execute function kader_target_guard();`,
    }),
  ),
];
