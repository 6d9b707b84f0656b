import type { SqlDefinition } from '../types.ts';

/** A scheme that priced a collection does not change (design 5.3): its statements and their explanations rest on it. */
export const schemeSql: SqlDefinition[] = [
  {
    name: 'kader_scheme_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_scheme_guard() returns trigger language plpgsql as $$
begin
  if (new.branch, new.effective_from, new.base) is distinct from (old.branch, old.effective_from, old.base)
    or (old.status <> 'draft' and new.status = 'draft')
  then
    perform kader_refuse_used_scheme(old.id);
  end if;
  return new;
end $$;
create or replace trigger kader_scheme_guard before update on commission_scheme
  for each row execute function kader_scheme_guard();`,
  },
  {
    name: 'kader_refuse_used_scheme',
    kind: 'function',
    sql: `
create or replace function kader_refuse_used_scheme(scheme_id integer) returns void language plpgsql as $$
begin
  if exists (select 1 from collection c where c.scheme = scheme_id) then
    raise exception using errcode = 'P0001', message = 'KADER_SCHEME_IN_USE', detail = '{}';
  end if;
end $$;`,
  },
  {
    name: 'kader_scheme_rule_guard',
    kind: 'function',
    sql: `
create or replace function kader_scheme_rule_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (
    new.scheme, new.kind, new.months_from, new.months_to, new.rate_bp, new.amount, new.attainment_from_bp,
    new.attainment_to_bp, new.bonus_mode, new.share_bp, new.sort
  ) is not distinct from (
    old.scheme, old.kind, old.months_from, old.months_to, old.rate_bp, old.amount, old.attainment_from_bp,
    old.attainment_to_bp, old.bonus_mode, old.share_bp, old.sort
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
