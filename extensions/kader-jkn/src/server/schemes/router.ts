import { InvalidCredentialsError } from '@directus/errors';
import type { Accountability, EndpointExtensionContext, SchemaOverview } from '@directus/types';
import type { NextFunction, Request, RequestHandler, Response, Router } from 'express';
import { refusal } from '../errors.ts';
import { parseSchemeId, parseSimulation } from './parse-simulation.ts';
import { type SchemeDesk, simulateForCaller } from './simulate-for-caller.ts';
import { succeedScheme } from './succeed-scheme.ts';

type DirectusRequest = Request & { accountability?: Accountability | null; schema: SchemaOverview };

/** GET /kader-jkn/schemes/:id/simulation and POST /kader-jkn/schemes/:id/succeed, `{ data }`. */
export function addSchemeRoutes(router: Router, { database, services }: EndpointExtensionContext): void {
  function answer(work: (desk: SchemeDesk, request: Request) => Promise<unknown>): RequestHandler {
    return (request: Request, response: Response, next: NextFunction) => {
      const { accountability, schema } = request as DirectusRequest;
      if (!accountability?.user) return next(new InvalidCredentialsError());
      if (!schema.collections['commission_scheme']) return next(refusal('KADER_NOT_INSTALLED'));
      work({ knex: database, schema, accountability, services }, request)
        .then((data) => response.set('Cache-Control', 'private, no-store').json({ data }))
        .catch(next);
    };
  }

  router.get(
    '/schemes/:id/simulation',
    answer(async (desk, { params, query }) =>
      simulateForCaller(desk, parseSchemeId(params['id']), parseSimulation(query)),
    ),
  );
  router.post(
    '/schemes/:id/succeed',
    answer(async (desk, { params }) => succeedScheme(desk, parseSchemeId(params['id']), new Date())),
  );
}
