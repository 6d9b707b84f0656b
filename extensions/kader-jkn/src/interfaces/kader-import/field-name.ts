import { familyRowWords } from '../../contract/family-row.ts';
import { type FamilyRowField, familyRowFields } from '../../core/row-issue.ts';
import type { StudioLocale } from '../../studio/format.ts';

/** What a field of a list is called; a name that we do not know stays. */
export function fieldName(field: FamilyRowField | string, locale: StudioLocale): string {
  const words = Object.hasOwn(familyRowWords, field) ? familyRowWords[field as FamilyRowField] : null;
  return words ? words[locale === 'id-ID' ? 'id' : 'en'] : field;
}

/** All of them, to choose from; those that a list must have are marked. */
export function fieldChoices(locale: StudioLocale): { text: string; value: FamilyRowField }[] {
  return familyRowFields.map((field) => ({
    text: familyRowWords[field].required ? `${fieldName(field, locale)} *` : fieldName(field, locale),
    value: field,
  }));
}
