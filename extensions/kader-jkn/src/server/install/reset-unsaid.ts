import { type Kind, type KindOfItem, kinds } from './kinds.ts';
import type { Writing } from './writing.ts';

/**
 * An earlier version may have said more of an item than this one: what is no longer said goes back to what Directus gives a
 * new row. `said` is the row that is about to be written.
 */
export async function resetUnsaid(
  { trx }: Pick<Writing, 'trx'>,
  kind: Kind,
  id: string,
  said: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { from, table = from, id: key, columns }: KindOfItem = kinds[kind];
  const unsaid = columns.filter((column) => !(column in said));
  if (unsaid.length === 0) return;
  const resets = unsaid.map(() => '?? = default').join(', ');
  await trx.raw(`update ?? set ${resets} where (${key})::text = ?`, [table, ...unsaid, id]);
}
