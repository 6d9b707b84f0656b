import type { EndpointExtensionContext } from '@directus/types';
import type { Request, Router } from 'express';
import { z } from 'zod';
import { answering } from '../desk/answering.ts';
import type { Desk } from '../desk/desk.ts';
import { parsed, readId } from '../desk/parse-request.ts';
import { expectedAt, markAttendance } from './session/attendance.ts';
import { privateAgenda } from './session/private-agenda.ts';
import { roomAgenda } from './session/room-agenda.ts';
import { requireOffice, requireSession } from './session/session-of.ts';

const agendaQuery = z.object({ view: z.enum(['room', 'private']).default('room') });

/**
 * `/kader-jkn/monev/sessions/:id/`: `agenda` is what may stand on a shared screen, `agenda?view=private` what the office talks
 * about with one kader at a time, `attendance` who came. For who may read the whole session: not for kader.
 */
export function addSessionRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'monev_session');
  const session = (desk: Desk, { params }: Request) => requireSession(desk, readId(params['id']));

  router.get(
    '/monev/sessions/:id/agenda',
    withDesk(async (desk, request) => {
      const { view } = parsed(agendaQuery, request.query);
      const asked = await session(desk, request);
      if (view === 'room') return await roomAgenda(desk, asked);
      requireOffice(desk);
      return await privateAgenda(desk, asked);
    }),
  );
  router.get(
    '/monev/sessions/:id/attendance',
    withDesk(async (desk, request) => expectedAt(desk, await session(desk, request))),
  );
  router.post(
    '/monev/sessions/:id/attendance',
    withDesk(async (desk, request) => markAttendance(desk, await session(desk, request), request.body)),
  );
}
