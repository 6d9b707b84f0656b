import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { audit, type Difference } from '../../extensions/kader-jkn/src/server/audit.ts';
import { type Answer, type Client, getDirectus, type TestDirectus } from '../harness/index.ts';
import { makePartner, makeProgramme, type Programme, pay, periodOf, pressClose } from './programme-fixture.ts';

const recorders = 16;
const paymentsEach = 8;
/** No payment covers a whole month, so every one finds ten months owed and earns 15%. */
const [amount, commission] = [10_000, 1_500];

let app: TestDirectus;

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
});

/** Takes a step again and again until told to stop; returns what each attempt was answered. */
async function insist(until: Promise<unknown>, pause: number, attempt: () => Promise<Answer>): Promise<string[]> {
  let over = false;
  until.then(() => {
    over = true;
  });
  const answers: string[] = [];
  while (!over) {
    const { status, body } = await attempt();
    answers.push(status === 200 ? 'done' : `${status} ${body.errors?.[0]?.extensions?.code}`);
    await wait(pause);
  }
  return answers;
}

const stepper = (client: Client) => (period: number, step: string, told: object) =>
  client.post(`/kader-jkn/periods/${period}/${step}`, told);

/** Closes every month that has ended. */
async function closeTheRest({ branch, head }: Programme): Promise<void> {
  const open = await app.knex('period').where({ branch, status: 'open' }).orderBy('month').pluck('id');
  for (const period of open.slice(0, -1)) expect((await pressClose(head, period)).status).toBe(200);
}

async function auditNow(): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const difference of audit(app.knex)) found.push(difference);
  return found;
}

describe('sixteen who record', () => {
  it('lose nothing and count nothing twice while two close, one approves and one opens again', async () => {
    const programme = await makeProgramme(app);
    const { branch } = programme;
    const { kader, families } = await makePartner(app, programme, recorders);
    const [first, second] = programme.months;
    const heads = await Promise.all([1, 2, 3].map(() => app.login('head', { branch })));
    const [closer = programme.head, approver = programme.head, opener = programme.head] = heads;
    const periods = [await periodOf(app, programme, first), await periodOf(app, programme, second)];
    const [earlier = 0, later = 0] = periods;

    const recording = Promise.all(
      families.map(async (family) => {
        const ids: number[] = [];
        for (let count = 0; count < paymentsEach; count += 1) {
          ids.push(await pay(programme, family, count % 2 === 0 ? first : second, amount, `${10 + count}`));
        }
        return ids;
      }),
    );
    const [closes, others, reopenings, approvals, ids] = await Promise.all([
      insist(recording, 20, () => pressClose(programme.head, earlier)),
      insist(recording, 35, () => pressClose(closer, Math.random() < 0.5 ? earlier : later)),
      insist(recording, 90, () => stepper(opener)(Math.random() < 0.5 ? earlier : later, 'reopen', { reason: 'Uji' })),
      insist(
        wait(600).then(() => recording),
        400,
        async () => {
          await wait(700);
          return await stepper(approver)(earlier, 'approve', {});
        },
      ),
      recording,
    ]);

    const done = (answers: readonly string[]) => answers.filter((answer) => answer === 'done').length;
    expect(done(closes) + done(others)).toBeGreaterThan(0);
    expect(done(closes) + done(others)).toBeGreaterThanOrEqual(done(reopenings));
    const refused = [...closes, ...others, ...reopenings, ...approvals].filter((answer) => answer !== 'done');
    expect(refused.filter((answer) => !/^409 KADER_/.test(answer))).toEqual([]);

    await closeTheRest(programme);
    expect(await auditNow()).toEqual([]);
    const told = ids.flat();
    const stored = await app.knex('collection').where({ branch }).select('id', 'amount', 'commission', 'month');
    expect(stored.map(({ id }) => id).sort()).toEqual(told.sort());
    expect(stored.every((one) => one.amount === amount && one.commission === commission)).toBe(true);
    const statements = await app.knex('commission').where({ kader });
    const sum = (field: string) => statements.reduce((total, one) => total + Number(one[field]), 0);
    expect(sum('collections_count')).toBe(recorders * paymentsEach);
    expect(sum('collected')).toBe(recorders * paymentsEach * amount);
    expect(sum('commission')).toBe(recorders * paymentsEach * commission);
    expect(sum('net')).toBe(recorders * paymentsEach * commission);
  }, 120_000);

  it('put nothing into a month once its close is answered', async () => {
    const programme = await makeProgramme(app);
    const { families } = await makePartner(app, programme, recorders);
    const [first] = programme.months;
    const period = await periodOf(app, programme, first);
    let isAnswered = false;
    const closing = wait(60).then(async () => {
      const answer = await pressClose(programme.head, period);
      isAnswered = true;
      return answer;
    });
    const rows = (
      await Promise.all(
        families.map(async (family) => {
          const told: { id: number; isAfter: boolean }[] = [];
          for (let isAfter = false; !isAfter; ) {
            isAfter = isAnswered;
            told.push({ id: await pay(programme, family, first, amount), isAfter });
          }
          return told;
        }),
      )
    ).flat();
    expect((await closing).status).toBe(200);
    const months = new Map(
      (await app.knex('collection').where({ branch: programme.branch })).map(({ id, month }) => [id, month]),
    );
    const after = rows.filter(({ isAfter }) => isAfter);
    expect(after).toHaveLength(recorders);
    expect(after.filter(({ id }) => months.get(id) === first)).toEqual([]);
    const { collections_count: counted } = await app.knex('period').where({ id: period }).first();
    expect(counted).toBe([...months.values()].filter((month) => month === first).length);
    expect(await auditNow()).toEqual([]);
  });
});
