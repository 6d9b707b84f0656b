import type { Knex } from 'knex';
import type { Id, MonthText } from '../../contract/records.ts';

const question = `
  select b.branch, m.month, p.contacts_per_day as due
  from unnest(cast(:branches as integer[])) as b (branch)
  cross join unnest(cast(:months as text[])) as m (month)
  cross join lateral kader_policy_in_force(b.branch, (to_date(m.month, 'YYYY-MM') + interval '1 month - 1 day')::date) p
  where p.contacts_per_day is not null`;

/** Families a kader and day, by branch and month (`"7 2022-01"`), that the policy in force at the month's end expects. */
export async function contactsExpected(
  knex: Knex,
  asked: { branches: readonly Id[]; months: readonly MonthText[] },
): Promise<Map<string, number>> {
  const { rows } = await knex.raw<{ rows: { branch: Id; month: MonthText; due: number }[] }>(question, {
    branches: [...asked.branches],
    months: [...asked.months],
  });
  return new Map(rows.map(({ branch, month, due }) => [`${branch} ${month}`, due]));
}
