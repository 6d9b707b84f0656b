import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Client, TestDirectus } from '../harness/index.ts';

interface FlowWanted {
  trigger: 'manual' | 'webhook' | 'schedule' | 'event';
  options: Record<string, unknown>;
  /** one after the other */
  operations: { key?: string; type: string; options: Record<string, unknown> }[];
}

/** Makes a flow as an administrator does in the app; answers its id. */
export async function makeFlow({ admin }: TestDirectus, { trigger, options, operations }: FlowWanted): Promise<string> {
  const flow = await made(
    admin.post('/flows', { name: 'Alur uji', trigger, status: 'inactive', accountability: 'all', options }),
  );
  let next: string | null = null;
  for (const [index, { key = `step_${index}`, ...operation }] of [...operations.entries()].reverse()) {
    const placed = { position_x: 20 * (index + 1), position_y: 1, flow, resolve: next };
    next = await made(admin.post('/operations', { ...operation, ...placed, key, name: key }));
  }
  await made(admin.patch(`/flows/${flow}`, { operation: next, status: 'active' }));
  return flow;
}

async function made(answer: Promise<Answer>): Promise<string> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data.id;
}

/** A button on records of a collection with one operation, whose refusal the app shows. */
export async function makeButton(
  app: TestDirectus,
  collectionName: string,
  type: string,
  options: Record<string, unknown>,
): Promise<string> {
  const manual = { collections: [collectionName], location: 'both', requireConfirmation: false, async: false };
  return await makeFlow(app, {
    trigger: 'manual',
    options: { ...manual, error_on_reject: true },
    operations: [{ type, options }],
  });
}

/** Presses a button on records. */
export async function press(
  client: Client,
  flow: string,
  collection: string,
  keys: readonly number[],
): Promise<Answer> {
  return await client.post(`/flows/trigger/${flow}`, { collection, keys });
}

/** A webhook with one operation, which answers with its result or its refusal. */
export async function makeWebhook(app: TestDirectus, type: string, options: Record<string, unknown>): Promise<string> {
  return await makeFlow(app, {
    trigger: 'webhook',
    options: { method: 'POST', return: '$last', async: false, error_on_reject: true },
    operations: [{ type, options }],
  });
}

/** Calls a webhook. */
export async function call(client: Client, flow: string, body: unknown = {}): Promise<Answer> {
  return await client.post(`/flows/trigger/${flow}`, body);
}

/** Lets Directus run an operation by its clock, as nobody, once; answers how it went and what it handed on. */
export async function runBySchedule(
  app: TestDirectus,
  type: string,
  options: Record<string, unknown>,
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the result
): Promise<{ status: 'resolve' | 'reject'; result: any }> {
  const key = 'step';
  const flow = await makeFlow(app, {
    trigger: 'schedule',
    options: { cron: '* * * * * *' },
    operations: [{ key, type, options }],
  });
  try {
    for (let tries = 0; tries < 400; tries += 1) {
      const run = await app
        .knex('directus_revisions')
        .where({ collection: 'directus_flows', item: flow })
        .whereRaw(`data::jsonb -> 'steps' is not null`)
        .orderBy('id')
        .first('data');
      if (run) {
        const { steps, data } = typeof run.data === 'string' ? JSON.parse(run.data) : run.data;
        return { status: steps[0].status, result: data[key] };
      }
      await wait(50);
    }
    throw new Error(`Flow ${type} did not run`);
  } finally {
    await app.admin.delete(`/flows/${flow}`);
  }
}

/** The code with which an answer was refused, or null. */
export function refusedAs({ body }: Answer): string | null {
  return body?.errors?.[0]?.extensions?.code ?? null;
}
