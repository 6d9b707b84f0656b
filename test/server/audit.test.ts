import { beforeAll, describe, expect, it } from 'vitest';
import { audit, type Difference } from '../../extensions/kader-jkn/src/server/audit.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeFamily, monthFromNow } from './books-fixture.ts';
import { close, makePartner, makeProgramme, type Programme, pay } from './programme-fixture.ts';

let app: TestDirectus;
let programme: Programme;
let busy: { kader: number; families: number[] };
let idle: { kader: number; families: number[] };
let paid: number;

async function differencesNow(): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const difference of audit(app.knex)) found.push(difference);
  return found;
}

/** Changes a record past every guard, as somebody with the keys of the database could. */
async function tamper(table: string, where: Record<string, unknown>, change: Record<string, unknown>): Promise<void> {
  await app.knex.raw('alter table ?? disable trigger user', [table]);
  await app.knex(table).where(where).update(change);
  await app.knex.raw('alter table ?? enable trigger user', [table]);
}

/** What the audit says while a field holds another value. */
async function auditWith(table: string, id: number, field: string, value: unknown): Promise<string[]> {
  const { [field]: before } = await app.knex(table).where({ id }).first(field);
  await tamper(table, { id }, { [field]: value });
  const found = await differencesNow();
  await tamper(table, { id }, { [field]: before });
  return found.map((difference) => `${difference.collection} ${difference.id} ${difference.field}`);
}

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  programme = await makeProgramme(app, {
    rules: [
      { kind: 'flat_participant', months_from: 1, months_to: null, amount: 2_500, sort: 3 },
      {
        kind: 'attainment_bonus',
        rate_bp: 100,
        attainment_from_bp: 5_000,
        attainment_to_bp: null,
        bonus_mode: 'whole',
        sort: 4,
      },
      { kind: 'withholding', rate_bp: 500, share_bp: 5_000, sort: 9 },
    ],
  });
  const { branch, months, head } = programme;
  await app.admin.post('/items/target', {
    branch,
    measure: 'collection',
    scope: 'each_kader',
    month_from: months[0],
    month_to: months[4],
    per: 'month',
    adds_up: 'sum',
    value: 200_000,
  });
  busy = await makePartner(app, programme, 4);
  idle = await makePartner(app, programme, 2);
  paid = await pay(programme, busy.families[0], months[0], 140_000);
  await pay(programme, busy.families[1], months[0], 70_050);
  await close(app, programme, months[0]);
  // what ordinary months bring: a reversal, late money, a leave told afterwards, an end told afterwards, a new list
  await head.post('/items/collection', { reverses: paid, amount: -70_000, note: 'Salah catat' });
  await pay(programme, busy.families[2], months[1], 70_000);
  await close(app, programme, months[1]);
  await pay(programme, idle.families[0], months[1], 70_000);
  await close(app, programme, months[2]);
  await app.admin.post('/items/kader_event', {
    kader: idle.kader,
    kind: 'leave',
    on_date: `${months[2]}-03`,
    to_date: `${months[2]}-09`,
  });
  await app.admin.patch(`/items/kader/${idle.kader}`, {
    status: 'ended',
    ended_on: `${months[2]}-20`,
    end_reason: 'moved',
  });
  await app.admin.patch(`/items/binaan/${busy.families[3]}`, { members: 5 });
  await app.admin.patch(`/items/binaan/${busy.families[2]}`, {
    listed_months: 3,
    listed_amount: 210_000,
    listed_as_of: `${months[3]}-25`,
    members: 3,
  });
  await makeFamily(app, { branch, kader: busy.kader, listed_as_of: `${monthFromNow(-7)}-25` });
  await app.admin.patch('/items/target', { query: { filter: { branch: { _eq: branch } } }, data: { value: 300_000 } });
});

describe('the audit', () => {
  it('finds nothing after an ordinary half year, told with hindsight as it may be', async () => {
    expect(await differencesNow()).toEqual([]);
  });

  it.each([
    ['collection', 'commission', 1],
    ['collection', 'base', 1],
    ['collection', 'rate_bp', 9_000],
    ['collection', 'late', true],
  ])('names a tampered %s.%s', async (table, field, value) => {
    expect(await auditWith(table, paid, field, value)).toContain(`${table} ${paid} ${field}`);
  });

  it('names a payment credited to somebody else', async () => {
    expect(await auditWith('collection', paid, 'kader', idle.kader)).toContain(`collection ${paid} kader`);
  });

  it.each([
    ['paid_amount', 5],
    ['paid_months', 9],
    ['owed_amount', 5],
    ['owed_months', 9],
  ])('names a tampered balance: %s', async (field, value) => {
    const [family = 0] = busy.families;
    expect(await auditWith('binaan', family, field, value)).toContain(`binaan ${family} ${field}`);
  });

  it.each([
    ['net', 1],
    ['gross', 1],
    ['bonus', 1],
    ['collected', 1],
    ['families_count', 9],
    ['families_held', 9],
    ['zero_streak', 9],
    ['streak_state', 'leave'],
    ['attainment_bp', 1],
  ])('names a tampered statement: %s', async (field, value) => {
    const { id } = await app.knex('commission').where({ kader: busy.kader, month: programme.months[0] }).first('id');
    expect(await auditWith('commission', id, field, value)).toContain(`commission ${id} ${field}`);
  });

  it.each([
    ['collected', 1],
    ['commission_total', 1],
    ['families_count', 99],
    ['zero_count', 99],
  ])('names a tampered total: %s', async (field, value) => {
    const { id } = await app.knex('period').where({ branch: programme.branch, month: programme.months[0] }).first('id');
    expect(await auditWith('period', id, field, value)).toContain(`period ${id} ${field}`);
  });

  it('names a tampered streak, and a statement that is gone', async () => {
    expect(await auditWith('kader', busy.kader, 'zero_streak', 9)).toContain(`kader ${busy.kader} zero_streak`);
    const period = await app.knex('period').where({ branch: programme.branch, month: programme.months[0] }).first('id');
    await app.knex.raw('alter table commission disable trigger user');
    await app.knex('commission').where({ kader: busy.kader, month: programme.months[0] }).delete();
    await app.knex.raw('alter table commission enable trigger user');
    expect(await differencesNow()).toContainEqual(
      expect.objectContaining({ collection: 'period', id: period.id, field: 'statements', expected: busy.kader }),
    );
  });
});
