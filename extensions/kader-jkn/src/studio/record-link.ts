import type { CollectionName } from '../contract/records.ts';

/** Where the app shows one record. */
export function recordLink(collectionName: CollectionName, id: number): string {
  return `/content/${collectionName}/${id}`;
}
