import type { Accountability, EndpointExtensionContext, Query } from '@directus/types';
import type { NextFunction, Request, RequestHandler, Response, Router } from 'express';
import type { CollectionName, TargetMeasure } from '../../contract/records.ts';
import { refusal } from '../errors.ts';
import { attainmentAnswer } from './attainment.ts';
import { monevOptions } from './options.ts';
import { attainmentQuery, optionsQuery, parseQuery, rankingQuery, zeroWatchQuery } from './parse-query.ts';
import { rankingAnswer } from './ranking.ts';
import { type Asked, type MonevScope, type ReadAsCaller, requireReadable, resolveScope } from './scope.ts';
import { zeroWatchAnswer } from './zero-watch.ts';

type Readable = readonly [CollectionName, readonly string[]];

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

interface Caller {
  read: ReadAsCaller;
  scope(asked: Asked): Promise<MonevScope>;
}

/** GET /kader-jkn/monev/{attainment,ranking,zero-watch,options}: figures of what the caller may see, `{ data }`. */
export function addMonevRoutes(router: Router, context: EndpointExtensionContext): void {
  const knex = context.database;

  function answer(respond: (caller: Caller, request: Request) => Promise<unknown>): RequestHandler {
    return (request: Request, response: Response, next: NextFunction) => {
      callerOf(context, request)
        .then((caller) => respond(caller, request))
        .then((data) => response.set('Cache-Control', 'no-store').json({ data }))
        .catch(next);
    };
  }

  async function requireAll(read: ReadAsCaller, readable: readonly Readable[]): Promise<void> {
    await Promise.all(readable.map(([collectionName, fields]) => requireReadable(read, collectionName, fields)));
  }

  router.get(
    '/monev/attainment',
    answer(async ({ read, scope }, request) => {
      const asked = parseQuery(attainmentQuery, request.query);
      const visible = await scope(asked);
      await requireAll(read, [targets, ...sources[asked.measure]]);
      return attainmentAnswer(knex, visible, asked, new Date());
    }),
  );

  router.get(
    '/monev/ranking',
    answer(async ({ read, scope }, request) => {
      const asked = parseQuery(rankingQuery, request.query);
      const visible = await scope({ ...asked, kader: null });
      await requireAll(read, [targets, ...sources[asked.measure]]);
      return rankingAnswer(knex, visible, asked, new Date());
    }),
  );

  router.get(
    '/monev/zero-watch',
    answer(async ({ read, scope }, request) => {
      const asked = parseQuery(zeroWatchQuery, request.query);
      const visible = await scope(asked);
      await requireAll(read, watched);
      return zeroWatchAnswer(knex, visible, asked);
    }),
  );

  router.get(
    '/monev/options',
    answer(async ({ scope }, request) => {
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

async function callerOf(context: EndpointExtensionContext, request: Request): Promise<Caller> {
  const { accountability = null } = request as Request & { accountability?: Accountability | null };
  const schema = await context.getSchema();
  if (!('branch' in schema.collections)) throw refusal('KADER_NOT_INSTALLED');

  async function read(collectionName: CollectionName, query: Query): Promise<Record<string, unknown>[]> {
    const items = new context.services.ItemsService(collectionName, { knex: context.database, schema, accountability });
    try {
      return await items.readByQuery(query);
    } catch (error) {
      throw isForbidden(error) ? refusal('KADER_NOT_ALLOWED') : error;
    }
  }
  return { read, scope: (asked) => resolveScope({ read, knex: context.database, accountability }, asked) };
}

function isForbidden(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'FORBIDDEN';
}
