import type { SqlDefinition } from '../types.ts';

/** A training names topics that there are, and kader of its own branch. */
export const trainingSql: SqlDefinition[] = [
  {
    name: 'kader_training_guard',
    kind: 'function',
    sql: `
create or replace function kader_training_guard() returns trigger language plpgsql as $$
declare
  unknown text;
begin
  if json_typeof(new.topics) <> 'array' then
    return new; -- the check says why
  end if;
  select c.code into unknown from json_array_elements_text(new.topics) c(code)
    where not exists (select from training_topic t where t.code = c.code) limit 1;
  if found then
    raise exception using errcode = 'P0001', message = 'KADER_TOPIC_UNKNOWN',
      detail = json_build_object('topic', left(unknown, 40), 'field', 'topics')::text;
  end if;
  if tg_op = 'UPDATE' and new.branch <> old.branch and exists (
    select from training_attendance a where a.training = new.id) then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{"field":"branch"}';
  end if;
  return new;
end $$;`,
  },
  ...(['insert', 'update'] as const).map(
    (event): SqlDefinition => ({
      name: `kader_training_${event}_guard`,
      kind: 'trigger',
      sql: `
create or replace trigger kader_training_${event}_guard before ${event} on training
  for each row execute function kader_training_guard();`,
    }),
  ),
  {
    name: 'kader_attendance_guard',
    kind: 'function',
    sql: `
create or replace function kader_attendance_guard() returns trigger language plpgsql as $$
begin
  if exists (
    select from training t join kader k on k.id = new.kader where t.id = new.training and t.branch <> k.branch
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{"field":"kader"}';
  end if;
  return new;
end $$;`,
  },
  ...(['insert', 'update'] as const).map(
    (event): SqlDefinition => ({
      name: `kader_attendance_${event}_guard`,
      kind: 'trigger',
      sql: `
create or replace trigger kader_attendance_${event}_guard before ${event} on training_attendance
  for each row execute function kader_attendance_guard();`,
    }),
  ),
];
