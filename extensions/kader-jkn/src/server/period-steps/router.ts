import type { EndpointExtensionContext } from '@directus/types';
import type { Request, Response, Router } from 'express';
import type { Id } from '../../contract/records.ts';
import { leadsBranch } from '../caller.ts';
import { languageOf } from '../caller-language.ts';
import { answering } from '../desk/answering.ts';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { sendKeptPayout } from '../payout/keep-payout.ts';
import { makePayoutFile } from '../payout/payout-file.ts';
import { approvePeriod, type StepOrder } from './approve-period.ts';
import { readFormat, readPeriodId, readTold } from './parse-step.ts';
import { payPeriod } from './pay-period.ts';
import { readSteps } from './read-steps.ts';
import { reopenPeriod } from './reopen-period.ts';
import { readSteppedMonth } from './stepped-month.ts';

/** A month of a branch that the caller leads. Refused as KADER_PERIOD_UNKNOWN or KADER_NOT_ALLOWED. */
async function requireLead({ knex, accountability }: Desk, period: Id): Promise<void> {
  const { branch } = await readSteppedMonth(knex, period);
  if (!(await leadsBranch(knex, accountability, branch))) throw refusal('KADER_NOT_ALLOWED');
}

/**
 * `/kader-jkn/periods/:id/`: `steps` shows where a month stands, `approve`, `pay` and `reopen` take a step, `payout` is the
 * file for the bank, `payout/kept` the one that a flow made. All but `steps` are for the head of the branch and administrators.
 */
export function addPeriodStepRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'period');
  const answer = (work: (caller: Desk, period: Id, request: Request, response: Response) => Promise<unknown>) =>
    withDesk((caller, request, response) => work(caller, readPeriodId(request.params['id']), request, response));
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
  router.get(
    '/periods/:id/payout/kept',
    answer(async (caller, period, _request, response) => {
      await requireLead(caller, period);
      await sendKeptPayout(caller, period, response);
    }),
  );
}
