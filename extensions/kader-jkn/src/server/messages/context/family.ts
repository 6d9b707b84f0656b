import type { Id } from '../../../contract/records.ts';
import type { ContextReader } from './context-reader.ts';
import { type FamilyRow, familyGroup, familyJson, holderJson } from './groups.ts';

interface Row {
  branch: Id;
  family: FamilyRow;
  kader: Record<string, unknown>;
}

// a family that was merged into another is that other one
const question = `
  select f.branch, ${familyJson} as family, ${holderJson} as kader
  from binaan f
  left join kader k on k.id = f.kader
  where f.id = :item and f.status <> 'merged'`;

/** A family: what it owes now, and who holds it. */
export const readFamily: ContextReader = async ({ knex, item, recipient }) => {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { item });
  const [row] = rows;
  if (row === undefined) return null;
  const { branch, family, kader } = row;
  return { branch, groups: { family: familyGroup(family, recipient), kader } };
};
