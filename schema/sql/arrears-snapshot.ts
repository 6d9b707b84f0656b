import type { SqlDefinition } from '../types.ts';

/** Month-ends of arrears are written by the roll-up of a closed month alone; what was published stays people's own. */
export const arrearsSnapshotSql: SqlDefinition[] = [
  {
    name: 'kader_arrears_snapshot_guard',
    kind: 'trigger',
    // Deleting a user lets go of the names of those who made a record.
    sql: `
create or replace function kader_arrears_snapshot_guard() returns trigger language plpgsql as $$
declare
  changed arrears_snapshot;
begin
  changed := case when tg_op = 'DELETE' then old else new end;
  if coalesce(current_setting('kader.rolling_up', true), '') = changed.branch::text then
    return changed;
  end if;
  if tg_op = 'INSERT' and new.kind = 'published' or tg_op = 'DELETE' and old.kind = 'published' then
    return changed;
  end if;
  if tg_op = 'UPDATE' and (old.kind = 'published' and new.kind = 'published'
    or to_jsonb(new) - '{user_created,user_updated}'::text[] = to_jsonb(old) - '{user_created,user_updated}'::text[])
  then
    return changed;
  end if;
  raise exception using errcode = 'P0001', message = 'KADER_MONTH_END_KEPT',
    detail = json_build_object('as_of', changed.as_of)::text;
end $$;
create or replace trigger kader_arrears_snapshot_guard before insert or update or delete on arrears_snapshot
  for each row execute function kader_arrears_snapshot_guard();`,
  },
];
