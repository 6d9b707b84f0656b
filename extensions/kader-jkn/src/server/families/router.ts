import type { EndpointExtensionContext } from '@directus/types';
import type { Request, Router } from 'express';
import { z } from 'zod';
import { type DuplicatesFound, longestDecisionNote } from '../../contract/duplicates.ts';
import type { Id } from '../../contract/records.ts';
import { answering } from '../desk/answering.ts';
import type { Desk } from '../desk/desk.ts';
import { parsed, readId } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';
import { checkFamily } from './check-family.ts';
import { mergePair, reopenPair, separatePair } from './decide-duplicate.ts';
import { decidesDuplicates } from './duplicate-pair.ts';
import { findDuplicates } from './find-duplicates.ts';
import { listDuplicates } from './list-duplicates.ts';

const idOfRecord = z.number().int().positive().max(2_147_483_647);
const listQuery = z.object({
  status: z.enum(['open', 'merged', 'different']).default('open'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
const mergeBody = z.object({ keep: idOfRecord });
const separateBody = z.object({ note: z.string().trim().max(longestDecisionNote).optional() });
const findBody = z.object({ branch: idOfRecord.optional() });

/** Families that may be one, and the check of one family's data: for staff and heads, with the caller's rights. */
export function addFamilyRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'family_duplicate');
  const idOf = (request: Request): Id => readId(request.params['id']);

  router.get(
    '/families/:id/check',
    withDesk((desk, request) => checkFamily(desk, idOf(request))),
  );
  router.get(
    '/duplicates',
    withDesk((desk, request) => {
      const { status, page } = parsed(listQuery, request.query);
      if (!decidesDuplicates(desk.accountability)) throw refusal('KADER_NOT_ALLOWED');
      return listDuplicates(desk, status, page);
    }),
  );
  router.post(
    '/duplicates/find',
    withDesk((desk, request) => find(desk, parsed(findBody, request.body ?? {}).branch ?? null)),
  );
  router.post(
    '/duplicates/:id/merge',
    withDesk((desk, request) => mergePair(desk, idOf(request), parsed(mergeBody, request.body).keep)),
  );
  router.post(
    '/duplicates/:id/different',
    withDesk((desk, request) =>
      separatePair(desk, idOf(request), parsed(separateBody, request.body ?? {}).note || null),
    ),
  );
  router.post(
    '/duplicates/:id/reopen',
    withDesk((desk, request) => reopenPair(desk, idOf(request))),
  );
}

/** Looks in the caller's own branch; an administrator, who has none, names one or looks in all. */
async function find(desk: Desk, told: Id | null): Promise<DuplicatesFound> {
  const { knex, accountability } = desk;
  if (!decidesDuplicates(accountability)) throw refusal('KADER_NOT_ALLOWED');
  const user = await knex('directus_users').where({ id: accountability.user }).first('branch');
  const own: Id | null = accountability.admin ? told : (user?.branch ?? null);
  if (own === null && !accountability.admin) throw refusal('KADER_NOT_ALLOWED');
  const branches: Id[] = own === null ? await knex('branch').where({ status: 'active' }).pluck('id') : [own];
  let found = 0;
  for (const branch of branches) found += await findDuplicates(knex, branch);
  return { found };
}
