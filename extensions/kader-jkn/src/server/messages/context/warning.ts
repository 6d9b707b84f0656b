import type { Id } from '../../../contract/records.ts';
import type { ContextReader } from './context-reader.ts';
import { kaderJson } from './groups.ts';

interface Row {
  branch: Id;
  warning: Record<string, unknown>;
  kader: Record<string, unknown>;
}

// a streak is told as its month's statement fixed it: the kader's own figure goes on with later months
const question = `
  select k.branch, ${kaderJson} as kader,
    jsonb_build_object('on', e.on_date, 'reason', e.reason, 'month', e.month,
      'months', (select s.zero_streak from commission s where s.kader = e.kader and s.month = e.month),
      'limit', (select p.zero_month_limit from kader_policy_in_force(k.branch, e.on_date) p),
      'first', not exists (select 1 from kader_event o
        where o.kader = e.kader and o.kind = 'warned' and (o.on_date, o.id) < (e.on_date, e.id)
          and o.on_date > e.on_date - interval '1 year')) as warning
  from kader_event e
  join kader k on k.id = e.kader
  where e.id = :item and e.kind = 'warned'`;

/** A warning in a kader's history. */
export const readWarning: ContextReader = async ({ knex, item }) => {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { item });
  const [row] = rows;
  if (row === undefined) return null;
  const { branch, ...groups } = row;
  return { branch, groups };
};
