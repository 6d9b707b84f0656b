import type pg from 'pg';

/** How many there are of what the nation's books hold. */
export interface NationalSize {
  kader: number;
  familiesPerKader: number;
  /** in the newest month, which is open */
  collections: number;
  /** in the months before it */
  behind: number;
  /** in each of them; as many as in the newest unless said otherwise */
  behindEach?: number;
}

/** Where the month to close lies. */
export interface NationalBooks {
  branch: number;
  period: number;
  month: string;
}

const branchOfTheNation = `
  insert into branch (code, name, timezone, first_month, status)
  values ('UKUR', 'Nasional', 'Asia/Jakarta', to_char(current_date - make_interval(months => $1), 'YYYY-MM'), 'active')
  returning id`;

const rulesOfTheNation = `
  with policy as (
    insert into program_policy (name, branch, effective_from, zero_month_limit, grace_months, review_answer_days,
      verification_required, max_billed_months)
    values ('Ukur', $1, '2016-01-01', 3, 1, 14, false, 24)
  ), scheme as (
    insert into commission_scheme (name, branch, effective_from, status, base)
    values ('Ukur', $1, '2016-01-01', 'active', 'arrears') returning id
  )
  insert into commission_rule (scheme, sort, kind, months_from, months_to, rate_bp)
  select scheme.id, r.* from scheme, (values (1, 'percentage', 0, 7, 1000), (2, 'percentage', 7, null, 1500)) r`;

const kaderOfTheNation = `
  insert into kader (code, name, branch, status, joined_on)
  select 'UKUR-' || i, 'Kader ' || i, $1, 'active', '2016-01-01' from generate_series(1, $2::integer) i`;

const familiesOfTheNation = `
  insert into binaan (branch, kader, kk_number, head_name, members, class, status, source, listed_months, listed_amount,
    listed_as_of, owed_months, owed_amount)
  select $1, k.first + i % $2::integer, lpad(i::text, 16, '0'), 'Keluarga ' || i, 4, 3, 'active', 'list', 12, 1680000,
    '2016-01-31', 12, 1680000
  from generate_series(0, $2::integer * $3::integer - 1) i, (select min(id) as first from kader where branch = $1) k`;

const holdings = `
  insert into assignment (binaan, kader, branch, from_date, reason, date_created)
  select id, kader, branch, listed_as_of, 'import', now() from binaan where branch = $1`;

/** The months before the one to close are closed, with a statement for every kader. */
const closedMonths = `
  insert into period (branch, month, status, closed_at)
  select b.id, to_char(m, 'YYYY-MM'), 'closed', m + interval '1 month'
  from branch b, generate_series((b.first_month || '-01')::date, current_date - interval '2 months', interval '1 month') m
  where b.id = $1
  on conflict (branch, month) do update set status = 'closed', closed_at = excluded.closed_at`;

const monthToClose = `
  insert into period (branch, month, status) values ($1, to_char(current_date - interval '1 month', 'YYYY-MM'), 'open')
  returning id, month`;

const statements = `
  insert into commission (kader, branch, period, month, status, collections_count, families_count, families_held, collected,
    base, commission, bonus, adjustment, gross, withholding, carried_in, carried_out, net, streak_state, zero_streak, lines)
  select k.id, k.branch, p.id, p.month, 'closed', 50, 50, 100, 7000000, 7000000, 1050000, 0, 0, 1050000, 0, 0, 0, 1050000,
    'collected', 0, '[]'
  from kader k join period p on p.branch = k.branch where k.branch = $1 and p.status = 'closed'`;

/** One month's payments, by families in no order; every fiftieth kader collects nothing. */
const payments = `
  insert into collection (binaan, amount, paid_at, kind, channel, source, branch, kader, month, paid_month, late,
    months_owed, months_covered, scheme, rule, rate_bp, base, commission, explanation, explanation_en, status, pay_month,
    date_created, confirm_duplicate)
  select f.id, 140000, ($1::text || '-02')::date + i % 25 * interval '1 day', 'arrears', 'kader_cash', 'staff', f.branch,
    f.kader, $1, $1, false, 12, 1, r.scheme, r.id, r.rate_bp, 140000, 140000 * r.rate_bp / 10000,
    repeat('Imbal jasa dari tunggakan. ', 6), repeat('Commission on arrears paid. ', 6), 'recorded', $1, now(), false
  from generate_series(1, $2::integer) i
  join families f on f.position = (i::bigint * 7919 + $3::integer) % $4::integer
  join rules r on r.position = i % 2`;

/** The database holds no other branch. */
const lookups = `
  create temporary table families as
    select row_number() over (order by id) - 1 as position, id, branch, kader from binaan where kader % 50 <> 0;
  create unique index on families (position);
  create temporary table rules as
    select row_number() over (order by r.id) - 1 as position, r.id, r.scheme, r.rate_bp
    from commission_rule r join commission_scheme s on s.id = r.scheme where s.branch is not null;
  analyze families, rules`;

/**
 * One branch with the kader of the nation, the months behind it closed, and last month open with its payments. Written
 * past the triggers, as a restored backup is; the shape is what the use cases would have written.
 */
export async function makeNationalBooks(client: pg.Client, size: NationalSize): Promise<NationalBooks> {
  const behindEach = size.behindEach ?? size.collections;
  const monthsBehind = Math.ceil(size.behind / behindEach);
  await client.query('set session_replication_role = replica');
  const branch = Number((await client.query(branchOfTheNation, [monthsBehind + 1])).rows[0].id);
  await client.query(rulesOfTheNation, [branch]);
  await client.query(kaderOfTheNation, [branch, size.kader]);
  await client.query(familiesOfTheNation, [branch, size.kader, size.familiesPerKader]);
  await client.query(holdings, [branch]);
  await client.query(closedMonths, [branch]);
  await client.query(statements, [branch]);
  await client.query(lookups);
  const families = Number((await client.query('select count(*) from families')).rows[0].count);

  const { rows: behind } = await client.query('select month from period where branch = $1 order by month', [branch]);
  const open = (await client.query(monthToClose, [branch])).rows[0];
  let left = size.behind;
  for (const [index, { month }] of behind.entries()) {
    await client.query(payments, [month, Math.min(left, behindEach), index, families]);
    left -= behindEach;
  }
  await client.query(payments, [open.month, size.collections, 0, families]);
  await client.query('set session_replication_role = origin');
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  return { branch, period: open.id, month: open.month };
}
