import { InvalidCredentialsError } from '@directus/errors';
import type { Accountability, EndpointExtensionContext, SchemaOverview } from '@directus/types';
import type { NextFunction, Request, RequestHandler, Response, Router } from 'express';
import type { Id } from '../../contract/records.ts';
import { leadsBranch } from '../caller.ts';
import { languageOf } from '../caller-language.ts';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { makePayoutFile } from '../payout/payout-file.ts';
import { approvePeriod, type StepOrder } from './approve-period.ts';
import { readFormat, readPeriodId, readTold } from './parse-step.ts';
import { payPeriod } from './pay-period.ts';
import { readSteps } from './read-steps.ts';
import { reopenPeriod } from './reopen-period.ts';
import { readSteppedMonth } from './stepped-month.ts';

type DirectusRequest = Request & { accountability?: Accountability | null; schema: SchemaOverview };

/** The caller. Refuses who is not signed in (401), and a database without our schema (KADER_NOT_INSTALLED). */
function callerOf(request: Request, { database, services }: EndpointExtensionContext): Desk {
  const { accountability, schema } = request as DirectusRequest;
  if (!accountability?.user) throw new InvalidCredentialsError();
  if (!schema.collections['period']) throw refusal('KADER_NOT_INSTALLED');
  return { knex: database, schema, accountability, services, now: () => new Date() };
}

/** A month of a branch that the caller leads. Refused as KADER_PERIOD_UNKNOWN or KADER_NOT_ALLOWED. */
async function requireLead({ knex, accountability }: Desk, period: Id): Promise<void> {
  const { branch } = await readSteppedMonth(knex, period);
  if (!(await leadsBranch(knex, accountability, branch))) throw refusal('KADER_NOT_ALLOWED');
}

/**
 * `/kader-jkn/periods/:id/`: `steps` shows where a month stands, `approve`, `pay` and `reopen` take a step, `payout` is the
 * file for the bank. All but `steps` are for the head of the branch and administrators.
 */
export function addPeriodStepRoutes(router: Router, context: EndpointExtensionContext): void {
  const answer =
    (work: (caller: Desk, period: Id, request: Request, response: Response) => Promise<unknown>): RequestHandler =>
    async (request, response, next: NextFunction) => {
      try {
        response.set('Cache-Control', 'private, no-store');
        const caller = callerOf(request, context);
        const data = await work(caller, readPeriodId(request.params['id']), request, response);
        if (!response.headersSent) response.json({ data });
      } catch (error) {
        next(error);
      }
    };
  const step = (take: (order: StepOrder, told: Readonly<Record<string, unknown>>) => Promise<unknown>) =>
    answer(async (caller, period, request) => {
      await requireLead(caller, period);
      const order = { period, by: caller.accountability.user, now: caller.now() };
      return await take(order, readTold(request.body));
    });
  const { database } = context;

  router.get('/periods/:id/steps', answer(readSteps));
  router.post(
    '/periods/:id/approve',
    step((order) => approvePeriod(database, order)),
  );
  router.post(
    '/periods/:id/pay',
    step((order, told) =>
      payPeriod(database, { ...order, reference: told['payment_reference'], paidOn: told['paid_on'] }),
    ),
  );
  router.post(
    '/periods/:id/reopen',
    step((order, told) => reopenPeriod(database, { ...order, reason: told['reason'] })),
  );
  router.get(
    '/periods/:id/payout',
    answer(async (caller, period, request, response) => {
      await requireLead(caller, period);
      const format = readFormat(request.query['format']);
      const language = await languageOf(caller.accountability, database);
      const file = await makePayoutFile(caller, { period, format, language });
      response.set('Content-Disposition', `attachment; filename="${file.name}"`).type(file.type).send(file.content);
    }),
  );
}
