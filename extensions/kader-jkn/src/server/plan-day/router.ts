import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { answering } from '../desk/answering.ts';
import { traceDownload } from '../trace-download.ts';
import { dayPage, dayPagePolicy } from './day-page.ts';
import { makeDayList } from './make-day-list.ts';
import { readDayListRequest, readPaper } from './parse-request.ts';

/** The list of a kader for a day, on the screen and as paper. Whoever took the paper leaves a trace. */
export function addDayListRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'work_mode');

  router.get(
    '/day-list',
    withDesk((desk, request) => makeDayList(desk, readDayListRequest(request.query))),
  );
  router.get(
    '/day-list/print',
    withDesk(async (desk, request, response) => {
      const paper = readPaper(request.query);
      const list = await makeDayList(desk, readDayListRequest(request.query));
      await traceDownload(desk, { action: 'day-list', collection: 'kader', item: String(list.kader.id) });
      return response.set('Content-Security-Policy', dayPagePolicy).type('html').send(dayPage(list, paper));
    }),
  );
}
