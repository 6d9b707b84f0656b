import type { Knex } from 'knex';
import type { DateText, Id } from '../../contract/records.ts';
import type { EarlyLimits } from '../../core/early-warning.ts';

const question = `
  select p.early_drop_percent as drop_percent, p.early_idle_days as idle_days, p.early_broken_percent as broken_percent,
    p.early_broken_count as broken_count, p.early_last_day_percent as last_day_percent, p.early_void_count as void_count
  from kader_policy_in_force(:branch, cast(:on as date)) p`;

/** From when early signs are told in a branch, by the policy in force on a day; null: no policy. */
export async function earlyLimits(knex: Knex, asked: { branch: Id; on: DateText }): Promise<EarlyLimits | null> {
  const { rows } = await knex.raw<{ rows: EarlyLimits[] }>(question, asked);
  return rows[0] ?? null;
}

/** Whether nothing at all is looked at. */
export function isOff({ broken_count: _, ...rules }: EarlyLimits): boolean {
  return Object.values(rules).every((rule) => rule === null);
}
