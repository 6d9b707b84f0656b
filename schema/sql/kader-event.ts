import type { SqlDefinition } from '../types.ts';

/** A warning says that a close gave it only where one did: it keeps the next close from warning again (design 5.8). */
export const kaderEventSql: SqlDefinition[] = [
  {
    name: 'kader_event_guard',
    kind: 'function',
    sql: `
create or replace function kader_event_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.kader, new.kind, new.origin, new.month)
    is not distinct from (old.kader, old.kind, old.origin, old.month) then
    return new;
  end if;
  if (new.origin = 'close' or (tg_op = 'UPDATE' and old.origin = 'close'))
    and coalesce(current_setting('kader.closing', true), '') = '' then
    raise exception using errcode = 'P0001', message = 'KADER_VALUE_INVALID', detail = '{"field":"origin"}';
  end if;
  return new;
end $$;`,
  },
  ...(['insert', 'update'] as const).map(
    (event): SqlDefinition => ({
      name: `kader_event_${event}_guard`,
      kind: 'trigger',
      sql: `
create or replace trigger kader_event_${event}_guard before ${event} on kader_event
  for each row execute function kader_event_guard();`,
    }),
  ),
];
