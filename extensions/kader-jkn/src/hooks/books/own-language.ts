import type { EventContext, FilterHandler } from '@directus/types';
import { languageOf } from '../../server/caller-language.ts';
import { isRefusalCode, refusalText } from '../../server/errors.ts';

/** Lets a filter's refusals speak the caller's language, in REST and GraphQL alike. */
export function inOwnLanguage<T>(filter: FilterHandler<T>): FilterHandler<T> {
  return async (payload, meta, context) => {
    try {
      return await filter(payload, meta, context);
    } catch (error) {
      throw await inLanguageOf(context, error);
    }
  };
}

async function inLanguageOf({ accountability, database }: EventContext, error: unknown): Promise<unknown> {
  if (!isOurs(error)) return error;
  try {
    error.message = refusalText(error.code, error.extensions, await languageOf(accountability, database));
  } catch {
    // a transaction that failed answers no question: the text stays Indonesian
  }
  return error;
}

function isOurs(error: unknown): error is Error & {
  code: Parameters<typeof refusalText>[0];
  extensions: Parameters<typeof refusalText>[1];
} {
  return error instanceof Error && 'code' in error && isRefusalCode(error.code);
}
