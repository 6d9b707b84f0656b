import type { SchemaDefinition } from '../../../../../schema/types.ts';
import type { Step, Wanted } from './plan.ts';
import type { Writing } from './writing.ts';

/** What PostgreSQL guarantees by itself: constraints, indexes, functions and triggers. */
export function wantConstraints(schema: SchemaDefinition): Wanted[] {
  const tables = [
    ...schema.collections,
    { collection: 'directus_users', constraints: schema.userConstraints, indexes: [] },
  ];
  return [
    ...tables.flatMap(({ collection, constraints }) =>
      constraints.map(({ name, definition }) => statement('constraint', name, { table: collection, definition })),
    ),
    ...tables.flatMap(({ collection, indexes }) =>
      indexes.map(({ name, on, unique }) =>
        statement('index', name, { table: collection, on, unique: unique ?? false }),
      ),
    ),
    ...schema.sql.map(({ name, kind, sql }) => statement(kind, name, { sql })),
  ];
}

function statement(kind: Wanted['kind'], name: string, definition: Record<string, unknown>): Wanted {
  return { key: `${kind}:${name}`, kind, id: name, definition };
}

/** Writes one of them; names and texts come from `schema/`, never from input. */
export async function writeConstraint({ trx }: Writing, { action, id, wanted }: Step): Promise<void> {
  const { table, definition, on, unique, sql } = wanted.definition as Record<string, string>;
  if (wanted.kind === 'constraint') {
    if (action === 'upgrade') await trx.raw(`alter table "${table}" drop constraint "${id}"`);
    await trx.raw(`alter table "${table}" add constraint "${id}" ${escaped(definition)}`);
  } else if (wanted.kind === 'index') {
    if (action === 'upgrade') await trx.raw(`drop index "${id}"`);
    await trx.raw(`create ${unique ? 'unique ' : ''}index "${id}" on "${table}" ${escaped(on)}`);
  } else {
    await trx.raw(escaped(sql));
  }
}

/** knex reads a bare question mark as a binding. */
function escaped(sql: string | undefined): string {
  return (sql ?? '').replaceAll('?', '\\?');
}
