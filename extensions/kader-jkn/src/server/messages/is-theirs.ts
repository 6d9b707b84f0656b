import type { Knex } from 'knex';
import type { MessageAbout } from '../../contract/message-contexts.ts';
import type { Id } from '../../contract/records.ts';

/** Whose a record is: of a family that family, and the kader who holds it or to whom its payment was credited. */
const owners: Readonly<Record<MessageAbout, string | null>> = {
  kader: 'select id as kader, null::integer as binaan from kader where id = :item',
  week_list: 'select id as kader, null::integer as binaan from kader where id = :item',
  family: 'select kader, id as binaan from binaan where id = :item',
  promise: 'select f.kader, a.binaan from activity a join binaan f on f.id = a.binaan where a.id = :item',
  payment: 'select kader, binaan from collection where id = :item',
  statement: 'select kader, null::integer as binaan from commission where id = :item',
  warning: 'select kader, null::integer as binaan from kader_event where id = :item',
  review: 'select kader, null::integer as binaan from partnership_review where id = :item',
  award: 'select kader, null::integer as binaan from award where id = :item',
  // of a whole branch, or of nobody
  session: null,
  month: null,
  notice: null,
};

/**
 * Whether a record may be told to a family or a kader: nobody is told of another's dues, pay or partnership, however a step of a
 * flow was filled in. Accounts and addresses are the office's own, and whoever writes to them was asked before.
 */
export async function isTheirs(
  knex: Knex,
  { about, item }: { about: MessageAbout; item: Id | null },
  recipient: { kader?: Id | null; binaan?: Id | null },
): Promise<boolean> {
  const { kader = null, binaan = null } = recipient;
  const question = owners[about];
  if (question === null || item === null || (kader === null && binaan === null)) return true;
  const { rows } = await knex.raw<{ rows: { kader: Id | null; binaan: Id | null }[] }>(question, { item });
  const [owner] = rows;
  // a record that is gone is found to be gone when its words are written
  if (owner === undefined) return true;
  return binaan === null ? owner.kader === kader : owner.binaan === binaan;
}
