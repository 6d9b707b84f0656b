import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { answering } from '../desk/answering.ts';
import { parseSchemeId, parseSimulation } from './parse-simulation.ts';
import { simulateForCaller } from './simulate-for-caller.ts';
import { succeedScheme } from './succeed-scheme.ts';

/** GET /kader-jkn/schemes/:id/simulation and POST /kader-jkn/schemes/:id/succeed, `{ data }`. */
export function addSchemeRoutes(router: Router, context: EndpointExtensionContext): void {
  const answer = answering(context, 'commission_scheme');

  router.get(
    '/schemes/:id/simulation',
    answer(async (desk, { params, query }) =>
      simulateForCaller(desk, parseSchemeId(params['id']), parseSimulation(query)),
    ),
  );
  router.post(
    '/schemes/:id/succeed',
    answer(async (desk, { params }) => succeedScheme(desk, parseSchemeId(params['id']), desk.now())),
  );
}
