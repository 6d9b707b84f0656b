import type { SqlDefinition } from '../types.ts';

/**
 * The steps of a month of the books: closed, approved, paid, or opened again. Whoever asks, by API or by SQL, a step is
 * signed by who takes it, in order, by two people where the policy asks for four eyes, and paid with the bank's reference.
 */
export const periodStepsSql: SqlDefinition[] = [
  {
    name: 'kader_four_eyes',
    kind: 'function',
    // Without a policy in force on the last day of the month nobody has allowed one person to do both.
    sql: `
create or replace function kader_four_eyes(branch_id integer, month text) returns boolean
language sql stable as $$
  select coalesce((
    select p.four_eyes
    from kader_policy_in_force(branch_id, (to_date(month, 'YYYY-MM') + interval '1 month - 1 day')::date) p), true)
$$;`,
  },
  {
    name: 'kader_check_period_step',
    kind: 'function',
    // Whoever signs is who changes the row: a signature cannot be written in another's name.
    sql: `
create or replace function kader_check_period_step(was period, becomes period) returns void language plpgsql as $$
declare
  signer uuid;
  later text;
begin
  if (was.status, becomes.status) not in (
    ('open', 'closed'), ('closed', 'approved'), ('approved', 'paid'), ('closed', 'open')
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_TRANSITION',
      detail = json_build_object('from', was.status, 'to', becomes.status)::text;
  end if;

  if becomes.status = 'closed' then
    if coalesce(current_setting('kader.closing', true), '') <> was.id::text then
      raise exception using errcode = 'P0001', message = 'KADER_CLOSE_BY_BUTTON',
        detail = json_build_object('month', was.month)::text;
    end if;
    return;
  end if;
  if becomes.status = 'open' and coalesce(current_setting('kader.reopening', true), '') <> was.id::text then
    raise exception using errcode = 'P0001', message = 'KADER_REOPEN_BY_BUTTON',
      detail = json_build_object('month', was.month)::text;
  end if;

  signer := case becomes.status
    when 'approved' then becomes.approved_by when 'paid' then becomes.paid_by else becomes.reopened_by end;
  if signer is null or signer is distinct from becomes.user_updated then
    raise exception using errcode = 'P0001', message = 'KADER_PERSON_REQUIRED',
      detail = json_build_object('month', was.month)::text;
  end if;

  if becomes.status = 'approved' and signer = was.closed_by and kader_four_eyes(was.branch, was.month) then
    raise exception using errcode = 'P0001', message = 'KADER_FOUR_EYES',
      detail = json_build_object('month', was.month)::text;
  end if;
  if becomes.status = 'paid' and coalesce(btrim(becomes.payment_reference), '') = '' then
    raise exception using errcode = 'P0001', message = 'KADER_PAYMENT_REFERENCE',
      detail = json_build_object('month', was.month)::text;
  end if;
  if becomes.status = 'paid' and (becomes.paid_on is null or to_char(becomes.paid_on, 'YYYY-MM') <= was.month) then
    raise exception using errcode = 'P0001', message = 'KADER_PAID_ON_INVALID',
      detail = json_build_object('month', was.month)::text;
  end if;
  if becomes.status = 'open' then
    select max(p.month) into later from period p
      where p.branch = was.branch and p.month > was.month and p.status <> 'open';
    if later is not null then
      raise exception using errcode = 'P0001', message = 'KADER_REOPEN_REFUSED', detail = json_build_object(
        'month', was.month, 'why', 'bulan sesudahnya sudah ditutup', 'why_en', 'a later month is closed')::text;
    end if;
    if coalesce(btrim(becomes.reopened_reason), '') = '' then
      raise exception using errcode = 'P0001', message = 'KADER_REASON_REQUIRED',
        detail = '{"field": "reopened_reason"}';
    end if;
  end if;
end $$;`,
  },
  {
    name: 'kader_signature_moved',
    kind: 'function',
    sql: `
create or replace function kader_signature_moved(was uuid, becomes uuid) returns boolean
language sql stable as $$
  select becomes is distinct from was
    and (becomes is not null or exists (select from directus_users u where u.id = was))
$$;`,
  },
  {
    name: 'kader_period_update_guard',
    kind: 'trigger',
    // Signatures, dates and figures change with their step alone; an account that is gone is let go of.
    sql: `
create or replace function kader_period_update_guard() returns trigger language plpgsql as $$
declare
  step text := case when new.status is distinct from old.status then new.status end;
  moved text;
begin
  moved := case
    when new.branch is distinct from old.branch then 'branch'
    when new.month is distinct from old.month then 'month'
  end;
  if moved is null and step is not null then
    perform kader_check_period_step(old, new);
  end if;

  if coalesce(step, '') not in ('closed', 'open') and (
    new.collections_count, new.families_count, new.collected, new.commission_total,
    new.kader_count, new.zero_count, new.reviews_opened, new.warnings_given, new.closed_at
  ) is distinct from (
    old.collections_count, old.families_count, old.collected, old.commission_total,
    old.kader_count, old.zero_count, old.reviews_opened, old.warnings_given, old.closed_at
  ) then
    raise exception using errcode = 'P0001', message = 'KADER_PERIOD_CLOSED',
      detail = json_build_object('month', old.month)::text;
  end if;

  moved := coalesce(moved,
    case when step is null or step not in ('closed', 'open') then
      case when kader_signature_moved(old.closed_by, new.closed_by) then 'closed_by' end
    end,
    case when step is distinct from 'approved' then
      case
        when new.approved_at is distinct from old.approved_at then 'approved_at'
        when kader_signature_moved(old.approved_by, new.approved_by) then 'approved_by'
      end
    end,
    case when step is distinct from 'paid' then
      case
        when new.paid_at is distinct from old.paid_at then 'paid_at'
        when kader_signature_moved(old.paid_by, new.paid_by) then 'paid_by'
        when new.payment_reference is distinct from old.payment_reference then 'payment_reference'
        when new.paid_on is distinct from old.paid_on then 'paid_on'
      end
    end,
    case when step is distinct from 'open' then
      case
        when new.reopened_at is distinct from old.reopened_at then 'reopened_at'
        when kader_signature_moved(old.reopened_by, new.reopened_by) then 'reopened_by'
        when new.reopened_reason is distinct from old.reopened_reason then 'reopened_reason'
      end
    end);
  if moved is not null then
    raise exception using errcode = 'P0001', message = 'KADER_RECORD_FIXED',
      detail = json_build_object('field', moved)::text;
  end if;
  return new;
end $$;
create or replace trigger kader_period_update_guard before update on period
  for each row execute function kader_period_update_guard();`,
  },
  {
    name: 'kader_period_moved',
    kind: 'trigger',
    // Statements follow their month into approval, into payment, and back into a draft.
    sql: `
create or replace function kader_period_moved() returns trigger language plpgsql as $$
begin
  if new.status <> old.status and new.status <> 'closed' then
    update commission s
      set status = case new.status when 'open' then 'draft' else new.status end,
        date_updated = new.date_updated, user_updated = new.user_updated
      where s.period = new.id and s.status = old.status;
  end if;
  return null;
end $$;
create or replace trigger kader_period_moved after update on period
  for each row execute function kader_period_moved();`,
  },
];
