import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';
import { leads } from './caller.ts';
import { refusal } from './errors.ts';

type Told = Readonly<Record<string, unknown>>;
type Keys = readonly (string | number)[];

const whoAndWhen = ['closed_at', 'closed_by', 'approved_at', 'approved_by', 'paid_at', 'paid_by'];

/**
 * What a change of `period` by a person becomes: approval and payment are dated and signed by the server. Refused as
 * KADER_CLOSE_BY_BUTTON for a close, as KADER_NOT_ALLOWED for anyone but a head or an administrator.
 */
export async function changePeriod(
  knex: Knex,
  told: Told,
  keys: Keys,
  accountability: Accountability | null,
  now: Date,
): Promise<Told> {
  const change = Object.fromEntries(Object.entries(told).filter(([field]) => !whoAndWhen.includes(field)));
  const { status } = change;
  if (status === undefined) return change;
  if (!leads(accountability)) throw refusal('KADER_NOT_ALLOWED');
  if (status === 'closed') await refuseClose(knex, keys);
  const by = accountability?.user ?? null;
  if (status === 'approved') return { ...change, approved_at: now.toISOString(), approved_by: by };
  if (status === 'paid') return { ...change, paid_at: now.toISOString(), paid_by: by };
  return change;
}

async function refuseClose(knex: Knex, keys: Keys): Promise<void> {
  const open = await knex('period')
    .whereIn('id', [...keys])
    .where({ status: 'open' })
    .first('month');
  if (open !== undefined) throw refusal('KADER_CLOSE_BY_BUTTON', { month: open.month });
}
