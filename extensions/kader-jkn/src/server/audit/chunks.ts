import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';

const chunkSize = 1_000;

/**
 * The rows of a question in order of their id, so many at a time that memory stays flat. In the question `:after` is the id
 * that was read last and `:limit` the number of rows wanted.
 */
export async function* inChunks<Row extends { id: Id }>(
  knex: Knex,
  question: string,
  bindings: Readonly<Record<string, Knex.RawBinding>> = {},
): AsyncGenerator<Row[]> {
  let after = 0;
  while (true) {
    const { rows } = await knex.raw<{ rows: Row[] }>(question, { ...bindings, after, limit: chunkSize });
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < chunkSize) return;
    after = last.id;
  }
}
