import type { Knex } from 'knex';
import { remember } from './apply.ts';
import { readLedger } from './ledger.ts';
import { makePlan } from './plan.ts';
import { wantMonthlyPresets } from './presets.ts';
import { bundleVersion } from './version.ts';

/** Lets bookmarks of "this month" follow the calendar; what an administrator changed stays. Returns how many moved on. */
export async function refreshBookmarks(knex: Knex, now: Date): Promise<number> {
  return await knex.transaction(async (trx) => {
    const wanted = wantMonthlyPresets(now);
    const keys = new Set(wanted.map(({ key }) => key));
    const known = [...(await readLedger(trx))].filter(([key]) => keys.has(key));
    const plan = await makePlan(trx, new Map(known), wanted);
    const moving = plan.filter(({ action }) => action === 'upgrade');
    for (const { id, wanted } of moving) {
      await trx('directus_presets')
        .where({ id })
        .update({ filter: JSON.stringify(wanted.definition['filter']) });
    }
    await remember(trx, moving, bundleVersion);
    return moving.length;
  });
}
