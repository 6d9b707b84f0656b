import type { Knex } from 'knex';
import type { Id, MonthText } from '../../../contract/records.ts';
import { firstDay, type Period } from '../../../core/period.ts';
import { rollUpArrears } from './arrears-at-end.ts';
import { monthFiguresQuestion } from './month-figures.ts';
import { reachedQuestion } from './reached-in-month.ts';

const keptFigures = `
  insert into monev_month (branch, month, date_created, kader, contacts, contact_days, family_days, visit_families,
    whatsapp_families, phone_families, education_contacts, outcomes, promises_due, promises_kept, promises_broken, promises_open)
  select :branch, :month, now(), f.* from (${monthFiguresQuestion}) f`;

const keptReach = `
  insert into monev_reach (branch, month, date_created, stage, part, kader, area, previous, families)
  select :branch, :month, now(), r.* from (${reachedQuestion}) r`;

// A month that was opened again meanwhile waits for its next close.
const claim = `
  select branch, month from period where id = :period and status <> 'open' and rolled_up_at is null for no key update skip locked`;

/**
 * Keeps what monev tells of a closed month: contacts, promises, families reached, arrears. In one transaction, once a close;
 * false where it was done, or somebody else is doing it.
 */
export async function rollUpMonth(database: Knex, period: Id): Promise<boolean> {
  return await database.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: { branch: Id; month: MonthText }[] }>(claim, { period });
    const [found] = rows;
    if (found === undefined) return false;
    const { branch, month } = found;
    const bindings = { branch, month, first: firstDay(month as Period) };
    await trx('monev_month').where({ branch, month }).delete();
    await trx('monev_reach').where({ branch, month }).delete();
    await trx.raw(keptFigures, bindings);
    await trx.raw(keptReach, {
      ...bindings,
      since: '0000-00',
      stages: ['contacted', 'visited', 'promised', 'paid'],
      parts: ['whole', 'kader', 'area', 'nobody'],
    });
    await rollUpArrears(trx, { branch, month });
    await trx('period').where({ id: period }).update({ rolled_up_at: trx.fn.now() });
    return true;
  });
}

/** Keeps the figures of every closed month of which they are not kept yet, oldest first; returns how many were. */
export async function rollUpMissing(database: Knex): Promise<number> {
  const missing: Id[] = await database('period')
    .whereNot({ status: 'open' })
    .whereNull('rolled_up_at')
    .orderBy(['month', 'id'])
    .pluck('id');
  let kept = 0;
  for (const period of missing) if (await rollUpMonth(database, period)) kept += 1;
  return kept;
}
