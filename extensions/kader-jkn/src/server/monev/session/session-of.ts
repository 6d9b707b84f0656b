import { roleIds } from '../../../contract/access.ts';
import type { Officer, SessionHead } from '../../../contract/monev-session.ts';
import type { DateText, Id, MonthText } from '../../../contract/records.ts';
import type { SessionStatus } from '../../../contract/session-records.ts';
import { leadsBranch } from '../../caller.ts';
import { type Desk, visibleRecord } from '../../desk/desk.ts';
import { refusal } from '../../errors.ts';

interface SessionRow {
  id: Id;
  branch: Id;
  branch_name: string;
  month: MonthText;
  today: DateText;
  held_on: DateText;
  place: string | null;
  status: SessionStatus;
  led_by: Officer | null;
  closed: boolean;
}

/** What a caller must be able to read of a session before its agenda is shown: a kader may not. */
const fieldsShown = ['id', 'branch', 'status', 'led_by'];

const question = `
  select s.id, s.branch, b.name as branch_name, s.month, (now() at time zone b.timezone)::date::text as today,
    s.held_on::text as held_on, s.place, s.status,
    (select json_build_object('id', u.id, 'name', concat_ws(' ', u.first_name, u.last_name))
      from directus_users u where u.id = s.led_by) as led_by,
    exists (select from period p where p.branch = s.branch and p.month = s.month and p.status <> 'open') as closed
  from monev_session s
  join branch b on b.id = s.branch
  where s.id = :id`;

/** A session that the caller may see the agenda of. Refused as KADER_SESSION_UNKNOWN. */
export async function requireSession(desk: Desk, id: Id): Promise<SessionHead> {
  const { knex, accountability } = desk;
  if ((await visibleRecord(desk, 'monev_session', id, fieldsShown)) === null) throw refusal('KADER_SESSION_UNKNOWN');
  const { rows } = await knex.raw<{ rows: SessionRow[] }>(question, { id });
  const [row] = rows;
  if (row === undefined) throw refusal('KADER_SESSION_UNKNOWN');
  const { branch, branch_name, ...session } = row;
  return {
    ...session,
    branch: { id: branch, name: branch_name },
    writes: worksInOffice(desk) && row.status !== 'done',
    leads: await leadsBranch(knex, accountability, branch),
  };
}

/** What is talked about in private is for heads and staff of the branch. Refused as KADER_NOT_ALLOWED. */
export function requireOffice(desk: Desk): void {
  if (!worksInOffice(desk)) throw refusal('KADER_NOT_ALLOWED');
}

function worksInOffice({ accountability: { admin, roles } }: Desk): boolean {
  return admin || roles.includes(roleIds.head) || roles.includes(roleIds.staff);
}
