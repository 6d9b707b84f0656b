import type { Knex } from 'knex';

/** One installed item, as the ledger remembers it. */
export interface LedgerEntry {
  key: string;
  kind: string;
  /** how Directus or PostgreSQL knows the item */
  directus_id: string;
  /** hash of the item as it stood after our last write: another hash means that somebody else changed it since */
  hash: string;
  /** hash of the definition that was written: another hash means that this version of the bundle wants it otherwise */
  definition: string;
  /** version of the bundle that wrote it */
  version: string;
}

const table = 'kader_ledger';

/** Makes the ledger where it does not exist. */
export async function ensureLedger(knex: Knex): Promise<void> {
  await knex.raw(`
    create table if not exists ${table} (
      key varchar(255) primary key,
      kind varchar(32) not null,
      directus_id varchar(255) not null,
      hash varchar(32) not null,
      definition varchar(32) not null,
      version varchar(32) not null,
      updated_at timestamptz not null default now()
    )`);
}

/** Everything installed so far by its key; empty on a database that we have not touched. */
export async function readLedger(knex: Knex): Promise<Map<string, LedgerEntry>> {
  if (!(await knex.schema.hasTable(table))) return new Map();
  const entries: LedgerEntry[] = await knex(table).select(
    'key',
    'kind',
    'directus_id',
    'hash',
    'definition',
    'version',
  );
  return new Map(entries.map((entry) => [entry.key, entry]));
}

/** Remembers what was written. */
export async function writeLedger(knex: Knex, entries: LedgerEntry[]): Promise<void> {
  const size = 500;
  for (let from = 0; from < entries.length; from += size) {
    const rows = entries.slice(from, from + size).map((entry) => ({ ...entry, updated_at: knex.fn.now() }));
    await knex(table).insert(rows).onConflict('key').merge();
  }
}
