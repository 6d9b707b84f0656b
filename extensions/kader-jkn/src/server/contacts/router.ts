import type { EndpointExtensionContext } from '@directus/types';
import type { Request, Router } from 'express';
import { z } from 'zod';
import type { Id } from '../../contract/records.ts';
import { answering } from '../desk/answering.ts';
import { parsed, readId } from '../desk/parse-request.ts';
import { readContactStanding } from './contact-standing.ts';
import { readKeptPromises } from './kept-promises.ts';

const whenQuery = z.object({ at: z.iso.datetime({ offset: true }).optional() });

/** Contacts: may one contact a family now, and how promises made to a kader ended. Everything with the caller's rights. */
export function addContactRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'mute');
  const idOf = (request: Request): Id => readId(request.params['id']);

  router.get(
    '/families/:id/contact',
    withDesk((desk, request) => {
      const { at } = parsed(whenQuery, request.query);
      return readContactStanding(desk, idOf(request), at === undefined ? desk.now() : new Date(at));
    }),
  );
  router.get(
    '/kader/:id/promises',
    withDesk((desk, request) => readKeptPromises(desk, idOf(request))),
  );
}
