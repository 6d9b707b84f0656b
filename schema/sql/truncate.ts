import type { SqlDefinition } from '../types.ts';

/** What the books keep is not emptied at a stroke either: TRUNCATE passes by the triggers of DELETE. */
export const truncateSql: SqlDefinition[] = [
  'period',
  'commission',
  'partnership_review',
  'assignment',
  'commission_adjustment',
  'dispute',
  'message',
].map((table) => ({
  name: `kader_${table}_truncate_guard`,
  kind: 'trigger',
  sql: `
create or replace trigger kader_${table}_truncate_guard before truncate on ${table}
  for each statement execute function kader_collection_delete_guard();`,
}));
