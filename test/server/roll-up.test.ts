import { beforeAll, describe, expect, it } from 'vitest';
import type { ReachPart, ReachStage } from '../../extensions/kader-jkn/src/contract/monev-records.ts';
import { dateOf } from '../../extensions/kader-jkn/src/core/period.ts';
import { monthFigures } from '../../extensions/kader-jkn/src/server/monev/month-figures.ts';
import { reached } from '../../extensions/kader-jkn/src/server/monev/reached.ts';
import { rollUpMissing, rollUpMonth } from '../../extensions/kader-jkn/src/server/monev/roll-up/roll-up-month.ts';
import { reopenPeriod } from '../../extensions/kader-jkn/src/server/period-steps/reopen-period.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { closeMonth } from './books-fixture.ts';
import { type GeneratedBranch, makeGenerated } from './monev-generated.ts';

const stages: ReachStage[] = ['contacted', 'visited', 'promised', 'paid'];
const parts: ReachPart[] = ['whole', 'kader', 'area', 'nobody'];

let app: TestDirectus;
let branches: GeneratedBranch[];

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  branches = [await makeGenerated(app, { seed: 1 }), await makeGenerated(app, { seed: 2, timezone: 'Asia/Jayapura' })];
});

/** Distinct families as one counts them by hand: from every contact and payment of the span. */
async function byHand(branch: GeneratedBranch, from: string, to: string): Promise<Record<string, number>> {
  const contacts = await app.knex('activity').where({ branch: branch.id }).whereNotNull('binaan');
  const payments = await app
    .knex('collection')
    .where({ branch: branch.id })
    .whereIn('status', ['recorded', 'verified']);
  const facts = [
    ...contacts.flatMap(({ at, binaan, kader, channel, outcome }) => {
      const month = dateOf(at, branch.timezone as 'Asia/Jakarta').slice(0, 7);
      const done = [
        'contacted',
        ...(channel === 'visit' ? ['visited'] : []),
        ...(outcome === 'promised' ? ['promised'] : []),
      ];
      return done.map((stage) => ({ stage, month, binaan, kader }));
    }),
    ...payments.filter(({ amount }) => amount > 0).map((one) => ({ ...one, stage: 'paid' })),
  ].filter(({ month }) => month >= from && month <= to);
  const found = new Map<string, Set<number>>();
  const add = (key: string, family: number) => found.set(key, (found.get(key) ?? new Set()).add(family));
  for (const { stage, binaan, kader } of facts) {
    add(`${stage} whole`, binaan);
    if (kader === null) {
      add(`${stage} nobody`, binaan);
      continue;
    }
    add(`${stage} kader ${kader}`, binaan);
    const place = branch.places[branch.kader.indexOf(kader)];
    add(`${stage} area ${place?.district}`, binaan);
    add(`${stage} area ${place?.regency}`, binaan);
  }
  return Object.fromEntries([...found].sort().map(([key, families]) => [key, families.size]));
}

async function byQuestion(branch: GeneratedBranch, from: string, to: string): Promise<Record<string, number>> {
  const rows = await reached(app.knex, { branches: [branch.id], from, to, stages, parts });
  const keyed = rows.map(({ stage, part, kader, area, families }): [string, number] => [
    [stage, part, kader ?? area].filter((one) => one !== null).join(' '),
    families,
  ]);
  return Object.fromEntries(keyed.sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function everySpanAgrees(): Promise<void> {
  for (const branch of branches) {
    for (const [first, from] of branch.months.entries()) {
      for (const to of branch.months.slice(first)) {
        expect(await byQuestion(branch, from, to), `${from} to ${to}`).toEqual(await byHand(branch, from, to));
      }
    }
  }
}

async function allFigures(branch: GeneratedBranch) {
  const [from = '', to = ''] = [branch.months[0], branch.months.at(-1)];
  const figures = await monthFigures(app.knex, { branches: [branch.id], from, to });
  return figures
    .map(({ isKept: _, ...figure }) => figure)
    .sort((one, other) => one.month.localeCompare(other.month) || (one.kader ?? 0) - (other.kader ?? 0));
}

describe('what monev keeps of closed months', () => {
  it('tells of every span what counting by hand tells, while all months are open', async () => {
    await everySpanAgrees();
  });

  it('tells the same when months are closed and kept, one by one', async () => {
    const before = await Promise.all(branches.map(allFigures));
    for (const branch of branches) {
      for (const month of branch.months.slice(0, 3)) await closeMonth(app, branch.id, month);
    }
    await everySpanAgrees();
    expect(await rollUpMissing(app.knex)).toBe(6);
    expect(await rollUpMissing(app.knex)).toBe(0);
    await everySpanAgrees();
    expect(await Promise.all(branches.map(allFigures))).toEqual(before);
  });

  it('counts contacts by kader and day as one counts them by hand', async () => {
    for (const branch of branches) {
      const contacts = await app.knex('activity').where({ branch: branch.id });
      for (const figure of await allFigures(branch)) {
        const own = contacts
          .map((one) => ({ ...one, day: dateOf(one.at, branch.timezone as 'Asia/Jakarta') }))
          .filter(({ day, kader }) => day.startsWith(figure.month) && kader === figure.kader);
        expect(figure.contacts).toBe(own.length);
        expect(figure.contact_days).toBe(new Set(own.map(({ day }) => day)).size);
        expect(figure.family_days).toBe(new Set(own.map(({ day, binaan }) => `${day} ${binaan}`)).size);
        const visits = own.filter(({ channel }) => channel === 'visit');
        expect(figure.visit_families).toBe(new Set(visits.map(({ day, binaan }) => `${day} ${binaan}`)).size);
        const told = own.filter(({ outcome }) => outcome !== null);
        expect(Object.values(figure.outcomes).reduce((sum, count) => sum + count, 0)).toBe(told.length);
        const due = contacts.filter(
          ({ promise_on, kader }) => kader === figure.kader && promise_on && isIn(promise_on, figure.month),
        );
        expect(figure.promises_due).toBe(due.length);
      }
    }
  });

  it('keeps a closed month as it was, whatever is entered for it later, and counts it anew after a reopening', async () => {
    const [branch] = branches;
    if (branch === undefined) throw new Error('No branch');
    const [from, , month = ''] = branch.months;
    const before = await byQuestion(branch, from ?? '', month);
    const kept = await allFigures(branch);
    const family = branch.families.at(-1);
    await app.knex('activity').insert(
      [month, branch.months[3]].map((late) => ({
        branch: branch.id,
        binaan: family,
        kader: branch.kader[3],
        at: `${late}-05T02:00:00Z`,
        channel: 'visit',
        outcome: 'met',
        date_created: new Date(),
      })),
    );
    expect(await byQuestion(branch, from ?? '', month)).toEqual(before);
    expect((await allFigures(branch)).filter((one) => one.month <= month)).toEqual(
      kept.filter((one) => one.month <= month),
    );

    // the month after counts the family where the kept one did not
    const [, , third = '', fourth = ''] = branch.months;
    const [open] = await reached(app.knex, {
      branches: [branch.id],
      from: fourth,
      to: fourth,
      stages: ['visited'],
      parts: ['whole'],
    });
    const [both] = await reached(app.knex, {
      branches: [branch.id],
      from: third,
      to: fourth,
      stages: ['visited'],
      parts: ['whole'],
      byMonth: true,
    });
    expect(both?.families).toBeLessThanOrEqual((open?.families ?? 0) + (both?.byMonth.get(third) ?? 0));

    const { id } = await app.knex('period').where({ branch: branch.id, month: third }).first('id');
    const { id: by } = await app.knex('directus_users').first('id');
    await reopenPeriod(app.knex, { period: id, by, now: new Date(), reason: 'Kontak tertinggal.' });
    expect((await app.knex('period').where({ id }).first('rolled_up_at')).rolled_up_at).toBeNull();
    expect(await rollUpMonth(app.knex, id)).toBe(false);
    await everySpanAgrees();
    await closeMonth(app, branch.id, third);
    expect(await rollUpMonth(app.knex, id)).toBe(true);
    expect(await rollUpMonth(app.knex, id)).toBe(false);
    await everySpanAgrees();
  });

  it('is for nobody to read or change by itself', async () => {
    for (const role of ['head', 'staff', 'telekolekting', 'kader', 'auditor', 'integration'] as const) {
      const client = await app.login(role, { branch: branches[0]?.id ?? 0 });
      for (const collection of ['monev_month', 'monev_reach']) {
        expect((await client.get(`/items/${collection}`)).status, `${role} ${collection}`).toBe(403);
      }
    }
  });
});

function isIn(day: Date | string, month: string): boolean {
  const text = typeof day === 'string' ? day : new Date(day.getTime() - day.getTimezoneOffset() * 60_000).toISOString();
  return text.startsWith(month);
}
