import type { Knex } from 'knex';
import { refusalOfDatabase } from '../database-error.ts';

/** Works in one transaction; what the database refuses comes as a refusal of ours. */
export async function inTransaction<T>(knex: Knex, work: (trx: Knex) => Promise<T>): Promise<T> {
  try {
    return await knex.transaction(work);
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}
