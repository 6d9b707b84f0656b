import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';

export interface MatchedPlans {
  plans: number;
  /** instalments that were found missed just now */
  missed: number;
}

/** So many families are held at once. */
const plansAtOnce = 500;

// Nobody but the kader who holds the family is told: arrears are nobody else's news.
const tellMissed = `
  select kader_tell(kader_accounts(f.kader), 'binaan', f.id,
    'Cicilan terlewat: ' || f.head_name, 'Missed instalment: ' || f.head_name,
    'Cicilan ke-' || i.number || ' jatuh tempo ' || kader_day_words(i.due_on, false)
      || ' dan belum lunas. Buka keluarganya untuk melihat rencananya.',
    'Instalment ' || i.number || ' was due on ' || kader_day_words(i.due_on, true)
      || ' and is not paid in full. Open the family for its plan.')
  from payment_plan_instalment i
  join payment_plan p on p.id = i.plan
  join binaan f on f.id = p.binaan
  where i.id = any (cast(:missed as integer[])) and f.kader is not null and f.status not in ('muted', 'merged')`;

/**
 * Matches the open plans of branches (null: of all) with what their families paid, and tells the kader of each instalment that
 * is missed since. Repeating it changes nothing.
 */
export async function matchPlans(
  database: Knex,
  now: Date,
  branches: readonly Id[] | null = null,
): Promise<MatchedPlans> {
  const plans: Id[] = await database('payment_plan')
    .where({ status: 'active' })
    .modify((query) => branches && query.whereIn('branch', [...branches]))
    .orderBy('id')
    .pluck('id');
  let missed = 0;
  for (let start = 0; start < plans.length; start += plansAtOnce) {
    missed += await matchSome(database, plans.slice(start, start + plansAtOnce), now);
  }
  return { plans: plans.length, missed };
}

async function matchSome(database: Knex, plans: readonly Id[], now: Date): Promise<number> {
  return await database.transaction(async (trx) => {
    const at = now.toISOString();
    const { rows } = await trx.raw<{ rows: { id: Id }[] }>(
      'select id from kader_match_plans(cast(:plans as integer[]), cast(:at as timestamptz)) as id',
      { plans: [...plans], at },
    );
    if (rows.length > 0) await trx.raw(tellMissed, { missed: rows.map(({ id }) => id) });
    return rows.length;
  });
}
