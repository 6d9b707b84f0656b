import type { Knex } from 'knex';
import type { Id, TimeZone } from '../contract/records.ts';
import { dateOf, daysAfter } from '../core/period.ts';
import { judgePromises } from './contacts/judge-promises.ts';
import { ensurePeriods } from './ensure-periods.ts';
import { findDuplicates } from './families/find-duplicates.ts';
import { refreshBookmarks } from './install/refresh-bookmarks.ts';
import { keepLives } from './life/keep-lives.ts';
import { rollUpMissing } from './monev/roll-up/roll-up-month.ts';
import { refreshArrears } from './refresh-arrears.ts';
import { matchPlans } from './rehab/match-plans.ts';

export interface KeptUp {
  /** rows of `period` that were made */
  months: number;
  /** families whose arrears changed */
  families: number;
}

const lateMoneyDays = 45;

/** Hourly upkeep: the present month's row in every branch, what monev keeps of closed months, bookmarks of "this month", lives of kader, mutes and promises, and plans, duplicates and arrears where the day has just begun. */
export async function keepUp(database: Knex, now: Date): Promise<KeptUp> {
  const months = await ensurePeriods(database, now);
  await rollUpMissing(database);
  await refreshBookmarks(database, now);
  const branches: { id: Id; timezone: TimeZone }[] = await database('branch')
    .where({ status: 'active' })
    .select('id', 'timezone');
  const waking = branches.filter(({ timezone }) => hourIn(timezone, now) === 0).map(({ id }) => id);
  await database.raw('select kader_refresh_mutes(null)');
  await keepLives(database);
  // the money of a bank file may come weeks late: what is older is looked at every night
  await judgePromises(database, now, { since: daysAfter(dateOf(now, 'Asia/Jakarta'), -lateMoneyDays) });
  if (waking.length > 0) await judgePromises(database, now, { branches: waking });
  if (waking.length > 0) await matchPlans(database, now, waking);
  for (const branch of waking) await findDuplicates(database, branch);
  return { months, families: waking.length > 0 ? await refreshArrears(database, now, waking) : 0 };
}

function hourIn(timezone: TimeZone, now: Date): number {
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: timezone }).format(now);
  return Number(hour);
}
