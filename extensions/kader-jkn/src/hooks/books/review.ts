import type { RegisterFunctions, SchemaOverview } from '@directus/types';
import { judgeReview, openReview } from '../../server/judge-review.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

/** A review is opened by a head or by a close, answered by or for the kader, and decided by a head. */
export function registerReview({ filter }: RegisterFunctions): void {
  filter<Told>(
    'partnership_review.items.create',
    inOwnLanguage(async (told, _meta, { database, schema, accountability }) =>
      isOurs(schema) ? await openReview(database, told, accountability, new Date()) : told,
    ),
  );

  filter<Told>(
    'partnership_review.items.update',
    inOwnLanguage((told, _meta, { schema, accountability }) =>
      isOurs(schema) ? judgeReview(told, accountability, new Date()) : told,
    ),
  );
}

function isOurs(schema: SchemaOverview | null): boolean {
  return schema?.collections['partnership_review']?.fields['streak_months'] !== undefined;
}
