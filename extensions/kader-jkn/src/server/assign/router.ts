import type { EndpointExtensionContext } from '@directus/types';
import type { Request, Router } from 'express';
import type { Id } from '../../contract/records.ts';
import { answering } from '../desk/answering.ts';
import { readId } from '../desk/parse-request.ts';
import { readCoverage } from './coverage.ts';
import { familyEligibility } from './family-eligibility.ts';
import { applyMove, previewMove } from './move-by-person.ts';
import { readBranchQuery, readMove, readMoveToApply, readShare, readShareToApply } from './parse-request.ts';
import { applySharing, previewSharing } from './share-by-person.ts';

/** Families given to kader and moved between them, by heads and staff; whose a family is, by whoever may see it. */
export function addAssignRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'assignment');
  const idOf = (request: Request): Id => readId(request.params['id']);

  router.get(
    '/coverage',
    withDesk((desk, request) => readCoverage(desk, readBranchQuery(request.query))),
  );
  router.post(
    '/assignments/preview',
    withDesk((desk, request) => previewSharing(desk, readShare(request.body))),
  );
  router.post(
    '/assignments/apply',
    withDesk((desk, request) => applySharing(desk, readShareToApply(request.body))),
  );
  router.post(
    '/kader/:id/families/preview',
    withDesk((desk, request) => previewMove(desk, idOf(request), readMove(request.body))),
  );
  router.post(
    '/kader/:id/families/move',
    withDesk((desk, request) => applyMove(desk, idOf(request), readMoveToApply(request.body))),
  );
  router.get(
    '/families/:id/eligibility',
    withDesk((desk, request) => familyEligibility(desk, idOf(request))),
  );
}
