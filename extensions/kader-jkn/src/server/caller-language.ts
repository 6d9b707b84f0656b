import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';
import type { Language } from './errors.ts';

/** What we read of an Express request that Directus has authenticated. */
export interface Request {
  path: string;
  headers: { 'accept-language'?: string | undefined };
  accountability?: Accountability | null;
}

/** The request a caller came with, as long as the caller lives; accountability is made anew for every request. */
const requests = new WeakMap<Accountability, Request>();

/** Remembers the request behind a caller; called before the routes. */
export function rememberRequest(request: Request): void {
  if (request.accountability) requests.set(request.accountability, request);
}

/** Whether somebody saves a form of the Data Studio: signed in by session, and at an item. */
export function savesForm(accountability: Accountability | null): boolean {
  if (!accountability?.session) return false;
  return requests.get(accountability)?.path.startsWith('/items/') ?? false;
}

/** The caller's language: what the user chose, else what the request accepts, else Indonesian. */
export async function languageOf(accountability: Accountability | null, database: Knex): Promise<Language> {
  if (accountability === null) return 'id';
  return (await chosenLanguage(accountability, database)) ?? acceptedLanguage(accountability) ?? 'id';
}

async function chosenLanguage({ user }: Accountability, database: Knex): Promise<Language | null> {
  if (!user) return null;
  const found = await database('directus_users').where({ id: user }).first('language');
  return languageIn(found?.language);
}

function acceptedLanguage(accountability: Accountability): Language | null {
  const header = requests.get(accountability)?.headers['accept-language'];
  const [first] = header?.split(',') ?? [];
  return languageIn(first?.trim());
}

/** The one of our languages that a language tag means; null: none. */
export function languageIn(tag: string | null | undefined): Language | null {
  if (/^(id|jv|su|ms)\b/i.test(tag ?? '')) return 'id';
  return /^[a-z]/i.test(tag ?? '') ? 'en' : null;
}
