import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { answering } from '../desk/answering.ts';
import { readPreviewAsked } from './parse-preview.ts';
import { previewList } from './preview-list.ts';

/** How a list would be read, before it is taken in. */
export function addPreviewRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'import_batch');

  router.post(
    '/imports/preview',
    withDesk((desk, request) => previewList(desk, readPreviewAsked(request.body))),
  );
}
