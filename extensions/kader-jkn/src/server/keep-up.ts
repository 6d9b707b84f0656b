import type { Knex } from 'knex';
import type { Id, TimeZone } from '../contract/records.ts';
import { ensurePeriods } from './ensure-periods.ts';
import { refreshBookmarks } from './install/refresh-bookmarks.ts';
import { refreshArrears } from './refresh-arrears.ts';

export interface KeptUp {
  /** rows of `period` that were made */
  months: number;
  /** families whose arrears changed */
  families: number;
}

/** Hourly upkeep: the present month's row in every branch, bookmarks of "this month", and arrears where the day has just begun. */
export async function keepUp(database: Knex, now: Date): Promise<KeptUp> {
  const months = await ensurePeriods(database, now);
  await refreshBookmarks(database, now);
  const branches: { id: Id; timezone: TimeZone }[] = await database('branch')
    .where({ status: 'active' })
    .select('id', 'timezone');
  const waking = branches.filter(({ timezone }) => hourIn(timezone, now) === 0).map(({ id }) => id);
  return { months, families: waking.length > 0 ? await refreshArrears(database, now, waking) : 0 };
}

function hourIn(timezone: TimeZone, now: Date): number {
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: timezone }).format(now);
  return Number(hour);
}
