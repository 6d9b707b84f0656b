import type { CollectionName, Id } from '../../contract/records.ts';

type Figure = string | number | boolean | null;

/** A figure that the books hold otherwise than the collections say. */
export interface Difference {
  collection: CollectionName;
  id: Id;
  field: string;
  stored: Figure;
  expected: Figure;
}

/** The fields of one record whose stored value is not the expected one. */
export function differences<Expected extends Readonly<Record<string, Figure>>>(
  collection: CollectionName,
  id: Id,
  stored: { readonly [Field in keyof Expected]?: unknown },
  expected: Expected,
): Difference[] {
  return Object.entries(expected)
    .map(([field, value]) => ({ collection, id, field, stored: (stored[field] ?? null) as Figure, expected: value }))
    .filter(({ stored: found, expected: value }) => found !== value);
}
