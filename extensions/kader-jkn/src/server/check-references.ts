import type { Accountability, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import type { CollectionName } from '../contract/records.ts';
import { refusal } from './errors.ts';

interface Caller {
  knex: Knex;
  schema: SchemaOverview;
  accountability: Accountability | null;
}

type ReaderClass = new (
  collectionName: string,
  caller: Caller,
) => { readByQuery(query: object): Promise<Record<string, unknown>[]> };

/** Collections whose records belong to a branch or a kader; and who works in it. */
const scoped: ReadonlySet<string> = new Set<CollectionName | 'directus_users'>([
  'kader',
  'binaan',
  'monev_session',
  'directus_users',
]);
/** Where such records are filed; `collection` checks its family itself, by the day of payment. */
const checked: ReadonlySet<string> = new Set<CollectionName>([
  'target',
  'kader_area',
  'kader_event',
  'binaan',
  'assignment',
  'activity',
  'mute',
  'family_check',
  'partnership_review',
  'commission_adjustment',
  'complaint',
  'training_attendance',
  'monev_session',
  'monev_attendance',
  'monev_decision',
  'enrolment',
]);

/**
 * Directus checks a foreign key against the database, not against permissions: a record could be filed under a kader or a
 * family of another branch. So what is referred to must be readable by the caller. Refused as KADER_REFERENCE_UNKNOWN.
 */
export async function checkReferences(
  Reader: ReaderClass,
  collectionName: string,
  told: Readonly<Record<string, unknown>>,
  caller: Caller,
): Promise<void> {
  const { schema, accountability } = caller;
  if (accountability === null || accountability.admin || !checked.has(collectionName)) return;

  for (const { collection, field, related_collection: related } of schema.relations) {
    if (collection !== collectionName || related === null || !scoped.has(related)) continue;
    const id = idOf(told[field]);
    if (id === null) continue;
    const readable = await new Reader(related, caller).readByQuery({
      filter: { id: { _eq: id } },
      fields: ['id'],
      limit: 1,
    });
    if (readable.length === 0) throw refusal('KADER_REFERENCE_UNKNOWN', { field });
  }
}

/** The id of an existing record, sent as such or inside an object; null where there is none. */
function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}
