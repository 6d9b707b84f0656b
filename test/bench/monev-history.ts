import type pg from 'pg';
import { makeNationalBooks, type NationalSize } from './national-books.ts';

const closedTotals = `
  update period p set collected = s.collected, commission_total = s.commission, collections_count = s.kader * 50,
    families_count = s.kader * 50, kader_count = s.kader, zero_count = 0, reviews_opened = 0, warnings_given = 0, rolled_up_at = now()
  from (select period, sum(collected) as collected, sum(gross) as commission, count(*) as kader from commission group by period) s
  where p.id = s.period`;

const keptFigures = `
  insert into monev_month (branch, month, kader, contacts, contact_days, family_days, visit_families, whatsapp_families,
    phone_families, education_contacts, outcomes, promises_due, promises_kept, promises_broken, promises_open)
  select s.branch, s.month, s.kader, 110, 22, 110, 60, 30, 20, 0, '{"met": 60, "promised": 20, "not_home": 30}', 20, 12, 8, 0
  from commission s where s.branch = $1`;

// Most families are reached again after two months or three.
const keptReach = `
  insert into monev_reach (branch, month, stage, part, kader, previous, families)
  select s.branch, s.month, g.stage, 'kader', s.kader,
    case when b.back is null then null else to_char((s.month || '-01')::date - make_interval(months => b.back), 'YYYY-MM') end,
    g.families / 3 + 1
  from commission s,
    (values ('contacted', 100), ('visited', 60), ('promised', 20), ('paid', 50)) g (stage, families),
    (values (null::integer), (2), (3)) b (back)
  where s.branch = $1`;

const keptReachOfAll = `
  insert into monev_reach (branch, month, stage, part, previous, families)
  select branch, month, stage, 'whole', previous, sum(families) from monev_reach where branch = $1
  group by branch, month, stage, previous`;

const monthEnds = `
  insert into arrears_snapshot (branch, as_of, kind, source, amount, families, band_from, band_to)
  select p.branch, (p.month || '-01')::date + interval '1 month' - interval '1 day', 'month_end', 'Akhir bulan', 1000000000,
    100000, b.band_from, b.band_to
  from period p, (values (null::integer, null::integer), (1, 3), (4, 11), (12, 23), (24, null)) b (band_from, band_to)
  where p.branch = $1 and p.status = 'closed'`;

const contactsOfTheMonth = `
  insert into activity (binaan, kader, branch, at, channel, outcome, date_created)
  select b.id, b.kader, b.branch, date_trunc('month', now()) - interval '20 days' + (b.id % 19) * interval '1 day' + interval '3 hours',
    (array['visit', 'whatsapp', 'phone'])[1 + b.id % 3], (array['met', 'promised', 'not_home'])[1 + b.id % 3], now()
  from binaan b where b.branch = $1 and b.id % 5 = 0`;

const targets = `
  insert into target (branch, measure, scope, month_from, month_to, per, adds_up, value) values
    ($1, 'collection', 'each_kader', '2016-01', '2099-12', 'month', 'sum', 7000000),
    ($1, 'families_visited', 'whole', '2016-01', '2099-12', 'month', 'distinct', 200000),
    ($1, 'contacts_per_day', 'each_kader', '2016-01', '2099-12', 'day', 'sum', 5),
    ($1, 'kader', 'whole', '2016-01', '2099-12', 'span', 'level', 4000)`;

/** The books of the nation with everything that the panels read: what is kept of closed months, and one month of contacts. */
export async function makeMonevHistory(client: pg.Client, size: NationalSize): Promise<number> {
  const { branch } = await makeNationalBooks(client, size);
  await client.query('set session_replication_role = replica');
  await client.query(closedTotals);
  for (const statement of [keptFigures, keptReach, keptReachOfAll, monthEnds, contactsOfTheMonth, targets]) {
    await client.query(statement, [branch]);
  }
  await client.query('set session_replication_role = origin');
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  return branch;
}
