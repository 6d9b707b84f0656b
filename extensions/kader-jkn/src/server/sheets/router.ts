import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { answering } from '../desk/answering.ts';
import { readSheet } from './parse-sheet.ts';
import { checkSheet, recordSheet } from './record-sheet.ts';

/** A kader's paper that is keyed in: looked at row by row while it is typed, recorded whole or not at all. */
export function addSheetRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'activity');

  router.post(
    '/sheets/check',
    withDesk((desk, request) => checkSheet(desk, readSheet(request.body))),
  );
  router.post(
    '/sheets',
    withDesk((desk, request) => recordSheet(desk, readSheet(request.body))),
  );
}
