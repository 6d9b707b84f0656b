import type { SqlDefinition } from '../types.ts';

/**
 * A scheme in use does not change (design 5.3): the explanations of collections and statements quote its name, rules and
 * rates. And no scheme takes over a day whose payments, or a month whose statements, another one has reckoned.
 */
export const schemeSql: SqlDefinition[] = [
  {
    name: 'kader_scheme_in_use',
    kind: 'function',
    // A draft is never in force, and neither is a scheme to come: those are answered without reading the books.
    sql: `
create or replace function kader_scheme_in_use(scheme_id integer) returns boolean language plpgsql stable as $$
begin
  if not exists (
    select from commission_scheme s
    where s.id = scheme_id and s.status <> 'draft' and s.effective_from <= current_date + 1
  ) then
    return false;
  end if;
  return exists (select from collection c where c.scheme = scheme_id)
    or exists (select from commission s where s.scheme = scheme_id);
end $$;`,
  },
  {
    name: 'kader_refuse_used_scheme',
    kind: 'function',
    sql: `
create or replace function kader_refuse_used_scheme(scheme_id integer) returns void language plpgsql as $$
begin
  if kader_scheme_in_use(scheme_id) then
    raise exception using errcode = 'P0001', message = 'KADER_SCHEME_IN_USE', detail = '{}';
  end if;
end $$;`,
  },
  {
    name: 'kader_refuse_changed_past',
    kind: 'function',
    // The days that an active scheme takes over in a branch: from its own start to that of the next one, which for a
    // national scheme is also the first of the branch's own.
    sql: `
create or replace function kader_refuse_changed_past(scheme commission_scheme) returns void language plpgsql as $$
declare
  reckoned record;
begin
  if scheme.effective_from > current_date + 1 then
    return;
  end if;
  with home as (
    select b.id, b.timezone, coalesce(least(
        (select min(s.effective_from) from commission_scheme s
          where s.status = 'active' and s.id <> scheme.id and s.branch is not distinct from scheme.branch
            and s.effective_from > scheme.effective_from),
        case when scheme.branch is null then
          (select min(s.effective_from) from commission_scheme s where s.status = 'active' and s.branch = b.id) end
      ), 'infinity') as before
    from branch b
    where scheme.branch is null or b.id = scheme.branch
  ), reckoned_days as (
    select c.scheme, h.before, (c.paid_at at time zone h.timezone)::date as day
    from home h
    join collection c on c.branch = h.id and c.month >= to_char(scheme.effective_from, 'YYYY-MM')
    where c.scheme <> scheme.id and c.status <> 'void'
    union all
    select s.scheme, h.before, ((s.month || '-01')::date + interval '1 month - 1 day')::date
    from home h
    join commission s on s.branch = h.id and s.month >= to_char(scheme.effective_from, 'YYYY-MM')
    join period p on p.id = s.period and p.status <> 'open'
    where s.scheme <> scheme.id
  )
  select s.name, d.day + 1 as free_from into reckoned
  from reckoned_days d
  join commission_scheme s on s.id = d.scheme
  where d.day >= scheme.effective_from and d.day < d.before
  order by d.day desc
  limit 1;
  if found then
    raise exception using errcode = 'P0001', message = 'KADER_SCHEME_PAST',
      detail = json_build_object('scheme', reckoned.name, 'date', reckoned.free_from)::text;
  end if;
end $$;`,
  },
  {
    name: 'kader_scheme_guard',
    kind: 'trigger',
    // What has come into force does not become a draft again: a recorder may be pricing with it this very moment.
    sql: `
create or replace function kader_scheme_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (new.name, new.branch, new.effective_from, new.base) is distinct from
        (old.name, old.branch, old.effective_from, old.base)
      or (old.status = 'active' and new.status <> 'active')
      or (old.status <> 'draft' and new.status = 'draft')
    then
      perform kader_refuse_used_scheme(old.id);
    end if;
    if old.status = 'active' and new.status = 'draft' and old.effective_from <= current_date + 1 then
      raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
        detail = json_build_object('from', old.status, 'to', new.status)::text;
    end if;
    if (new.status, new.branch, new.effective_from) is not distinct from (old.status, old.branch, old.effective_from) then
      return new;
    end if;
  end if;
  if new.status = 'active' then
    perform kader_refuse_changed_past(new);
  end if;
  return new;
end $$;
create or replace trigger kader_scheme_guard before update on commission_scheme
  for each row execute function kader_scheme_guard();`,
  },
  {
    name: 'kader_scheme_insert_guard',
    kind: 'trigger',
    sql: `
create or replace trigger kader_scheme_insert_guard before insert on commission_scheme
  for each row execute function kader_scheme_guard();`,
  },
  {
    name: 'kader_scheme_rule_guard',
    kind: 'function',
    sql: `
create or replace function kader_scheme_rule_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (
    new.scheme, new.kind, new.months_from, new.months_to, new.rate_bp, new.amount, new.attainment_from_bp,
    new.attainment_to_bp, new.bonus_mode, new.share_bp, new.tax_number, new.sort
  ) is not distinct from (
    old.scheme, old.kind, old.months_from, old.months_to, old.rate_bp, old.amount, old.attainment_from_bp,
    old.attainment_to_bp, old.bonus_mode, old.share_bp, old.tax_number, old.sort
  ) then
    return new;
  end if;
  if tg_op <> 'INSERT' then
    perform kader_refuse_used_scheme(old.scheme);
  end if;
  if tg_op <> 'DELETE' then
    perform kader_refuse_used_scheme(new.scheme);
    return new;
  end if;
  return old;
end $$;`,
  },
  ...(['insert', 'update', 'delete'] as const).map(
    (event): SqlDefinition => ({
      name: `kader_scheme_rule_${event}_guard`,
      kind: 'trigger',
      sql: `
create or replace trigger kader_scheme_rule_${event}_guard before ${event} on commission_rule
  for each row execute function kader_scheme_rule_guard();`,
    }),
  ),
];
