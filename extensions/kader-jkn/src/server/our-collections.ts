import type { CollectionName } from '../contract/records.ts';

/** The collections that we installed; others of the same Directus are none of our business. */
export const ourCollections: ReadonlySet<string> = new Set<CollectionName>([
  'branch',
  'area',
  'program_policy',
  'dues_rate',
  'commission_scheme',
  'commission_rule',
  'target',
  'arrears_snapshot',
  'kader',
  'kader_area',
  'kader_event',
  'binaan',
  'assignment',
  'activity',
  'collection',
  'period',
  'commission',
  'partnership_review',
  'commission_adjustment',
  'dispute',
  'state_change',
]);
