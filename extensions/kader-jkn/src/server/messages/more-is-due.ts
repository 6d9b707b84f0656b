import type { Knex } from 'knex';

/** Whether an e-mail could go now. */
export async function moreIsDue(knex: Knex, now: Date): Promise<boolean> {
  const due = await knex('message')
    .where({ status: 'queued', channel: 'email' })
    .whereRaw('coalesce(next_at, not_before, date_created) <= ?', [now])
    .first('id');
  return due !== undefined;
}
