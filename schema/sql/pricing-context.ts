import type { SqlDefinition } from '../types.ts';

/** What pricing needs to know, gathered under locks in one round trip (design 6). */
export const pricingContextSql: SqlDefinition[] = [
  {
    name: 'kader_closed_through',
    kind: 'function',
    sql: `
create or replace function kader_closed_through(branch_id integer) returns text
language sql stable as $$
  select max(p.month) from period p where p.branch = branch_id and p.status <> 'open'
$$;`,
  },
  {
    name: 'kader_lock_open_month',
    kind: 'function',
    // The month of the books for money of a month: that month, or the oldest open one. A close waits for whoever holds
    // it, and whoever waited for a close finds the next month.
    sql: `
create or replace function kader_lock_open_month(branch_id integer, wanted text) returns text language plpgsql as $$
declare
  found_month text;
  locked text;
begin
  loop
    select greatest(wanted, b.first_month, kader_next_month(kader_closed_through(b.id))) into found_month
      from branch b where b.id = branch_id;
    exit when found_month is null or found_month = locked;
    perform pg_advisory_xact_lock_shared(kader_month_lock_key(branch_id, found_month));
    locked := found_month;
  end loop;
  return found_month;
end $$;`,
  },
  {
    name: 'kader_expect_collections',
    kind: 'function',
    // Our code says what it priced in this transaction; the insert trigger accepts exactly that (design 6).
    sql: `
create or replace function kader_expect_collections(row_count bigint, total bigint) returns void language sql as $$
  select set_config('kader.priced', row_count || ':' || total, true)
$$;`,
  },
  {
    name: 'kader_policy_in_force',
    kind: 'function',
    sql: `
create or replace function kader_policy_in_force(branch_id integer, on_date date) returns setof program_policy
language sql stable rows 1 as $$
  select p.* from program_policy p
  where (p.branch = branch_id or p.branch is null) and p.effective_from <= on_date
  order by p.branch is null, p.effective_from desc
  limit 1
$$;`,
  },
  {
    name: 'kader_scheme_in_force',
    kind: 'function',
    sql: `
create or replace function kader_scheme_in_force(branch_id integer, on_date date) returns setof commission_scheme
language sql stable rows 1 as $$
  select s.* from commission_scheme s
  where (s.branch = branch_id or s.branch is null) and s.effective_from <= on_date and s.status = 'active'
  order by s.branch is null, s.effective_from desc
  limit 1
$$;`,
  },
  {
    name: 'kader_pricing_context',
    kind: 'function',
    // Locks in one order (family, reference, month) and reads after each, so that every answer is of what is committed.
    sql: `
create or replace function kader_pricing_context(
  recorder uuid, own_branch_only boolean, told_family integer, told_payer text, told_paid_at text, told_amount integer,
  told_source text, told_ref text, told_client text
) returns jsonb language plpgsql volatile as $$
declare
  person record;
  home record;
  family binaan%rowtype;
  receipts_of integer;
  standing collection%rowtype;
  moment timestamptz;
  paid_on date;
  answer jsonb;
begin
  select u.branch, u.kader into person from directus_users u where u.id = recorder;
  answer := jsonb_build_object('user', to_jsonb(person));

  select b.* into family from binaan b
    where b.id = told_family and (not own_branch_only or b.branch = person.branch)
    for no key update;
  if family.id is null and told_payer is not null then
    select b.* into family from binaan b
      where b.id = (
        select min(coalesce(f.merged_into, f.id)) from binaan f
        where (f.branch = person.branch or (person.branch is null and not own_branch_only))
          and (f.va_number = told_payer or f.kk_number = told_payer)
        having count(distinct coalesce(f.merged_into, f.id)) = 1)
      for no key update;
  end if;

  -- one bill: what a machine reports for a family that was merged is the kept one's; people are told
  if family.merged_into is not null then
    if told_source in ('staff', 'kader') then
      return answer || jsonb_build_object('merged', family.merged_into);
    end if;
    select b.* into family from binaan b where b.id = family.merged_into for no key update;
  end if;

  -- people number their receipts by branch, machines for the whole instance
  if told_ref is not null then
    if told_source in ('staff', 'kader') then
      receipts_of := coalesce(family.branch, person.branch);
    end if;
    perform pg_advisory_xact_lock(
      hashtextextended(concat_ws(' ', 'kader reference', receipts_of, told_source, told_ref), 0));
    if receipts_of is null then
      select c.* into standing from collection c
        where c.source = told_source and c.external_ref = told_ref and c.source not in ('staff', 'kader');
    else
      select c.* into standing from collection c
        where c.branch = receipts_of and c.source = told_source and c.external_ref = told_ref
          and c.source in ('staff', 'kader');
    end if;
  end if;
  if standing.id is null and told_client is not null then
    select c.* into standing from collection c where c.client_id = told_client;
  end if;
  if standing.id is not null then
    return answer || jsonb_build_object('standing', jsonb_build_object('id', standing.id, 'branch', standing.branch,
      'kader', standing.kader, 'user_created', standing.user_created));
  end if;

  select b.id, b.timezone, b.first_month into home from branch b where b.id = coalesce(family.branch, person.branch);
  if home.id is null then
    return answer;
  end if;
  -- a time without a zone is the branch's own
  moment := case when told_paid_at ~ '([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)$' and told_paid_at ~ ':'
    then told_paid_at::timestamptz else told_paid_at::timestamp at time zone home.timezone end;
  paid_on := (moment at time zone home.timezone)::date;

  perform kader_lock_open_month(home.id, to_char(paid_on, 'YYYY-MM'));
  perform kader_expect_collections(1, told_amount);

  return answer || jsonb_build_object(
    'paid_at', to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'branch', jsonb_build_object('id', home.id, 'timezone', home.timezone, 'first_month', home.first_month,
      'closed_through', kader_closed_through(home.id)),
    'family', case when family.id is not null then jsonb_build_object('id', family.id, 'branch', family.branch,
      'kader', family.kader, 'members', family.members, 'class', family.class,
      'mixed', case when family.members_1 is not null then
        jsonb_build_array(family.members_1, family.members_2, family.members_3) end,
      'listedMonths', family.listed_months, 'listedAmount', family.listed_amount, 'listedAsOf', family.listed_as_of,
      'paidMonths', family.paid_months, 'paidAmount', family.paid_amount) end,
    'paidBeforeList', case when paid_on > family.listed_as_of then 0 else (
      select coalesce(sum(c.amount), 0) from collection c
      where c.binaan = family.id and c.status in ('recorded', 'verified')
        and c.paid_at < (family.listed_as_of + 1)::timestamp at time zone home.timezone
        and c.date_created >= family.listed_as_of::timestamp at time zone home.timezone) end,
    'holder', (
      select jsonb_build_object('kader', a.kader, 'endedOn', k.ended_on)
      from assignment a join kader k on k.id = a.kader
      where a.binaan = family.id and a.from_date <= paid_on and (a.to_date is null or a.to_date >= paid_on)
      limit 1),
    'policy', (
      select jsonb_build_object('verificationRequired', p.verification_required, 'maxBilledMonths', p.max_billed_months)
      from kader_policy_in_force(home.id, paid_on) p),
    'scheme', (
      select jsonb_build_object('id', s.id, 'name', s.name, 'base', s.base, 'rules', (
        select coalesce(jsonb_agg(to_jsonb(r) order by r.sort, r.id), '[]') from commission_rule r where r.scheme = s.id))
      from kader_scheme_in_force(home.id, paid_on) s),
    'dues', (
      select coalesce(jsonb_agg(jsonb_build_object('class', d.class, 'effective_from', d.effective_from,
        'dues', d.dues, 'participant_pays', d.participant_pays)), '[]')
      from dues_rate d where d.class = family.class or family.members_1 is not null),
    'twin', (
      select c.id from collection c
      where c.binaan = family.id and c.amount = told_amount and c.status <> 'void'
        and c.paid_at >= paid_on::timestamp at time zone home.timezone
        and c.paid_at < (paid_on + 1)::timestamp at time zone home.timezone
      order by c.id limit 1)
  );
end $$;`,
  },
  {
    name: 'kader_reversal_context',
    kind: 'function',
    // Holds the original until commit, so that reversals of one collection follow each other.
    sql: `
create or replace function kader_reversal_context(recorder uuid, told_original integer) returns jsonb
language plpgsql volatile as $$
declare
  original collection%rowtype;
begin
  select c.* into original from collection c where c.id = told_original;
  if original.id is not null then
    perform 1 from binaan b where b.id = original.binaan for no key update;
    perform kader_lock_open_month(original.branch, original.paid_month);
    select c.* into original from collection c where c.id = told_original for no key update;
  end if;
  return jsonb_build_object(
    'user', (select jsonb_build_object('branch', u.branch, 'kader', u.kader)
      from directus_users u where u.id = recorder),
    'original', case when original.id is not null then to_jsonb(original) end,
    'reversed', (
      select coalesce(-sum(c.amount), 0) from collection c where c.reverses = original.id and c.status <> 'void'),
    'branch', (
      select jsonb_build_object('id', b.id, 'timezone', b.timezone, 'first_month', b.first_month,
        'closed_through', kader_closed_through(b.id))
      from branch b where b.id = original.branch)
  );
end $$;`,
  },
];
