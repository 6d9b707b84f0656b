import type { Knex } from 'knex';
import type { Id, TimeZone, UserId } from '../../contract/records.ts';
import { dateOf, later } from '../../core/period.ts';
import { refusalOfDatabase } from '../database-error.ts';
import { refusal } from '../errors.ts';

export interface PlanEnd {
  plan: Id;
  reason: string;
  by: UserId | null;
  now: Date;
}

const question = `
  select p.id, p.status, p.starts_on::text as starts_on, h.timezone
  from payment_plan p join branch h on h.id = p.branch
  where p.id = ?
  for no key update of p`;

/** Ends an open plan as of today, with what was paid up to then. Refused as KADER_PLAN_UNKNOWN or KADER_PLAN_ENDED. */
export async function endPlan(database: Knex, { plan, reason, by, now }: PlanEnd): Promise<void> {
  try {
    await database.transaction(async (trx) => {
      const { rows } = await trx.raw(question, [plan]);
      const [found] = rows;
      if (found === undefined) throw refusal('KADER_PLAN_UNKNOWN');
      const match = () =>
        trx.raw('select count(*) from kader_match_plans(array[?]::integer[], ?::timestamptz)', [
          plan,
          now.toISOString(),
        ]);
      // paid in full meanwhile: it is completed, and there is nothing to end
      await match();
      const { status } = await trx('payment_plan').where({ id: plan }).first('status');
      if (status !== 'active') throw refusal('KADER_PLAN_ENDED', { id: plan });
      const endedOn = later(dateOf(now, found.timezone as TimeZone), found.starts_on);
      await trx('payment_plan')
        .where({ id: plan })
        .update({
          ...{ status: 'ended', ended_on: endedOn, ended_by: by, end_reason: reason },
          ...{ user_updated: by, date_updated: now.toISOString() },
        });
      await match();
    });
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}
