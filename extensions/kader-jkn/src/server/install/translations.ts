import type { SchemaDefinition } from '../../../../../schema/types.ts';
import { appWords } from '../../../../../seeds/reference/app-words.ts';
import { type BookmarkName, bookmarkNames } from '../../../../../seeds/reference/bookmark-names.ts';
import { refusals, refusalTitles } from '../../contract/error-codes.ts';
import { uuidOf } from './fingerprint.ts';
import type { Wanted } from './plan.ts';
import { bookmarkKey } from './presets.ts';

/** The custom texts of the app: what forms refer to as `$t:key`, the titles of our refusals (design 6), names of bookmarks, and words that the app lacks. */
export function wantTranslations(schema: SchemaDefinition): Wanted[] {
  return [
    ...schema.texts.flatMap(({ key, label: [id, en] }) => inBoth(key, id, en)),
    // The app asks for the first as the title of a notice, for the second beside the field of a form.
    ...Object.entries(refusals).flatMap(([code, { status, id, en }]) => [
      ...inBoth(`errors.${code}`, refusalTitles[status].id, refusalTitles[status].en),
      ...inBoth(`validationError.${code}`, withoutPlaceholders(id), withoutPlaceholders(en)),
    ]),
    ...Object.entries(bookmarkNames).flatMap(([name, en]) => inBoth(bookmarkKey(name as BookmarkName), name, en)),
    ...Object.entries(appWords).map(([key, word]) => text(key, 'id-ID', word)),
  ];
}

function inBoth(key: string, id: string, en: string): Wanted[] {
  return [text(key, 'id-ID', id), text(key, 'en-US', en)];
}

function text(key: string, language: string, value: string): Wanted {
  const name = `translation:${key}/${language}`;
  const id = uuidOf(name);
  return { key: name, kind: 'translation', id, definition: { id, language, key, value } };
}

/** The app knows no figures here: the refusal itself, which has them, stands in their place where it is shown. */
export function withoutPlaceholders(sentence: string): string {
  return sentence.replaceAll(/ \(\{\w+\}\)/g, '').replaceAll(/\{\w+\}/g, '…');
}
