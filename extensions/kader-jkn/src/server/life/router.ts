import type { EndpointExtensionContext } from '@directus/types';
import type { Request, Router } from 'express';
import type { Id } from '../../contract/records.ts';
import { answering } from '../desk/answering.ts';
import { readId } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';
import { endPartnership } from './end-partnership.ts';
import { readAttendance, readEnd, readTold } from './parse-step.ts';
import { readLife } from './read-life.ts';
import { recordAttendance } from './record-attendance.ts';
import { reportMistreatment } from './report-mistreatment.ts';
import { isLifeStep, takeStep } from './take-step.ts';

/**
 * `/kader-jkn/kader/:id/`: `life` shows where a kader stands, `end` and the other steps are the head's, `report` is for the
 * kader and staff too. `/kader-jkn/trainings/:id/attendance` writes who came.
 */
export function addLifeRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'training');
  const idOf = (request: Request): Id => readId(request.params['id']);

  router.get(
    '/kader/:id/life',
    withDesk((desk, request) => readLife(desk, idOf(request))),
  );
  router.post(
    '/kader/:id/end',
    withDesk((desk, request) => endPartnership(desk, idOf(request), readEnd(request.body))),
  );
  router.post(
    '/kader/:id/report',
    withDesk((desk, request) => reportMistreatment(desk, idOf(request), request.body)),
  );
  router.post(
    '/kader/:id/step/:step',
    withDesk((desk, request) => {
      const step = `${request.params['step']}`;
      if (!isLifeStep(step)) throw refusal('KADER_QUERY_INVALID', { field: 'step', why: step.slice(0, 40) });
      return takeStep(desk, idOf(request), step, readTold(request.body));
    }),
  );
  router.post(
    '/trainings/:id/attendance',
    withDesk((desk, request) => recordAttendance(desk, idOf(request), readAttendance(request.body))),
  );
}
