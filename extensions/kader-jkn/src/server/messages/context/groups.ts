import type { Binaan, DateText, Id } from '../../../contract/records.ts';
import { masked } from '../../desk/mask.ts';
import type { Recipient } from './context-reader.ts';

/** `kader.…` of a context, from the alias `k`. */
export const kaderJson = `
  jsonb_build_object('name', k.name, 'code', k.code,
    'district', (select d.name from area d where d.id = k.district))`;

/** `kader.…` of a message about a family: who holds it, from the alias `k`, which may be empty. */
export const holderJson = `jsonb_build_object('name', k.name, 'code', k.code)`;

/** What `familyGroup` is made of, from the alias `f`. */
export const familyJson = `
  jsonb_build_object('id', f.id, 'head_name', f.head_name,
    'village', (select v.name from area v where v.id = f.area), 'va_number', f.va_number,
    'members', f.members, 'class', f.class, 'members_1', f.members_1, 'members_2', f.members_2, 'members_3', f.members_3,
    'owed_months', f.owed_months, 'owed_amount', f.owed_amount, 'listed_as_of', f.listed_as_of)`;

export type FamilyRow = Pick<
  Binaan,
  | 'head_name'
  | 'va_number'
  | 'members'
  | 'class'
  | 'members_1'
  | 'members_2'
  | 'members_3'
  | 'owed_months'
  | 'owed_amount'
> & { id: Id; village: string | null; listed_as_of: DateText };

const roman = ['I', 'II', 'III'] as const;

/** `III`, or `I, III` of members in several. */
function classesOf({ class: one, members_1, members_2, members_3 }: FamilyRow): string {
  const members = [members_1, members_2, members_3];
  const told = roman.filter((_, index) => (members[index] ?? 0) > 0);
  return told.length > 0 ? told.join(', ') : (roman[one - 1] ?? '');
}

/** `family.…` of a context. The VA number stands whole in a message to the family itself, which pays with it. */
export function familyGroup(family: FamilyRow, { binaan }: Recipient): Record<string, unknown> {
  const { id, head_name, village, va_number, members, owed_months, owed_amount, listed_as_of } = family;
  return {
    head_name,
    village,
    va_number: binaan === id ? va_number : null,
    va_masked: va_number && masked(va_number),
    members,
    class: classesOf(family),
    owed_months,
    owed_amount,
    listed_as_of,
  };
}
