import type { Knex } from 'knex';
import { fingerprint } from './fingerprint.ts';
import { type Kind, type KindOfItem, kinds } from './kinds.ts';
import type { LedgerEntry } from './ledger.ts';
import { removable } from './remove.ts';

/** An item that this version of the bundle wants to be there. */
export interface Wanted {
  /** `field:binaan.kk_number`: the same in every instance and version */
  key: string;
  kind: Kind;
  /** what finds it in the database; null where Directus gives the id when it is created */
  id: string | null;
  /** what is written: a row, or what the maker of that kind needs */
  definition: Record<string, unknown>;
}

/**
 * - `create`, `restore` (somebody deleted a part of the data model), `upgrade` (ours as we left it, wanted otherwise now): written
 * - `same`: nothing to do
 * - `remove`: ours as we left it, no longer wanted: taken away; `obsolete`: the same, but it may hold data: it stays
 * - `changed`, `deleted` (by an administrator): left as they are, and reported
 * - `collision`: something else of that name is there: nothing at all is installed
 */
export type Action =
  | 'create'
  | 'restore'
  | 'upgrade'
  | 'remove'
  | 'same'
  | 'obsolete'
  | 'changed'
  | 'deleted'
  | 'collision';

export interface Step {
  action: Action;
  wanted: Wanted;
  /** what finds the item, once it is known */
  id: string | null;
}

/** What one item needs, from what is there, what we remember and what we want (design 7, "Installer"). */
export function decide(
  wanted: { definition: string } & Pick<KindOfItem, 'whenDeleted' | 'whenFound'>,
  present: string | undefined,
  entry: Pick<LedgerEntry, 'hash' | 'definition'> | undefined,
): Action {
  if (present === undefined) {
    if (entry === undefined) return 'create';
    return wanted.whenDeleted === 'restore' ? 'restore' : 'deleted';
  }
  if (entry === undefined) return wanted.whenFound === 'keep' ? 'changed' : 'collision';
  if (present !== entry.hash) return 'changed';
  return wanted.definition === entry.definition ? 'same' : 'upgrade';
}

/** Compares everything wanted with the database: one query a kind. */
export async function makePlan(knex: Knex, ledger: Map<string, LedgerEntry>, all: Wanted[]): Promise<Step[]> {
  const former = unwanted(ledger, all);
  const present = await readPresent(knex, withIds([...all, ...former], ledger));
  const tables = new Set(await tableNames(knex));

  const steps = all.map((wanted): Step => {
    const entry = ledger.get(wanted.key);
    const id = wanted.id ?? entry?.directus_id ?? null;
    const found = id === null ? undefined : present.get(`${wanted.kind}:${id}`);
    const { whenDeleted, whenFound }: KindOfItem = kinds[wanted.kind];
    const action = decide(
      { definition: fingerprint(wanted.definition), whenDeleted, ...(whenFound && { whenFound }) },
      found ?? (wanted.kind === 'collection' && !entry && tables.has(String(id)) ? 'a table' : undefined),
      entry,
    );
    return { action, wanted, id };
  });
  return [...former.flatMap((item) => stepOfFormer(item, present, ledger)), ...withoutOrphans(steps)];
}

/** Steps and panels that are new in this version stay out of a flow or dashboard that an administrator deleted. */
function withoutOrphans(steps: Step[]): Step[] {
  const deleted = new Set(steps.filter(({ action }) => action === 'deleted').map(({ id }) => id));
  return steps.map((step): Step => {
    const { flow, dashboard } = step.wanted.definition;
    const whole = step.wanted.kind === 'operation' ? flow : step.wanted.kind === 'panel' ? dashboard : null;
    const orphan = step.action === 'create' && typeof whole === 'string' && deleted.has(whole);
    return orphan ? { ...step, action: 'deleted' } : step;
  });
}

/** What an earlier version installed and this one no longer wants. */
function unwanted(ledger: Map<string, LedgerEntry>, all: Wanted[]): Wanted[] {
  const keys = new Set(all.map(({ key }) => key));
  return [...ledger.values()]
    .filter(({ key, kind }) => !keys.has(key) && kind in kinds)
    .map(({ key, kind, directus_id }) => ({ key, kind: kind as Kind, id: directus_id, definition: {} }));
}

function stepOfFormer(wanted: Wanted, present: Map<string, string>, ledger: Map<string, LedgerEntry>): Step[] {
  const found = present.get(`${wanted.kind}:${wanted.id}`);
  if (found === undefined) return [];
  if (!removable.has(wanted.kind)) return [{ action: 'obsolete', wanted, id: wanted.id }];
  return [{ action: found === ledger.get(wanted.key)?.hash ? 'remove' : 'changed', wanted, id: wanted.id }];
}

/** Hash of each item that is there, by `kind:id`. PostgreSQL makes it, so that no driver's idea of a date or a number enters. */
export async function readPresent(knex: Knex, items: { kind: Kind; id: string }[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const kind of new Set(items.map((item) => item.kind))) {
    const { from, id, columns } = kinds[kind];
    const part = columns.map((name) => `item."${name}"`).join(', ');
    if (isTable(from) && !(await knex.schema.hasTable(from))) continue;
    const ids = items.filter((item) => item.kind === kind).map((item) => item.id);
    const { rows } = await knex.raw<{ rows: { id: string; hash: string }[] }>(
      `with item as (select (${id})::text as item_id, * from ${from})
       select item_id as id, md5((select to_jsonb(part) from (select ${part}) as part)::text) as hash
       from item where item_id = any(?)`,
      [ids],
    );
    for (const row of rows) found.set(`${kind}:${row.id}`, row.hash);
  }
  return found;
}

function withIds(all: Wanted[], ledger: Map<string, LedgerEntry>): { kind: Kind; id: string }[] {
  return all.flatMap(({ kind, id, key }) => {
    const known = id ?? ledger.get(key)?.directus_id;
    return known === undefined || known === null ? [] : [{ kind, id: known }];
  });
}

function isTable(from: string): boolean {
  return !from.startsWith('(');
}

async function tableNames(knex: Knex): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { name: string }[] }>(
    `select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
  );
  return rows.map(({ name }) => name);
}
