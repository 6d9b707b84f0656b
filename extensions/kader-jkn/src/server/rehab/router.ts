import type { EndpointExtensionContext } from '@directus/types';
import type { Request, Router } from 'express';
import { z } from 'zod';
import type { Id } from '../../contract/records.ts';
import { type DateText, dateOf, daysAfter, parseDate, type TimeZone } from '../../core/period.ts';
import { answering } from '../desk/answering.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { parsed, readId } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';
import { readWords } from '../read-words.ts';
import { endPlan } from './end-plan.ts';
import { makePlan } from './make-plan.ts';
import { mayMakePlans, readFamilyPlan } from './read-plan.ts';

const planBody = z.object({ count: z.number().int(), starts_on: z.string().optional() });
const longestReason = 255;
/** A plan may start so many days ahead. */
const daysAhead = 31;

/** `/kader-jkn/families/:id/plan` simulates and makes plans (REHAB), `/kader-jkn/plans/:id/end` ends one. */
export function addPlanRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'payment_plan');
  const idOf = (request: Request): Id => readId(request.params['id']);

  router.get(
    '/families/:id/plan',
    withDesk((desk, request) => readFamilyPlan(desk, idOf(request))),
  );
  router.post(
    '/families/:id/plan',
    withDesk(async (desk, request) => {
      const binaan = idOf(request);
      if (!mayMakePlans(desk)) throw refusal('KADER_NOT_ALLOWED');
      const timezone = await timezoneOf(desk, binaan);
      const { count, starts_on } = parsed(planBody, request.body);
      const now = desk.now();
      const startsOn = startOf(starts_on, dateOf(now, timezone));
      await makePlan(desk.knex, { binaan, count, startsOn, by: desk.accountability.user, now });
      return await readFamilyPlan(desk, binaan);
    }),
  );
  router.post(
    '/plans/:id/end',
    withDesk(async (desk, request) => {
      const plan = idOf(request);
      if (!mayMakePlans(desk)) throw refusal('KADER_NOT_ALLOWED');
      const found = await visibleRecord(desk, 'payment_plan', plan, ['binaan']);
      if (found === null) throw refusal('KADER_PLAN_UNKNOWN');
      const reason = readWords(request.body?.reason, 'reason', longestReason, 'KADER_REASON_REQUIRED');
      await endPlan(desk.knex, { plan, reason, by: desk.accountability.user, now: desk.now() });
      return await readFamilyPlan(desk, found['binaan']);
    }),
  );
}

/** Of the family's branch. Refused as KADER_BINAAN_UNKNOWN where the family is not for the caller's eyes. */
async function timezoneOf(desk: Desk, binaan: Id): Promise<TimeZone> {
  const family = await visibleRecord(desk, 'binaan', binaan, ['branch']);
  const branch = family && (await visibleRecord(desk, 'branch', family['branch'], ['timezone']));
  if (!branch) throw refusal('KADER_BINAAN_UNKNOWN');
  return branch['timezone'];
}

function startOf(told: string | undefined, today: DateText): DateText {
  const day = told === undefined ? today : parseDate(told);
  if (day === null || day < today || day > daysAfter(today, daysAhead)) {
    throw refusal('KADER_PLAN_START', { date: today });
  }
  return day;
}
