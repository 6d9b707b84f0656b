import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import type { TargetMeasure } from '../../contract/records.ts';
import { monevRoute, type Readable } from './answering.ts';
import { attainmentAnswer } from './attainment.ts';
import { monevOptions } from './options.ts';
import { attainmentQuery, optionsQuery, parseQuery, rankingQuery, zeroWatchQuery } from './parse-query.ts';
import { rankingAnswer } from './ranking.ts';
import { zeroWatchAnswer } from './zero-watch.ts';

const money: Readable = ['collection', ['amount', 'month', 'paid_month', 'status', 'kader']];
const contacts: Readable = ['activity', ['binaan', 'kader', 'channel', 'at']];
const targets: Readable = ['target', ['measure', 'value', 'month_from', 'month_to', 'kader']];

/** What a caller must be able to read, besides targets, before a figure of the measure is made for them. */
const sources: Readonly<Record<TargetMeasure, readonly Readable[]>> = {
  collection: [money],
  arrears_share: [money, ['arrears_snapshot', ['amount', 'as_of', 'area']]],
  families_visited: [contacts],
  contacts_per_day: [contacts],
  kader: [['kader', ['joined_on', 'ended_on']]],
  enrolments: [['enrolment', ['members', 'month', 'status', 'kader']]],
};
const watched: readonly Readable[] = [
  money,
  ['commission', ['collected', 'target', 'streak_state']],
  ['partnership_review', ['status', 'due_on']],
];

/** GET /kader-jkn/monev/{attainment,ranking,zero-watch,options}: figures of what the caller may see, `{ data }`. */
export function addMonevRoutes(router: Router, context: EndpointExtensionContext): void {
  const knex = context.database;

  router.get(
    '/monev/attainment',
    monevRoute(context, async (caller, request) => {
      const asked = parseQuery(attainmentQuery, request.query);
      const visible = await caller.scope(asked);
      await caller.require([targets, ...sources[asked.measure]]);
      return attainmentAnswer(knex, visible, asked, new Date());
    }),
  );

  router.get(
    '/monev/ranking',
    monevRoute(context, async (caller, request) => {
      const asked = parseQuery(rankingQuery, request.query);
      const visible = await caller.scope({ ...asked, kader: null });
      await caller.require([targets, ...sources[asked.measure]]);
      return rankingAnswer(knex, visible, asked, new Date());
    }),
  );

  router.get(
    '/monev/zero-watch',
    monevRoute(context, async (caller, request) => {
      const asked = parseQuery(zeroWatchQuery, request.query);
      const visible = await caller.scope(asked);
      await caller.require(watched);
      return zeroWatchAnswer(knex, visible, asked);
    }),
  );

  router.get(
    '/monev/options',
    monevRoute(context, async ({ scope }, request) => {
      const asked = { ...parseQuery(optionsQuery, request.query), area: null, kader: null };
      const all = await scope({ branch: null, area: null, kader: null });
      const chosen = asked.branch === null ? all : await scope(asked);
      return monevOptions(
        knex,
        chosen,
        all.branches.map(({ id, name }) => ({ id, name })),
      );
    }),
  );
}
