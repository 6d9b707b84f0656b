import type { Knex } from 'knex';
import { roleIds } from '../../contract/access.ts';
import type { DateText, Id, TimeZone } from '../../contract/records.ts';
import { addMonths, type DateText as Day, dateOf, daysAfter, firstDay, later, parsePeriod } from '../../core/period.ts';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';

/** A branch whose families the caller may give to kader, and the day that it is there. */
export interface CallingBranch {
  id: Id;
  name: string;
  today: DateText;
  /** first day of the oldest open month: what was held in closed months is part of their books */
  earliest: DateText;
}

interface BranchRow {
  id: Id;
  name: string;
  timezone: TimeZone;
  first_month: string;
  closed_through: string | null;
}

/**
 * The branch that a head, a staff member or an administrator works for: their own, or for an administrator the one asked for.
 * Refused as KADER_NOT_ALLOWED for anybody else, and for another branch.
 */
export async function callingBranch(desk: Desk, asked: Id | null): Promise<CallingBranch> {
  const { admin, roles, user } = desk.accountability;
  if (!admin && !roles.includes(roleIds.head) && !roles.includes(roleIds.staff)) throw refusal('KADER_NOT_ALLOWED');
  const own = await desk.knex('directus_users').where({ id: user }).first<{ branch: Id | null }>('branch');
  const wanted = admin ? (asked ?? own?.branch ?? null) : (own?.branch ?? null);
  if (wanted === null || (asked !== null && asked !== wanted)) throw refusal('KADER_NOT_ALLOWED');
  const branch = await readBranch(desk.knex, wanted);
  if (!branch) throw refusal('KADER_NOT_ALLOWED');
  return { id: branch.id, name: branch.name, ...daysOf(branch, desk.now()) };
}

async function readBranch(knex: Knex, id: Id): Promise<BranchRow | undefined> {
  return await knex('branch')
    .where({ id })
    .first('id', 'name', 'timezone', 'first_month', knex.raw('kader_closed_through(id) as closed_through'));
}

function daysOf(branch: BranchRow, now: Date): Pick<CallingBranch, 'today' | 'earliest'> {
  const [first, closed] = [parsePeriod(branch.first_month), parsePeriod(branch.closed_through ?? '')];
  const oldest = closed === null ? first : addMonths(closed, 1);
  const today = dateOf(now, branch.timezone);
  return { today, earliest: oldest === null ? today : firstDay(oldest) };
}

/** The day asked for, or today. Refused as KADER_FROM_DATE_TOO_EARLY in a closed month, and as KADER_VALUE_INVALID after a year. */
export function fromDateIn(branch: CallingBranch, asked: DateText | null): DateText {
  const wanted = asked ?? later(branch.today as Day, branch.earliest as Day);
  if (wanted < branch.earliest) throw refusal('KADER_FROM_DATE_TOO_EARLY', { date: branch.earliest });
  if (wanted > daysAfter(branch.today as Day, 366)) throw refusal('KADER_VALUE_INVALID', { field: 'from_date' });
  return wanted;
}
