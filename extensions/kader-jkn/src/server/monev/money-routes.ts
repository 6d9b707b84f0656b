import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { z } from 'zod';
import { ageingAnswer } from './ageing.ts';
import { monevRoute, type Readable } from './answering.ts';
import { costAnswer } from './cost.ts';
import { because, checkSpan, id, month, parseQuery, span } from './parse-query.ts';
import { trendAnswer } from './trend.ts';

const trendQuery = z.object({ branch: id, area: id, kader: id, ...span }).superRefine(checkSpan);
const costQuery = z
  .object({
    branch: id,
    area: id,
    kader: id,
    ...span,
    by: z
      .enum(['month', 'branch', 'kader'], because('choice'))
      .optional()
      .transform((value) => value ?? null),
  })
  .superRefine(checkSpan);
const ageingQuery = z.object({ branch: id, area: id, kader: id, to: month });

const money: Readable = ['collection', ['amount', 'month', 'status', 'kader']];
const targets: Readable = ['target', ['measure', 'value', 'month_from', 'month_to', 'kader']];
const statements: Readable = ['commission', ['collected', 'gross', 'status', 'kader']];
const families: Readable = ['binaan', ['owed_months', 'owed_amount', 'status', 'kader', 'area']];
const monthEnds: Readable = ['arrears_snapshot', ['amount', 'families', 'as_of', 'area']];

/** GET /kader-jkn/monev/{trend,cost,ageing}: money over time and arrears by age, of what the caller may see, `{ data }`. */
export function addMoneyRoutes(router: Router, context: EndpointExtensionContext): void {
  const knex = context.database;

  router.get(
    '/monev/trend',
    monevRoute(context, async (caller, request) => {
      const asked = parseQuery(trendQuery, request.query);
      const visible = await caller.scope(asked);
      await caller.require([money, targets]);
      return trendAnswer(knex, visible, asked, new Date());
    }),
  );

  router.get(
    '/monev/cost',
    monevRoute(context, async (caller, request) => {
      const asked = parseQuery(costQuery, request.query);
      const visible = await caller.scope(asked);
      await caller.require([money, statements]);
      return costAnswer(knex, visible, asked, new Date());
    }),
  );

  router.get(
    '/monev/ageing',
    monevRoute(context, async (caller, request) => {
      const asked = parseQuery(ageingQuery, request.query);
      const visible = await caller.scope(asked);
      // A kader sees what their own families owe; arrears of a branch are for those who may read all of them.
      await caller.require(visible.subject.partial ? [families] : [families, monthEnds]);
      return ageingAnswer(knex, visible, asked, new Date());
    }),
  );
}
