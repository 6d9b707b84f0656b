import type { Knex } from 'knex';
import { roleIds } from '../../../contract/access.ts';
import type { DecisionShown, Officer, SessionHead } from '../../../contract/monev-session.ts';
import type { Id, UserId } from '../../../contract/records.ts';

export interface SessionDecisions {
  /** of earlier sessions: open, or settled since the session before */
  earlier: DecisionShown[];
  /** of this session */
  own: DecisionShown[];
}

const question = `
  with before as (
    select max(p.held_on) as held_on from monev_session p where p.branch = :branch and p.month < :month
  )
  select d.id, d.session, s.month, d.text, d.due_on::text as due_on, d.status, d.done_on::text as done_on, d.done_note,
    case when d.kader is not null then json_build_object('id', k.id, 'name', k.name) end as kader,
    case when d.owner is not null then
      json_build_object('id', d.owner, 'name', concat_ws(' ', u.first_name, u.last_name)) end as owner,
    d.status = 'open' and d.due_on < cast(:today as date) as overdue
  from monev_decision d
  join monev_session s on s.id = d.session
  cross join before
  left join kader k on k.id = d.kader
  left join directus_users u on u.id = d.owner
  where s.branch = :branch
    and (s.id = :session or (s.month < :month and (d.status = 'open' or d.done_on >= before.held_on)))
  order by d.status <> 'open', d.due_on, d.id`;

const officersQuestion = `
  select u.id, concat_ws(' ', u.first_name, u.last_name) as name
  from directus_users u
  where u.status = 'active' and ((u.branch = :branch and u.kader is null and u.role = any (cast(:roles as uuid[])))
    or u.id = cast(:caller as uuid))
  order by name, u.id`;

/** What this session decided, and what earlier ones left to follow up; open ones first, by their day. */
export async function decisionsOf(
  knex: Knex,
  { id, branch, month, today }: Pick<SessionHead, 'id' | 'branch' | 'month' | 'today'>,
): Promise<SessionDecisions> {
  const asked = { session: id, branch: branch.id, month, today };
  const { rows } = await knex.raw<{ rows: DecisionShown[] }>(question, asked);
  return {
    earlier: rows.filter(({ session }) => session !== id),
    own: rows.filter(({ session }) => session === id),
  };
}

/** Who can own a decision: heads and staff of the branch, who see it; and the caller. */
export async function officersOf(knex: Knex, branch: Id, caller: UserId | null): Promise<Officer[]> {
  const asked = { branch, caller, roles: [roleIds.head, roleIds.staff] };
  const { rows } = await knex.raw<{ rows: Officer[] }>(officersQuestion, asked);
  return rows;
}
