import type { Knex } from 'knex';
import type { DateText, Id } from '../../contract/records.ts';

/** A branch that has no policy yet is as careful as the reference policy. */
const withoutPolicy = 50;

/** The size above which a batch of a branch waits for a head; null: never. */
export async function approveAbove(knex: Knex, branch: Id, on: DateText): Promise<number | null> {
  const { rows } = await knex.raw<{ rows: { above: number | null }[] }>(
    'select p.message_approval_above as above from kader_policy_in_force(?, ?) p',
    [branch, on],
  );
  return rows[0] === undefined ? withoutPolicy : rows[0].above;
}
