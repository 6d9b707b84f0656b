import type { Knex } from 'knex';
import type { Id, UserId } from '../../contract/records.ts';
import type { DateText } from '../../core/period.ts';
import type { Instalment } from '../../core/rehab.ts';
import { refusalOfDatabase } from '../database-error.ts';
import { refusal, refusalOf } from '../errors.ts';
import { readGround, scheduleOn } from './read-offer.ts';

export interface PlanOrder {
  binaan: Id;
  count: number;
  startsOn: DateText;
  by: UserId | null;
  now: Date;
}

/**
 * Makes the plan of a family with its instalments and matches what it paid since; answers its id. The family is held until
 * commit, so what it owes is what it owes. Refused as KADER_BINAAN_UNKNOWN, KADER_PLAN_OPEN and as `schedulePlan` is.
 */
export async function makePlan(database: Knex, { binaan, count, startsOn, by, now }: PlanOrder): Promise<Id> {
  try {
    return await database.transaction(async (trx) => {
      await trx.raw('select 1 from binaan where id = ? for no key update', [binaan]);
      const ground = await readGround(trx, binaan, () => startsOn);
      if (ground === null) throw refusal('KADER_BINAAN_UNKNOWN');
      const schedule = scheduleOn(ground, startsOn, count);
      if (!schedule.ok) throw refusalOf(schedule);
      const { family, policy } = ground;
      const made = { date_created: now.toISOString(), user_created: by };
      const arrears = sumOf(schedule.value, ({ arrears: part }) => part);
      const current = sumOf(schedule.value, ({ current: part }) => part);

      await trx.raw(`select set_config('kader.planning', ?, true)`, [String(binaan)]);
      const [plan] = await trx('payment_plan')
        .insert({
          ...{ branch: family.branch, binaan, status: 'active', starts_on: startsOn, instalment_count: count },
          ...{ arrears_months: family.owed_months, arrears_amount: arrears, current_amount: current },
          ...{
            amount: arrears + current,
            cover_restored_after: policy?.restoredAfter,
            paid_amount: 0,
            missed_count: 0,
          },
          ...made,
        })
        .returning('id');
      await trx('payment_plan_instalment').insert(
        schedule.value.map(({ number, month, dueOn, ...rupiah }) => ({
          ...{ plan: plan.id, number, month, due_on: dueOn, status: 'waiting', paid_amount: 0 },
          ...{ arrears_amount: rupiah.arrears, current_amount: rupiah.current, amount: rupiah.amount },
          ...made,
        })),
      );
      await trx.raw(`select set_config('kader.planning', '', true)`);
      await trx.raw('select count(*) from kader_match_plans(array[?]::integer[], ?::timestamptz)', [
        plan.id,
        now.toISOString(),
      ]);
      return plan.id;
    });
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}

function sumOf(instalments: readonly Instalment[], part: (instalment: Instalment) => number): number {
  return instalments.reduce((sum, instalment) => sum + part(instalment), 0);
}
