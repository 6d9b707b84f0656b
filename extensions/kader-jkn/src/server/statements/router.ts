import { InvalidCredentialsError } from '@directus/errors';
import type { Accountability, EndpointExtensionContext, SchemaOverview } from '@directus/types';
import type { NextFunction, Request, Response, Router } from 'express';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { readDraftRequest, readDrafts } from './read-drafts.ts';

type DirectusRequest = Request & { accountability?: Accountability | null; schema: SchemaOverview };

/** The caller. Refuses who is not signed in (401), and a database without our schema (KADER_NOT_INSTALLED). */
function callerOf(request: Request, { database, services }: EndpointExtensionContext): Desk {
  const { accountability, schema } = request as DirectusRequest;
  if (!accountability?.user) throw new InvalidCredentialsError();
  if (!schema.collections['commission']) throw refusal('KADER_NOT_INSTALLED');
  return { knex: database, schema, accountability, services, now: () => new Date() };
}

/** GET /kader-jkn/statements/draft?month=&kader=&branch=: what an open month comes to so far, for whom the caller may see. */
export function addStatementRoutes(router: Router, context: EndpointExtensionContext): void {
  router.get('/statements/draft', (request: Request, response: Response, next: NextFunction) => {
    Promise.resolve()
      .then(() => readDrafts(callerOf(request, context), readDraftRequest(request.query)))
      .then((data) => response.set('Cache-Control', 'private, no-store').json({ data }))
      .catch(next);
  });
}
