import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { answering } from '../desk/answering.ts';
import { previewAudience } from './preview-audience.ts';
import { sendByPerson } from './send-by-person.ts';

/** Messages to several at once, by heads and staff for their own branch. */
export function addAudienceRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'message');

  router.post(
    '/messages/audience',
    withDesk((desk, request) => previewAudience(desk, request.body)),
  );
  router.post(
    '/messages/send',
    withDesk((desk, request) => sendByPerson(desk, request.body)),
  );
}
