import type { SqlDefinition } from '../types.ts';

/** Collections are append-only: what our code priced goes in, and only its state may move (design 6). */
export const collectionSql: SqlDefinition[] = [
  {
    name: 'kader_sum_paid',
    kind: 'function',
    // The families must be held: the sums are then read after whoever held them before has committed.
    // One plan, by index, for any number of families and however new the table: planning anew for each array costs more
    // than the sums do.
    sql: `
create or replace function kader_sum_paid(families integer[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  update binaan b set paid_months = p.months, paid_amount = p.amount
    from (
      select f.id, s.months, s.amount
      from binaan f
      join branch h on h.id = f.branch
      cross join lateral (
        select coalesce(sum(c.months_covered), 0) as months, coalesce(sum(c.amount), 0) as amount
        from collection c
        where c.binaan = any (f.id || array(select m.id from binaan m where m.merged_into = f.id))
          and c.status in ('recorded', 'verified')
          and c.paid_at >= (f.listed_as_of + 1)::timestamp at time zone h.timezone
      ) s
      where f.id = any (families)
    ) p
    where b.id = p.id and (b.paid_months <> p.months or b.paid_amount <> p.amount);
end $$;`,
  },
  {
    name: 'kader_collection_recorded',
    kind: 'trigger',
    // Whoever priced the rows holds their families and month.
    sql: `
create or replace function kader_collection_recorded() returns trigger language plpgsql as $$
declare
  told record;
begin
  select count(*) as rows, coalesce(sum(i.amount), 0) as total,
      bool_or(i.branch is null or i.month is null or i.paid_month is null or i.base is null or i.commission is null
        or i.explanation is null or i.status is null or i.status = 'void') as incomplete,
      bool_or(f.branch <> i.branch) as strange,
      max(i.month) filter (where i.month <= (
        select max(p.month) from period p where p.branch = i.branch and p.status <> 'open')) as closed,
      array_agg(i.reverses) filter (where i.reverses is not null) as originals,
      array_agg(i.binaan) filter (where i.status <> 'unallocated' and i.binaan is not null) as families,
      max(f.merged_into) filter (where i.reverses is null) as kept
    into told
    from inserted i left join binaan f on f.id = i.binaan;
  if told.rows = 0 then
    return null;
  end if;

  if told.incomplete or coalesce(current_setting('kader.priced', true), '') <> told.rows || ':' || told.total then
    raise exception using errcode = 'P0001', message = 'KADER_NOT_PRICED', detail = '{}';
  end if;
  perform set_config('kader.priced', '', true);
  if told.closed is not null then
    raise exception using errcode = 'P0001', message = 'KADER_PERIOD_CLOSED',
      detail = json_build_object('month', told.closed)::text;
  end if;
  if told.strange then
    raise exception using errcode = 'P0001', message = 'KADER_BRANCH_MISMATCH', detail = '{}';
  end if;

  if told.kept is not null then
    raise exception using errcode = 'P0001', message = 'KADER_FAMILY_MERGED',
      detail = json_build_object('kept', told.kept)::text;
  end if;

  if told.originals is not null then
    perform kader_check_reversals(told.originals);
    told.families := kader_with_kept(told.families);
  end if;
  if told.families is not null then
    perform kader_sum_paid(told.families);
  end if;
  return null;
end $$;
create or replace trigger kader_collection_recorded after insert on collection
  referencing new table as inserted
  for each statement execute function kader_collection_recorded();`,
  },
  {
    name: 'kader_check_reversals',
    kind: 'function',
    // Reversals never take back more than was received, however many race.
    sql: `
create or replace function kader_check_reversals(originals integer[]) returns void language plpgsql as $$
declare
  refused record;
begin
  perform 1 from collection c where c.id = any (originals) order by c.id for no key update;
  select o.id, o.status, -sum(r.amount) as reversed, o.amount + sum(r.amount) as remaining into refused
    from collection o join collection r on r.reverses = o.id and r.status <> 'void'
    where o.id = any (originals)
    group by o.id
    having o.amount + sum(r.amount) < 0 or o.status = 'void' or o.reverses is not null or bool_or(r.amount >= 0)
      or bool_or(r.binaan is distinct from o.binaan or r.branch <> o.branch or r.kader is distinct from o.kader)
    limit 1;
  if refused.id is not null then
    raise exception using errcode = 'P0001', message = 'KADER_ALREADY_REVERSED',
      detail = json_build_object('id', refused.id, 'reversed', refused.reversed, 'left', refused.remaining)::text;
  end if;
end $$;`,
  },
  {
    name: 'kader_collection_update_guard',
    kind: 'trigger',
    // Verification may come after the close of its month and pays in the first open one; a void only before it.
    sql: `
create or replace function kader_collection_update_guard() returns trigger language plpgsql as $$
declare
  fixed text;
  original record;
  open_month text;
begin
  if (new.id, new.client_id, new.binaan, new.amount, new.paid_at, new.kind, new.channel, new.source, new.external_ref,
      new.payer_ref, new.branch, new.kader, new.month, new.paid_month, new.late, new.months_owed, new.months_covered,
      new.split::text, new.scheme, new.rule, new.rate_bp, new.base, new.commission, new.explanation, new.explanation_en,
      new.reverses)
    is distinct from
     (old.id, old.client_id, old.binaan, old.amount, old.paid_at, old.kind, old.channel, old.source, old.external_ref,
      old.payer_ref, old.branch, old.kader, old.month, old.paid_month, old.late, old.months_owed, old.months_covered,
      old.split::text, old.scheme, old.rule, old.rate_bp, old.base, old.commission, old.explanation, old.explanation_en,
      old.reverses)
  then
    select n.key into fixed from jsonb_each(to_jsonb(new)) n join jsonb_each(to_jsonb(old)) o using (key)
      where n.value is distinct from o.value and n.key not in ('status', 'pay_month', 'verified_at', 'verified_by',
        'voided_at', 'voided_by', 'void_reason', 'note', 'user_created', 'user_updated', 'date_updated')
      limit 1;
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
      detail = json_build_object('field', fixed)::text;
  end if;

  -- whoever recorded may not verify: the recorder is forgotten only when the account is gone
  if new.user_created is distinct from old.user_created
    and (new.user_created is not null or exists (select from directus_users u where u.id = old.user_created))
  then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED', detail = '{"field":"user_created"}';
  end if;

  if new.status = old.status then
    fixed := case
      when new.pay_month is distinct from old.pay_month then 'pay_month'
      when new.verified_at is distinct from old.verified_at then 'verified_at'
      when new.verified_by is distinct from old.verified_by and new.verified_by is not null then 'verified_by'
      when new.voided_at is distinct from old.voided_at then 'voided_at'
      when new.voided_by is distinct from old.voided_by and new.voided_by is not null then 'voided_by'
      when new.void_reason is distinct from old.void_reason then 'void_reason'
    end;
    if fixed is not null then
      raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
        detail = json_build_object('field', fixed)::text;
    end if;
    return new;
  end if;

  if (old.status, new.status) not in (
    ('recorded', 'verified'), ('recorded', 'void'), ('verified', 'void'), ('unallocated', 'void')
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', old.status, 'to', new.status)::text;
  end if;

  if new.status = 'verified' then
    new.verified_at := case when new.verified_at is distinct from old.verified_at then new.verified_at else now() end;
    new.verified_by := case when new.verified_by is distinct from old.verified_by then new.verified_by
      else new.user_updated end;
    if old.reverses is not null then
      select c.status, c.pay_month into original from collection c where c.id = old.reverses;
      if original.status <> 'verified' then
        raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
          detail = json_build_object('from', old.status, 'to', new.status)::text;
      end if;
    elsif new.verified_by is null or new.verified_by = old.user_created then
      raise exception using errcode = 'P0001', message = 'KADER_SELF_VERIFY', detail = '{}';
    end if;
    new.pay_month := coalesce(old.pay_month, kader_lock_open_month(old.branch, old.month));
    return new;
  end if;

  if coalesce(btrim(new.void_reason), '') = '' then
    raise exception using errcode = 'P0001', message = 'KADER_REASON_REQUIRED', detail = '{}';
  end if;
  open_month := kader_lock_open_month(old.branch, old.month);
  if open_month <> old.month then
    raise exception using errcode = 'P0001', message = 'KADER_PERIOD_CLOSED',
      detail = json_build_object('month', old.month)::text;
  end if;
  -- its month was opened again after some of it had been reversed
  if exists (select from collection r where r.reverses = old.id and r.status <> 'void') then
    raise exception using errcode = 'P0001', message = 'KADER_REVERSAL_INVALID', detail = json_build_object(
      'why', 'sebagian atau seluruhnya sudah dibalik; batalkan pembalikannya lebih dulu',
      'why_en', 'some or all of it was reversed; void the reversal first')::text;
  end if;
  if exists (select from dispute d where d.collection = old.id) then
    raise exception using errcode = 'P0001', message = 'KADER_ADJUSTMENT_ANSWERS',
      detail = json_build_object('id', (select d.id from dispute d where d.collection = old.id))::text;
  end if;
  new.voided_at := case when new.voided_at is distinct from old.voided_at then new.voided_at else now() end;
  new.voided_by := case when new.voided_by is distinct from old.voided_by then new.voided_by else new.user_updated end;
  new.pay_month := null;
  return new;
end $$;
create or replace trigger kader_collection_update_guard before update on collection
  for each row execute function kader_collection_update_guard();`,
  },
  {
    name: 'kader_collection_changed',
    kind: 'trigger',
    // A void gives the family its debt back; a verified original takes its reversals along.
    sql: `
create or replace function kader_collection_changed() returns trigger language plpgsql as $$
declare
  families integer[];
  reversals integer[];
begin
  select array_agg(distinct n.binaan) into families
    from after_rows n join before_rows o using (id)
    where n.binaan is not null and n.status = 'void' and o.status in ('recorded', 'verified');
  if families is not null then
    perform 1 from binaan b where b.id = any (families) order by b.id for no key update;
    perform kader_sum_paid(kader_with_kept(families));
  end if;

  -- a statement of no rows would fire this trigger again, without end
  select array_agg(r.id) into reversals
    from after_rows n join before_rows o using (id) join collection r on r.reverses = n.id
    where r.status = 'recorded' and n.status = 'verified' and o.status = 'recorded';
  if reversals is not null then
    update collection r set status = 'verified', verified_at = o.verified_at, verified_by = o.verified_by
      from collection o
      where r.id = any (reversals) and o.id = r.reverses;
  end if;
  return null;
end $$;
create or replace trigger kader_collection_changed after update on collection
  referencing old table as before_rows new table as after_rows
  for each statement execute function kader_collection_changed();`,
  },
  {
    name: 'kader_collection_delete_guard',
    kind: 'trigger',
    sql: `
create or replace function kader_collection_delete_guard() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'P0001', message = 'KADER_RECORD_KEPT', detail = '{}';
end $$;
create or replace trigger kader_collection_delete_guard before delete on collection
  for each row execute function kader_collection_delete_guard();`,
  },
  {
    name: 'kader_collection_truncate_guard',
    kind: 'trigger',
    sql: `
create or replace trigger kader_collection_truncate_guard before truncate on collection
  for each statement execute function kader_collection_delete_guard();`,
  },
];
