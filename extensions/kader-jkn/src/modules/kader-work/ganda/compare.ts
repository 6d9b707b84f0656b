import type { DuplicateFamily } from '../../../contract/duplicates.ts';
import { formatCount, formatDate, formatRupiah, type StudioLocale } from '../../../studio/format.ts';
import type { TextFill } from '../../../studio/text.ts';
import type { texts } from './texts.ts';

type Say = (key: keyof typeof texts, fill?: TextFill) => string;

/** One line of the comparison of two families, in words. */
export interface ComparedLine {
  key: string;
  label: string;
  one: string;
  other: string;
  /** the two say different things of who the family is; what they owe and paid differs by nature */
  differs: boolean;
}

const classNames = { 1: 'I', 2: 'II', 3: 'III' } as const;

/** Two families side by side; a family of another branch says nothing of itself. */
export function compare(
  one: DuplicateFamily | null,
  other: DuplicateFamily | null,
  say: Say,
  locale: StudioLocale,
): ComparedLine[] {
  const line = (key: keyof typeof texts, words: (family: DuplicateFamily) => string | null, identity = false) => {
    const [here, there] = [one, other].map((family) => (family === null ? '' : (words(family) ?? '–')));
    return {
      key,
      label: say(key),
      one: here ?? '',
      other: there ?? '',
      differs: identity && !!one && !!other && plain(here) !== plain(there),
    };
  };
  return [
    line('head_name', (family) => family.head_name, true),
    line('kk_number', (family) => family.kk_number, true),
    line('va_number', (family) => family.va_number, true),
    line('area', (family) => family.area, true),
    line('address', (family) => family.address, true),
    line('phone', (family) => family.phone, true),
    line('members', (family) => say('membersOf', { members: family.members, class: classNames[family.class] }), true),
    line('kader', (family) => family.kader),
    line('listed', (family) =>
      say('listedOf', { months: family.listed_months, date: formatDate(family.listed_as_of, locale) }),
    ),
    line('owed', (family) => formatRupiah(family.owed_amount, locale)),
    line('paid', (family) =>
      family.payments === 0
        ? say('none')
        : say('paidOf', { count: formatCount(family.payments, locale), amount: formatRupiah(family.paid, locale) }),
    ),
    line('contacts', (family) =>
      family.contacts === 0
        ? say('none')
        : say('contactsOf', {
            count: formatCount(family.contacts, locale),
            date: formatDate(family.last_contact, locale),
          }),
    ),
  ];
}

/** Capitals and blanks make no difference. */
function plain(words: string | undefined): string | undefined {
  return words?.toUpperCase().replace(/\s+/g, ' ').trim();
}
