import { setTimeout as wait } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { audit, type Difference } from '../../extensions/kader-jkn/src/server/audit.ts';
import { createClient } from '../harness/client.ts';
import {
  type Answer,
  type Client,
  type DirectusProcess,
  getDirectus,
  startProcess,
  type TestDirectus,
} from '../harness/index.ts';
import { asSuperuser, copyDatabase, password } from '../harness/template.ts';
import { nothingSent, type Office, paymentFor, workUntilGone } from './busy-office.ts';
import { makePartner, makeProgramme, type Programme, pay, periodOf, pressClose } from './programme-fixture.ts';

async function auditNow(knex: Knex): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const difference of audit(knex)) found.push(difference);
  return found;
}

/** What is cut on purpose need not be reported. */
async function inSilence(): Promise<() => void> {
  const { useLogger } = await import('@directus/api/logger/index');
  const logger = useLogger();
  const { level } = logger;
  logger.level = 'silent';
  return () => {
    logger.level = level;
  };
}

const databaseOf = async (app: TestDirectus): Promise<string> =>
  (await app.knex.raw('select current_database() as name')).rows[0].name;

/** The first transaction that comes so far stays there, until its connection is cut. */
async function cutAt(app: TestDirectus, table: string, event: string, attempt: () => Promise<Answer>): Promise<Answer> {
  const database = await databaseOf(app);
  await app.knex.raw(`
    create function test_stay() returns trigger language plpgsql as $$ begin perform pg_sleep(20); return null; end $$;
    create trigger zz_test_stay after ${event} on ${table} for each statement execute function test_stay();`);
  try {
    const answer = attempt();
    await asSuperuser(inject('testDatabase').port, async (client) => {
      for (let tries = 0; tries < 500; tries += 1) {
        const { rowCount } = await client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and wait_event = 'PgSleep'`,
          [database],
        );
        if (rowCount) return;
        await wait(10);
      }
      throw new Error(`Nothing reached ${event} on ${table}`);
    });
    return await answer;
  } finally {
    await app.knex.raw(`drop trigger zz_test_stay on ${table}; drop function test_stay()`);
  }
}

describe('a connection to the database that is cut', () => {
  let app: TestDirectus;
  let programme: Programme;
  let checker: Client;
  let partner: Client;
  let kader: number;
  let families: number[];
  let speakAgain = () => {};

  /** What one attempt may have changed. */
  const countRows = async () => {
    const counted: Record<string, unknown> = {};
    for (const table of [
      'collection',
      'commission',
      'commission_adjustment',
      'kader_event',
      'state_change',
      'dispute',
    ]) {
      counted[table] = await app.knex(table).count('* as rows').first();
    }
    counted['states'] = await app.knex('period').where({ branch: programme.branch }).orderBy('month').pluck('status');
    counted['owed'] = await app.knex('binaan').whereIn('id', families).sum('owed_amount as owed').first();
    return counted;
  };

  beforeAll(async () => {
    app = await getDirectus();
    await app.reset();
    programme = await makeProgramme(app, { policy: { verification_required: true } });
    ({ kader, families } = await makePartner(app, programme, 3));
    checker = await app.login('head', { branch: programme.branch });
    partner = await app.login('kader', { branch: programme.branch, kader });
    speakAgain = await inSilence();
  });

  afterAll(() => speakAgain());

  const steps: [string, [table: string, event: string][], () => Promise<() => Promise<Answer>>][] = [
    [
      'recording',
      [
        ['collection', 'insert'],
        ['binaan', 'update'],
      ],
      async () => {
        const paid_at = `${programme.months[0]}-05T03:00:00Z`;
        return () => programme.staff.post('/items/collection', { binaan: families[0], amount: 70_000, paid_at });
      },
    ],
    [
      'verifying',
      [
        ['collection', 'update'],
        ['state_change', 'insert'],
      ],
      async () => {
        const id = await pay(programme, families[1], programme.months[0]);
        return () => programme.head.patch(`/items/collection/${id}`, { status: 'verified' });
      },
    ],
    [
      'closing',
      [
        ['commission', 'insert'],
        ['kader', 'update'],
        ['period', 'update'],
        ['period', 'insert'],
      ],
      async () => {
        const period = await periodOf(app, programme, programme.months[0]);
        return () => pressClose(programme.head, period);
      },
    ],
    [
      'opening again',
      [
        ['commission', 'update'],
        ['state_change', 'insert'],
      ],
      async () => {
        const period = await periodOf(app, programme, programme.months[0]);
        return () => programme.head.post(`/kader-jkn/periods/${period}/reopen`, { reason: 'Uji' });
      },
    ],
    [
      'closing once more',
      [['period', 'update']],
      async () => {
        const period = await periodOf(app, programme, programme.months[0]);
        return () => pressClose(programme.head, period);
      },
    ],
    [
      'answering',
      [
        ['commission_adjustment', 'insert'],
        ['dispute', 'update'],
      ],
      async () => {
        const { id: statement } = await app.knex('commission').where({ kader }).first('id');
        const told = { statement, line_kind: 'total', question: 'Mengapa?' };
        const { body } = await partner.post('/kader-jkn/disputes', told);
        const answer = { decision: 'accept', answer: 'Benar', correction: { kind: 'adjustment', amount: 500 } };
        return () => checker.post(`/kader-jkn/disputes/${body.data.id}/answer`, answer);
      },
    ],
    [
      'approving',
      [
        ['period', 'update'],
        ['commission', 'update'],
      ],
      async () => {
        const period = await periodOf(app, programme, programme.months[0]);
        return () => checker.post(`/kader-jkn/periods/${period}/approve`);
      },
    ],
  ];

  it.each(steps)('while %s leaves nothing behind, and the second attempt does it once', async (_, places, prepare) => {
    const attempt = await prepare();
    const before = await countRows();
    for (const [table, event] of places) {
      const { status } = await cutAt(app, table, event, attempt);
      expect(status).toBeGreaterThanOrEqual(500);
      expect(await countRows(), `${event} on ${table}`).toEqual(before);
    }
    expect(await auditNow(app.knex)).toEqual([]);
    const { status, body } = await attempt();
    expect(status, JSON.stringify(body)).toBe(200);
    expect(await countRows()).not.toEqual(before);
    expect(await auditNow(app.knex)).toEqual([]);
  });
});

const rounds = 4;
const recorders = 6;

describe('a server that is killed with -9', () => {
  const database = `test_${process.pid}_kill`;
  let knex: Knex;
  let office: Office;
  const sent = nothingSent();

  const start = () => startProcess({ database, environment: { SERVE_APP: 'false', LOG_LEVEL: 'silent' } });

  /** Whatever the server had begun is committed or undone once PostgreSQL has noticed that nobody is there. */
  async function waitUntilAlone(): Promise<void> {
    for (let tries = 0; tries < 400; tries += 1) {
      const { rows } = await knex.raw(
        'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      if (rows.length === 0) return;
      await wait(25);
    }
    throw new Error('Somebody is still connected');
  }

  async function countOf(table: string, field: string, values: readonly string[]): Promise<Map<string, number>> {
    const rows = await knex(table)
      .whereIn(field, [...values])
      .groupBy(field)
      .select(field, knex.raw('count(*)::integer as rows'));
    return new Map(rows.map((row) => [row[field], row.rows]));
  }

  beforeAll(async () => {
    const app = await getDirectus();
    await app.reset();
    const programme = await makeProgramme(app, { ended: 12 });
    const { kader, families } = await makePartner(app, programme, recorders);
    const { branch, staff, head, months } = programme;
    const [checker, partner] = [await app.login('head', { branch }), await app.login('kader', { branch, kader })];
    office = { people: { staff, head, checker, partner }, families, months: months.slice(0, -1) };
    const { port } = inject('testDatabase');
    const source = await databaseOf(app);
    await asSuperuser(port, async (client) => {
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [source]);
      await copyDatabase(client, database, source);
    });
    knex = knexFactory({
      client: 'pg',
      connection: { host: '127.0.0.1', port, database, user: 'kader', password },
      pool: { min: 0, max: 1 },
    });
  });

  afterAll(async () => {
    await knex?.destroy();
    const { port } = inject('testDatabase');
    await asSuperuser(port, (client) => client.query(`drop database if exists ${database} with (force)`));
  });

  it('loses nothing that it acknowledged, keeps nothing by halves, and takes up where it was', async () => {
    for (let round = 1; round <= rounds; round += 1) {
      const server = await start();
      const now = nothingSent();
      const working = workUntilGone(office, server.url, round, now);
      const enough = 5 + Math.round(Math.random() * 30);
      for (let tries = 0; tries < 400 && (now.acknowledged.length < enough || now.steps.length === 0); tries += 1) {
        await wait(20);
      }
      await wait(Math.random() * 100);
      await killed(server);
      await working;
      await waitUntilAlone();

      const { told, acknowledged, answered, steps } = now;
      const where = `killed after ${acknowledged.length} payments and ${steps.join()}`;
      expect(await auditNow(knex), where).toEqual([]);
      const stored = await countOf('collection', 'external_ref', told);
      expect(
        acknowledged.filter((reference) => stored.get(reference) !== 1),
        where,
      ).toEqual([]);
      expect(
        [...stored.values()].filter((rows) => rows !== 1),
        where,
      ).toEqual([]);
      const decided = await countOf('dispute', 'answer', answered);
      expect(
        answered.filter((words) => decided.get(words) !== 1),
        where,
      ).toEqual([]);
      sent.told.push(...told);
      sent.acknowledged.push(...acknowledged);
    }
    expect(sent.acknowledged.length).toBeGreaterThan(rounds);

    const server = await start();
    const staff = createClient(server.url, office.people.staff.id, office.people.staff.token);
    for (const reference of sent.told.filter((one) => !sent.acknowledged.includes(one))) {
      const { status, body } = await staff.post('/items/collection', paymentFor(office, reference));
      expect(status === 200 || body.errors[0].extensions.code === 'KADER_DUPLICATE_REF', JSON.stringify(body)).toBe(
        true,
      );
    }
    await server.stop();
    const stored = await countOf('collection', 'external_ref', sent.told);
    expect(sent.told.filter((reference) => stored.get(reference) !== 1)).toEqual([]);
    const adjustments = await knex('commission_adjustment').count('* as rows').first();
    const accepted = await knex('dispute').where({ status: 'accepted' }).count('* as rows').first();
    expect(adjustments).toEqual(accepted);
    expect(await auditNow(knex)).toEqual([]);
  }, 120_000);
});

async function killed({ child }: DirectusProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
