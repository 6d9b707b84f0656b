import type { Accountability, EndpointExtensionContext } from '@directus/types';
import type { Request, Router } from 'express';
import { z } from 'zod';
import { roleIds } from '../../contract/access.ts';
import { refusal } from '../errors.ts';
import { monevRoute, type Readable } from './answering.ts';
import { coverageAnswer } from './coverage.ts';
import { earlyWarningAnswer } from './early-warning.ts';
import { openMattersAnswer } from './open-matters.ts';
import { checkSpan, id, parseQuery, span } from './parse-query.ts';
import { workforceAnswer } from './workforce.ts';

const workforceQuery = z.object({ branch: id, area: id, ...span }).superRefine(checkSpan);
const placeQuery = z.object({ branch: id, area: id });

const partners: Readable = ['kader', ['joined_on', 'ended_on', 'end_reason', 'status']];
const targets: Readable = ['target', ['measure', 'value', 'month_from', 'month_to', 'kader']];
/** Telekolekting reads some of a branch's families; whoever reads its arrears reads all of them. */
const families: readonly Readable[] = [
  ['binaan', ['area', 'status', 'source', 'owed_months']],
  ['assignment', ['kader', 'binaan', 'from_date', 'to_date']],
  ['kader_area', ['kader', 'area', 'from_date', 'to_date']],
  ['arrears_snapshot', ['amount', 'families', 'as_of', 'area']],
];

/**
 * GET /kader-jkn/monev/{workforce,coverage,open-matters,early-warning}: the people of the programme, of what the caller may see,
 * `{ data }`.
 */
export function addPeopleRoutes(router: Router, context: EndpointExtensionContext): void {
  const knex = context.database;

  router.get(
    '/monev/workforce',
    monevRoute(context, async (caller, request) => {
      const asked = parseQuery(workforceQuery, request.query);
      const visible = await caller.scope({ ...asked, kader: null });
      await caller.require([partners, targets]);
      return workforceAnswer(knex, visible, asked, new Date());
    }),
  );

  router.get(
    '/monev/coverage',
    monevRoute(context, async (caller, request) => {
      const visible = await caller.scope({ ...parseQuery(placeQuery, request.query), kader: null });
      await caller.require(families);
      if (visible.subject.partial) throw refusal('KADER_NOT_ALLOWED');
      return coverageAnswer(knex, visible, new Date());
    }),
  );

  router.get(
    '/monev/open-matters',
    monevRoute(context, async (caller, request) => {
      const visible = await caller.scope({ ...parseQuery(placeQuery, request.query), kader: null });
      return openMattersAnswer(knex, caller, visible, new Date());
    }),
  );

  router.get(
    '/monev/early-warning',
    monevRoute(context, async (caller, request) => {
      requireOffice(request);
      const visible = await caller.scope({ ...parseQuery(placeQuery, request.query), kader: null });
      return earlyWarningAnswer(knex, visible, new Date());
    }),
  );
}

/** Early signs are for who talks with the kader: head and staff of the branch, and administrators. Refused as KADER_NOT_ALLOWED. */
function requireOffice(request: Request): void {
  const { accountability } = request as Request & { accountability?: Accountability | null };
  const roles = accountability?.roles ?? [];
  if (!accountability?.admin && !roles.includes(roleIds.head) && !roles.includes(roleIds.staff)) {
    throw refusal('KADER_NOT_ALLOWED');
  }
}
