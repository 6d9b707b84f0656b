import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import { refusal } from '../errors.ts';
import { rosterOf } from './roster.ts';
import type { MonevScope, ScopeBranch } from './scope.ts';

/**
 * The whole of a branch, for what is made for its office (report, nominations) after the caller's rights were checked there.
 * Refused as KADER_NOT_ALLOWED where there is no such branch.
 */
export async function scopeOfBranch(knex: Knex, branch: Id): Promise<MonevScope> {
  const [found, roster] = await Promise.all([
    knex('branch').where({ id: branch }).first<ScopeBranch | undefined>('id', 'name', 'timezone'),
    rosterOf(knex, { branches: [branch], area: null }),
  ]);
  if (found === undefined) throw refusal('KADER_NOT_ALLOWED');
  return {
    branches: [found],
    roster,
    subject: { branch: { id: found.id, name: found.name }, area: null, kader: null, partial: false },
    whole: true,
    self: null,
  };
}
