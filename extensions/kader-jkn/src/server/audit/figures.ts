import type { CollectionName, Id } from '../../contract/records.ts';
import type { Difference } from './difference.ts';

/** The figures of a sentence as they are written: 70.000, 15, 0,19. */
function figuresOf(sentence: string): string[] {
  return sentence.match(/\d+(?:[.,]\d+)*/g) ?? [];
}

/**
 * The sentences that lack a figure they should hold. Words are free: a later version may say the same otherwise, and a
 * sentence may hold more, such as the name of a scheme with its year.
 */
export function lacksFigures<Sentences extends Readonly<Record<string, string>>>(
  collection: CollectionName,
  stored: { readonly id: Id } & { readonly [Field in keyof Sentences]?: string | null },
  expected: Sentences,
): Difference[] {
  return Object.entries(expected).flatMap(([field, sentence]) => {
    const found = stored[field] ?? null;
    const left = figuresOf(found ?? '');
    const missing = figuresOf(sentence).some((figure) => {
      const at = left.indexOf(figure);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    return missing ? [{ collection, id: stored.id, field, stored: found, expected: sentence }] : [];
  });
}
