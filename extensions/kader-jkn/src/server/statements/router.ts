import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { answering } from '../desk/answering.ts';
import { readDraftRequest, readDrafts } from './read-drafts.ts';

/** GET /kader-jkn/statements/draft?month=&kader=&branch=: what an open month comes to so far, for whom the caller may see. */
export function addStatementRoutes(router: Router, context: EndpointExtensionContext): void {
  const answer = answering(context, 'commission');
  router.get(
    '/statements/draft',
    answer((desk, { query }) => readDrafts(desk, readDraftRequest(query))),
  );
}
