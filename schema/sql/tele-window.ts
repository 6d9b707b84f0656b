import type { SqlDefinition } from '../types.ts';

/**
 * Whether telekolekting may see a family (design 5.11): row rules compare columns with constants only, so the answer of
 * the policy in force is kept on the family. Bounds are inclusive whole months; an empty bound is no bound.
 */
export const teleWindowSql: SqlDefinition[] = [
  {
    name: 'kader_tele_eligible',
    kind: 'function',
    sql: `
create or replace function kader_tele_eligible(of_branch integer, months integer, of_status text)
returns boolean language sql stable as $$
  select of_status = 'active' and months > 0 and coalesce((
    select months >= coalesce(p.tele_window_min, 0) and months <= coalesce(p.tele_window_max, months)
    from branch b, kader_policy_in_force(b.id, (now() at time zone b.timezone)::date) p
    where b.id = of_branch
  ), false)
$$;`,
  },
  {
    name: 'kader_refresh_tele_windows',
    kind: 'function',
    // When a policy is saved, and every day, because a policy comes into force on its date without being saved.
    sql: `
create or replace function kader_refresh_tele_windows() returns integer language plpgsql as $$
declare
  changed integer;
begin
  with answer as (
    select f.id, coalesce(
      f.status = 'active' and f.owed_months > 0
        and f.owed_months >= coalesce(p.tele_window_min, 0)
        and f.owed_months <= coalesce(p.tele_window_max, f.owed_months)
        and p.id is not null, false) as eligible
    from branch b
    left join lateral kader_policy_in_force(b.id, (now() at time zone b.timezone)::date) p on true
    join binaan f on f.branch = b.id
  )
  update binaan f set tele_eligible = a.eligible
    from answer a where a.id = f.id and a.eligible <> f.tele_eligible;
  get diagnostics changed = row_count;
  return changed;
end $$;`,
  },
  {
    name: 'kader_policy_windows',
    kind: 'trigger',
    sql: `
create or replace function kader_policy_windows() returns trigger language plpgsql as $$
begin
  perform kader_refresh_tele_windows();
  return null;
end $$;
create or replace trigger kader_policy_windows_insert after insert on program_policy
  for each statement execute function kader_policy_windows();
create or replace trigger kader_policy_windows_update after update on program_policy
  for each statement execute function kader_policy_windows();
create or replace trigger kader_policy_windows_delete after delete on program_policy
  for each statement execute function kader_policy_windows();`,
  },
];
