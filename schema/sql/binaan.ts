import type { SqlDefinition } from '../types.ts';

/** What a family owes is derived (design 5.12), and its present kader follows from `assignment`. */
export const binaanSql: SqlDefinition[] = [
  {
    name: 'kader_binaan_derive',
    kind: 'function',
    // A newer list replaces what was listed and accrued, never a payment: what was paid is counted again from its date.
    sql: `
create or replace function kader_binaan_derive() returns trigger language plpgsql as $$
declare
  level text;
begin
  -- only who holds it changes, of many families at once
  if tg_op = 'UPDATE' and current_setting('kader.holders', true) = 'derived' then
    return new;
  end if;
  if tg_op = 'INSERT' then
    new.paid_months := 0;
    new.paid_amount := 0;
    new.accrued_months := coalesce(new.accrued_months, 0);
    new.accrued_amount := coalesce(new.accrued_amount, 0);
  else
    if new.branch <> old.branch then
      raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED', detail = '{"field":"branch"}';
    end if;
    if new.listed_as_of is distinct from old.listed_as_of
      and (new.accrued_months, new.accrued_amount, new.accrued_through)
        is not distinct from (old.accrued_months, old.accrued_amount, old.accrued_through)
    then
      new.accrued_months := 0;
      new.accrued_amount := 0;
      new.accrued_through := null;
    end if;
    if new.listed_as_of is distinct from old.listed_as_of
      or (pg_trigger_depth() = 1 and (new.paid_months, new.paid_amount) is distinct from (old.paid_months, old.paid_amount))
    then
      select coalesce(sum(c.months_covered), 0), coalesce(sum(c.amount), 0) into new.paid_months, new.paid_amount
        from collection c, branch h
        where h.id = new.branch and c.binaan = any (kader_payers_of(new.id)) and c.status in ('recorded', 'verified')
          and c.paid_at >= (new.listed_as_of + 1)::timestamp at time zone h.timezone;
    end if;
  end if;
  if coalesce(current_setting('kader.merging', true), '') = '' then
    if tg_op = 'INSERT' and (new.status = 'merged' or new.merged_into is not null)
      or tg_op = 'UPDATE' and (new.merged_into is distinct from old.merged_into
        or (new.status = 'merged') <> (old.status = 'merged'))
    then
      raise exception using errcode = 'P0001', message = 'KADER_MERGE_BY_PAGE', detail = '{}';
    end if;
  end if;
  -- the status "muted" and its last day follow the mutes (kader_refresh_mutes)
  if tg_op = 'INSERT' then
    new.muted_until := null;
    if new.status = 'muted' then
      new.status := kader_status_of_family(null, new.branch, null, new.status);
    end if;
  elsif (new.status, new.muted_until) is distinct from (old.status, old.muted_until)
    and coalesce(current_setting('kader.muting', true), '') = ''
  then
    new.muted_until := old.muted_until;
    if new.status <> old.status then
      new.status := kader_status_of_family(new.id, new.branch, old.status, new.status);
    end if;
  end if;
  new.owed_months := greatest(0, new.listed_months + new.accrued_months - new.paid_months);
  new.owed_amount := greatest(0, new.listed_amount + new.accrued_amount - new.paid_amount);
  -- one family owes once
  if new.status = 'merged' then
    new.owed_months := 0;
    new.owed_amount := 0;
  end if;
  if tg_op = 'INSERT' or (new.owed_months, new.status, new.tele_eligible)
    is distinct from (old.owed_months, old.status, old.tele_eligible)
  then
    new.tele_eligible := kader_tele_eligible(new.branch, new.owed_months, new.status);
  end if;

  -- a payment before the list does not count: a list of a day to come would leave the debt as it is, whatever is paid
  if new.listed_as_of > (now() at time zone 'Asia/Jayapura')::date
    and (tg_op = 'INSERT' or new.listed_as_of is distinct from old.listed_as_of)
  then
    raise exception using errcode = 'P0001', message = 'KADER_VALUE_INVALID', detail = '{"field":"listed_as_of"}';
  end if;

  if new.area is not null and (tg_op = 'INSERT' or new.area is distinct from old.area) then
    select a.level into level from area a where a.id = new.area;
    if level <> 'village' then
      raise exception using errcode = 'P0001', message = 'KADER_AREA_LEVEL', detail = '{"level":"village"}';
    end if;
  end if;
  return new;
end $$;`,
  },
  {
    name: 'kader_binaan_insert_derive',
    kind: 'trigger',
    sql: `
create or replace trigger kader_binaan_insert_derive before insert on binaan
  for each row execute function kader_binaan_derive();`,
  },
  {
    name: 'kader_binaan_update_derive',
    kind: 'trigger',
    sql: `
create or replace trigger kader_binaan_update_derive before update on binaan
  for each row execute function kader_binaan_derive();`,
  },
  {
    name: 'kader_binaan_entrusted',
    kind: 'trigger',
    // A family that arrives with a kader is held from the date of its list.
    sql: `
create or replace function kader_binaan_entrusted() returns trigger language plpgsql as $$
begin
  if exists (select 1 from inserted i where i.kader is not null) then
    insert into assignment (binaan, kader, branch, from_date, reason, date_created, user_created)
      select i.id, i.kader, i.branch, i.listed_as_of, 'import', now(), i.user_created
      from inserted i where i.kader is not null;
  end if;
  return null;
end $$;
create or replace trigger kader_binaan_entrusted after insert on binaan
  referencing new table as inserted
  for each statement execute function kader_binaan_entrusted();`,
  },
  {
    name: 'kader_binaan_reassigned',
    kind: 'trigger',
    // Another kader from today: the holding so far ends yesterday, and one begun today gives way. Where money of today is
    // credited already the day stays with who earned it, and the next one begins tomorrow.
    sql: `
create or replace function kader_binaan_reassigned() returns trigger language plpgsql as $$
declare
  first_day date;
begin
  if new.source = 'outside_list' and new.kader is not null and new.kader is not distinct from old.kader
    and (new.source, new.area) is distinct from (old.source, old.area)
  then
    perform kader_check_outside_list(array(select a.id from assignment a where a.binaan = new.id and a.to_date is null));
  end if;
  if new.kader is not distinct from old.kader or pg_trigger_depth() > 1
    or coalesce(current_setting('kader.holders', true), '') = 'derived' then
    return null;
  end if;
  select (now() at time zone h.timezone)::date + exists (
      select from collection c where c.binaan = new.id and c.kader is not null and c.status <> 'void'
        and c.paid_at >= (now() at time zone h.timezone)::date::timestamp at time zone h.timezone)::integer
    into first_day from branch h where h.id = new.branch;
  delete from assignment a where a.binaan = new.id and a.from_date >= first_day;
  update assignment a set to_date = first_day - 1, date_updated = now(), user_updated = new.user_updated
    where a.binaan = new.id and (a.to_date is null or a.to_date >= first_day);
  if new.kader is not null then
    insert into assignment (binaan, kader, branch, from_date, reason, date_created, user_created)
      values (new.id, new.kader, new.branch, first_day, 'reassigned', now(), new.user_updated);
  end if;
  return null;
end $$;
create or replace trigger kader_binaan_reassigned after update on binaan
  for each row execute function kader_binaan_reassigned();`,
  },
];
