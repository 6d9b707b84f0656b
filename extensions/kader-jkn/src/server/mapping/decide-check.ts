import { ForbiddenError } from '@directus/errors';
import type { Knex } from 'knex';
import type { CheckField, FamilyCheck } from '../../contract/contact-records.ts';
import type { CheckDecided, CheckDecision } from '../../contract/contacts.ts';
import type { Binaan, Id } from '../../contract/records.ts';
import { type Desk, itemsFor, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';

type Found = Pick<FamilyCheck, 'id' | 'binaan' | 'status' | 'lives_here' | 'members' | 'phone' | 'address'>;

const read = ['id', 'binaan', 'status', 'lives_here', 'members', 'phone', 'address'];

/**
 * Takes the accepted corrections of a check over into its family and declines the others, with the caller's own rights and in
 * one transaction: the trigger of `family_check` lets no other way pass. Refused as KADER_CHECK_UNKNOWN, KADER_CHECK_DECIDED,
 * KADER_CHECK_MIXED, KADER_NOT_ALLOWED, or as the change of the family is.
 */
export async function decideCheck(desk: Desk, id: Id, { accept, note }: CheckDecision): Promise<CheckDecided> {
  const check = (await visibleRecord(desk, 'family_check', id, read)) as Found | null;
  if (!check) throw refusal('KADER_CHECK_UNKNOWN');

  return await desk.knex.transaction(async (knex) => {
    const standing = await knex('family_check').where({ id }).forUpdate().first('status');
    if (standing?.status !== 'waiting') throw refusal('KADER_CHECK_DECIDED');
    const inside: Desk = { ...desk, knex };
    const accepted = accept.filter((field) => corrects(check, field));
    if (accepted.includes('members')) await refuseMixed(knex, check.binaan);
    const status = accepted.length > 0 ? 'accepted' : 'declined';
    try {
      if (accepted.length > 0) await itemsFor(inside, 'binaan').updateOne(check.binaan, changeOf(check, accepted));
      await knex.raw("select set_config('kader.checking', ?, true)", [String(id)]);
      await itemsFor(inside, 'family_check').updateOne(id, { status, accepted_fields: accepted, decision_note: note });
    } catch (error) {
      if (error instanceof ForbiddenError || (error as { code?: unknown }).code === 'FORBIDDEN') {
        throw refusal('KADER_NOT_ALLOWED');
      }
      throw error;
    }
    return { id, status };
  });
}

/** How many of each class there are is not said by a check. */
async function refuseMixed(knex: Knex, family: Id): Promise<void> {
  const mixed = await knex('binaan').where({ id: family }).whereNotNull('members_1').first('id');
  if (mixed !== undefined) throw refusal('KADER_CHECK_MIXED');
}

/** Whether the check found this otherwise than the record had it. */
export function corrects(check: Pick<FamilyCheck, CheckField>, field: CheckField): boolean {
  return field === 'lives_here' ? check.lives_here !== 'yes' : check[field] !== null;
}

function changeOf(check: Found, accepted: readonly CheckField[]): Partial<Binaan> {
  return {
    ...(accepted.includes('lives_here') && { status: 'moved' }),
    ...(accepted.includes('members') && check.members !== null && { members: check.members }),
    ...(accepted.includes('phone') && { phone: check.phone }),
    ...(accepted.includes('address') && { address: check.address }),
  };
}
