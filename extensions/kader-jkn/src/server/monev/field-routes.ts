import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { z } from 'zod';
import { monevRoute, type Readable } from './answering.ts';
import { contactsAnswer } from './contacts.ts';
import { funnelAnswer } from './funnel.ts';
import { because, checkSpan, flag, id, parseQuery, span } from './parse-query.ts';
import { promisesAnswer } from './promises.ts';

const whose = { branch: id, area: id, kader: id };
const by = z
  .enum(['month', 'branch', 'kader'], because('choice'))
  .optional()
  .transform((value) => value ?? null);

const funnelQuery = z.object({ ...whose, ...span }).superRefine(checkSpan);
const fieldQuery = z.object({ ...whose, ...span, by, shared: flag }).superRefine(checkSpan);

const contacts: Readable = ['activity', ['binaan', 'kader', 'channel', 'at', 'outcome']];
const promises: Readable = ['activity', ['kader', 'promise_on', 'promise_state']];
const money: Readable = ['collection', ['amount', 'month', 'status', 'kader', 'binaan']];
const targets: Readable = ['target', ['measure', 'value', 'month_from', 'month_to', 'kader']];
const families: Readable = ['binaan', ['owed_months', 'status', 'kader', 'area']];
const snapshots: Readable = ['arrears_snapshot', ['amount', 'families', 'as_of', 'area']];

/** GET /kader-jkn/monev/{funnel,contacts,promises}: the work in the field, of what the caller may see, `{ data }`. */
export function addFieldRoutes(router: Router, context: EndpointExtensionContext): void {
  const knex = context.database;

  router.get(
    '/monev/funnel',
    monevRoute(context, async (caller, request) => {
      const asked = parseQuery(funnelQuery, request.query);
      const visible = await caller.scope(asked);
      const { partial } = visible.subject;
      // A kader sees how far their own families came; arrears of a branch are for those who may read all of them.
      await caller.require([contacts, money, families, targets, ...(partial ? [] : [snapshots])]);
      return funnelAnswer(knex, visible, asked, new Date());
    }),
  );

  router.get(
    '/monev/contacts',
    monevRoute(context, async (caller, request) => {
      const asked = parseQuery(fieldQuery, request.query);
      const visible = await caller.scope(asked);
      await caller.require([contacts, targets]);
      return contactsAnswer(knex, visible, asked, new Date());
    }),
  );

  router.get(
    '/monev/promises',
    monevRoute(context, async (caller, request) => {
      const asked = parseQuery(fieldQuery, request.query);
      const visible = await caller.scope(asked);
      // whether a promise was kept is judged by the payments
      await caller.require([promises, money]);
      return promisesAnswer(knex, visible, asked, new Date());
    }),
  );
}
