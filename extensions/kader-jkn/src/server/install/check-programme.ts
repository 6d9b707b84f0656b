import type { Knex } from 'knex';
import type { Finding } from './finding.ts';

/** What a branch still has to be given before a payment of today can be recorded. */
export async function checkProgramme(knex: Knex): Promise<Finding[]> {
  const { rows } = await knex.raw<{ rows: { name: string; scheme: boolean; policy: boolean; dues: boolean }[] }>(
    `with local as (
       select id, name, (now() at time zone timezone)::date as today from branch where status = 'active'
     )
     select local.name,
       exists (select from commission_scheme as scheme where scheme.status = 'active'
         and (scheme.branch = local.id or scheme.branch is null) and scheme.effective_from <= local.today) as scheme,
       exists (select from program_policy as policy
         where (policy.branch = local.id or policy.branch is null) and policy.effective_from <= local.today) as policy,
       (select count(distinct class) = 3 from dues_rate where effective_from <= local.today) as dues
     from local order by local.name`,
  );
  if (rows.length === 0) return [{ level: 'warning', text: 'There is no branch yet: create one under Organisasi.' }];

  const without = (what: 'scheme' | 'policy' | 'dues') => rows.filter((row) => !row[what]).map(({ name }) => name);
  return [
    missing(without('scheme'), 'an active commission scheme in force today (activate the example, or make one)'),
    missing(without('policy'), 'a programme policy in force today'),
    missing(without('dues'), 'dues rates of all three classes in force today'),
  ].filter((finding) => finding !== null);
}

function missing(branches: string[], what: string): Finding | null {
  if (branches.length === 0) return null;
  return { level: 'warning', text: `No payment can be recorded in ${branches.join(', ')}: there is no ${what}.` };
}
