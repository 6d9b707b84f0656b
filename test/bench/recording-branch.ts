import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { roleIds } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { DuesCollection } from '../../extensions/kader-jkn/src/contract/records.ts';

/** A branch with families in arrears, and a member of its staff, for payments to be recorded in. */
export interface RecordingBranch {
  id: number;
  families: number[];
  staffToken: string;
}

const kaderCount = 50;

const history = `
  insert into collection (binaan, amount, paid_at, kind, channel, source, branch, kader, month, paid_month, late,
    months_owed, months_covered, base, commission, explanation, explanation_en, status, pay_month, date_created, confirm_duplicate)
  select f.id, 70000, m, 'arrears', 'office', 'staff', f.branch, f.kader, to_char(m, 'YYYY-MM'), to_char(m, 'YYYY-MM'), false,
    12, 1, 70000, 10500, repeat('Imbal jasa dari tunggakan. ', 6), repeat('Commission on arrears paid. ', 6), 'verified',
    to_char(m, 'YYYY-MM'), m, false
  from binaan f, generate_series(current_date - interval '13 months', current_date - interval '2 months', interval '1 month') m
  where f.branch = $1`;

/** Makes the branch through the tables, with their triggers on. Each family owes twelve months of two members in class III. */
export async function makeRecordingBranch(client: pg.Client, familyCount: number): Promise<RecordingBranch> {
  const staffToken = randomUUID();
  const { rows: branches } = await client.query(
    `insert into branch (code, name, timezone, first_month)
     values ('KC-BENCH', 'Cabang Ukur', 'Asia/Jakarta', to_char(now() - interval '2 months', 'YYYY-MM')) returning id`,
  );
  const branch = branches[0].id;
  await client.query(
    `with scheme as (
       insert into commission_scheme (name, branch, effective_from, base, status)
       values ('Skema ukur', $1, '2020-01-01', 'arrears', 'active') returning id
     )
     insert into commission_rule (scheme, sort, kind, months_from, months_to, rate_bp)
     select scheme.id, r.* from scheme, (values (1, 'percentage', 0, 7, 1000), (2, 'percentage', 7, null, 1500)) r`,
    [branch],
  );
  await client.query(
    `insert into kader (name, code, status, branch, joined_on)
     select 'Kader ' || i, 'UKUR-' || i, 'active', $1, '2021-01-01' from generate_series(1, $2::integer) i`,
    [branch, kaderCount],
  );
  const { rows: families } = await client.query(
    `insert into binaan (head_name, kk_number, branch, kader, members, class, listed_as_of, listed_months, listed_amount)
     select 'Keluarga ' || i, lpad(i::text, 16, '0'), $1,
       (select min(k.id) from kader k where k.branch = $1) + i % $2::integer, 2, 3, current_date - 30, 12, 840000
     from generate_series(1, $3::integer) i returning id`,
    [branch, kaderCount, familyCount],
  );
  await client.query(
    `insert into directus_users (id, email, role, status, token, branch) values ($1, 'staf@kader.example.com', $2, 'active', $3, $4)`,
    [randomUUID(), roleIds.staff, staffToken, branch],
  );
  // Past the triggers: a year of payments before the list, so that the tables are as full as in use.
  await client.query('set session_replication_role = replica');
  await client.query(history, [branch]);
  await client.query('set session_replication_role = origin');
  await client.query('vacuum analyze');
  return { id: branch, families: families.map(({ id }) => id), staffToken };
}

/** Takes every trigger of ours away: what is left is the same tables, columns, indexes, foreign keys and policies. */
export async function dropTriggers(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select format('drop trigger %I on %s', t.tgname, t.tgrelid::regclass) as statement
     from pg_trigger t where not t.tgisinternal and t.tgname like 'kader\\_%'`,
  );
  for (const { statement } of rows) await client.query(statement);
}

const priced = [
  'branch',
  'kader',
  'month',
  'paid_month',
  'late',
  'months_owed',
  'months_covered',
  'scheme',
  'rule',
  'rate_bp',
  'base',
  'commission',
  'explanation',
  'explanation_en',
  'status',
  'source',
  'confirm_duplicate',
] as const satisfies readonly (keyof DuesCollection)[];

/** The derived columns of the payment that was recorded last, as a sender would have to fill them in. */
export async function pricedColumns(client: pg.Client): Promise<object> {
  const { rows } = await client.query(`select ${priced.join(', ')} from collection order by id desc limit 1`);
  return rows[0];
}
