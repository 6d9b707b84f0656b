import type { SqlDefinition } from '../types.ts';

/**
 * What of a contact follows from it: a promise is open until judge-promises.ts finds it kept or broken, and a kader who was
 * threatened has that in their history, where the head learns of it at once.
 */
export const promiseSql: SqlDefinition[] = [
  {
    name: 'kader_activity_derive',
    kind: 'function',
    sql: `
create or replace function kader_activity_derive() returns trigger language plpgsql as $$
begin
  if new.photo is not null and not new.photo_consent then
    raise exception using errcode = 'P0001', message = 'KADER_PHOTO_CONSENT', detail = '{}';
  end if;
  new.cap_reason := nullif(btrim(new.cap_reason), '');
  if new.outcome is distinct from 'promised' or new.promise_on is null then
    new.promise_state := null;
    new.promise_judged_on := null;
    return new;
  end if;
  if tg_op = 'UPDATE' and (new.outcome, new.promise_on, new.promise_amount, new.at, new.binaan)
    is not distinct from (old.outcome, old.promise_on, old.promise_amount, old.at, old.binaan)
  then
    if coalesce(current_setting('kader.judging', true), '') = '' then
      new.promise_state := old.promise_state;
      new.promise_judged_on := old.promise_judged_on;
    end if;
    return new;
  end if;
  if new.promise_on < (select (new.at at time zone h.timezone)::date from branch h where h.id = new.branch) then
    raise exception using errcode = 'P0001', message = 'KADER_PROMISE_PAST', detail = '{}';
  end if;
  new.promise_state := 'open';
  new.promise_judged_on := null;
  return new;
end $$;`,
  },
  ...(['insert', 'update'] as const).map(
    (event): SqlDefinition => ({
      name: `kader_activity_${event}_derive`,
      kind: 'trigger',
      sql: `
create or replace trigger kader_activity_${event}_derive before ${event} on activity
  for each row execute function kader_activity_derive();`,
    }),
  ),
  {
    name: 'kader_tell_threats',
    kind: 'function',
    sql: `
create or replace function kader_tell_threats(activities integer[]) returns void language sql as $$
  insert into kader_event (kader, kind, on_date, origin, reason, note, date_created, user_created)
  select a.kader, 'mistreated', (a.at at time zone h.timezone)::date, 'person', 'Diancam saat kontak nomor ' || a.id, a.note,
    now(), coalesce(a.user_updated, a.user_created)
  from activity a join branch h on h.id = a.branch
  where a.id = any (activities) and a.kader is not null and a.outcome = 'threatened'
$$;`,
  },
];
