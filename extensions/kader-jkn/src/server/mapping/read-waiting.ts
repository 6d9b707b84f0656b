import { type CheckField, checkFields, type FamilyCheck } from '../../contract/contact-records.ts';
import type { WaitingCheck } from '../../contract/contacts.ts';
import type { Id } from '../../contract/records.ts';
import { type Desk, itemsFor } from '../desk/desk.ts';
import { corrects } from './decide-check.ts';

type Read = Pick<
  FamilyCheck,
  'id' | 'checked_on' | 'how' | 'note' | 'status' | 'lives_here' | 'members' | 'phone' | 'address'
> & {
  binaan: {
    id: Id;
    head_name: string;
    members: number;
    phone: string | null;
    address: string | null;
    status: string;
    area: { name: string } | null;
  };
  kader: { name: string } | null;
};

const fields = [
  ...['id', 'checked_on', 'how', 'note', 'status', 'lives_here', 'members', 'phone', 'address', 'kader.name'],
  ...['id', 'head_name', 'members', 'phone', 'address', 'status', 'area.name'].map((field) => `binaan.${field}`),
];
const most = 200;

/** Corrections that wait, the longest first; or those of one check. With the caller's own rights. */
export async function readWaiting(desk: Desk, choice: { id: Id } | { branch: Id | null }): Promise<WaitingCheck[]> {
  const filter =
    'id' in choice
      ? { id: { _eq: choice.id } }
      : { status: { _eq: 'waiting' }, ...(choice.branch !== null && { branch: { _eq: choice.branch } }) };
  const checks = (await itemsFor(desk, 'family_check').readByQuery({
    filter,
    fields,
    sort: ['checked_on', 'id'],
    limit: most,
  })) as unknown as Read[];
  return checks.map(({ binaan: family, kader, status: _, ...check }) => ({
    id: check.id,
    binaan: family.id,
    checked_on: check.checked_on,
    how: check.how,
    note: check.note,
    head_name: family.head_name,
    desa: family.area?.name ?? null,
    kader: kader?.name ?? null,
    corrections: checkFields
      .filter((field) => corrects(check, field))
      .map((field) => ({ field, found: check[field] ?? '', present: presentOf(family, field) })),
  }));
}

function presentOf(family: Read['binaan'], field: CheckField): string | number | null {
  return field === 'lives_here' ? family.status : family[field];
}
