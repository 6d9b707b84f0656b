import type { Id } from '../../../contract/records.ts';
import type { ContextReader } from './context-reader.ts';
import { kaderJson } from './groups.ts';

interface Row {
  branch: Id;
  award: Record<string, unknown>;
  kader: Record<string, unknown>;
}

const question = `
  select a.branch, ${kaderJson} as kader,
    jsonb_build_object('title', a.title, 'words', a.words, 'reason', a.reason, 'month', a.month,
      'awarded_on', a.awarded_on) as award
  from award a
  join kader k on k.id = a.kader
  where a.id = :item`;

/** An award that was given. */
export const readAward: ContextReader = async ({ knex, item }) => {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { item });
  const [row] = rows;
  if (row === undefined) return null;
  const { branch, ...groups } = row;
  return { branch, groups };
};
