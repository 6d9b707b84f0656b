import type { Id } from '../../../contract/records.ts';
import type { ContextReader } from './context-reader.ts';
import { type FamilyRow, familyGroup, familyJson, holderJson } from './groups.ts';

interface Row {
  branch: Id;
  promise: Record<string, unknown>;
  family: FamilyRow;
  kader: Record<string, unknown>;
}

const question = `
  select f.branch, ${familyJson} as family, ${holderJson} as kader,
    jsonb_build_object('on', a.promise_on, 'amount', a.promise_amount,
      'made_on', (a.at at time zone b.timezone)::date) as promise
  from activity a
  join binaan f on f.id = a.binaan
  join branch b on b.id = f.branch
  left join kader k on k.id = f.kader
  where a.id = :item and a.promise_on is not null and f.status <> 'merged'`;

/** A promise to pay: the contact in which it was made. */
export const readPromise: ContextReader = async ({ knex, item, recipient }) => {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { item });
  const [row] = rows;
  if (row === undefined) return null;
  const { branch, promise, family, kader } = row;
  return { branch, groups: { promise, family: familyGroup(family, recipient), kader } };
};
