import type { Knex } from 'knex';
import type { DateText, Id } from '../../contract/records.ts';
import type { WindowPolicy } from '../../core/eligibility.ts';
import { refusal } from '../errors.ts';

export type AssignmentPolicy = WindowPolicy & { families_per_kader: number | null };

/** The windows and the capacity in force in a branch on a day. Refused as KADER_NO_POLICY. */
export async function readPolicy(knex: Knex, branch: Id, on: DateText): Promise<AssignmentPolicy> {
  const { rows } = await knex.raw<{ rows: AssignmentPolicy[] }>(
    `select p.kader_window_min, p.kader_window_max, p.tele_window_min, p.tele_window_max, p.priority_min,
       p.outside_list_allowed, p.families_per_kader
     from kader_policy_in_force(?, ?) p`,
    [branch, on],
  );
  if (!rows[0]) throw refusal('KADER_NO_POLICY', { date: on });
  return rows[0];
}
