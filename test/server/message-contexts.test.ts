import { beforeAll, describe, expect, it } from 'vitest';
import {
  type MessageAbout,
  type MessageField,
  messageAbouts,
  messageFields,
} from '../../extensions/kader-jkn/src/contract/message-contexts.ts';
import type { Id } from '../../extensions/kader-jkn/src/contract/records.ts';
import { renderMessage } from '../../extensions/kader-jkn/src/documents/message/render-message.ts';
import {
  type ContextRequest,
  readContext,
} from '../../extensions/kader-jkn/src/server/messages/context/read-context.ts';
import { readInstanceLink } from '../../extensions/kader-jkn/src/server/messages/instance-link.ts';
import { messageTemplates } from '../../seeds/reference/message-templates/index.ts';
import { getDirectus, type TestDirectus } from '../harness/index.ts';
import { makeFamily, momentIn } from './books-fixture.ts';
import { type MonevFixture, makeMonev } from './monev-fixture.ts';

let app: TestDirectus;
let monev: MonevFixture;
const items = {} as Record<MessageAbout, Id | null>;

/** Personal data that a context never holds, put into the records that it is made of. */
const hidden = {
  nik: '3374011512800001',
  phone: '081298765432',
  account: '7700123456',
  tax: '123456789012000',
};

async function make(path: string, fields: Record<string, unknown>): Promise<Id> {
  const { status, body } = await app.admin.post(path, fields);
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
  return body.data.id;
}

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of a context
type Context = Record<string, any>;

async function read(about: MessageAbout, request: Partial<ContextRequest> = {}): Promise<Context | null> {
  return await readContext(app.knex, about, {
    item: items[about],
    recipient: { kader: monev.above, name: 'Di Atas Target' },
    ...request,
  });
}

beforeAll(async () => {
  app = await getDirectus();
  await app.reset();
  readInstanceLink({ PUBLIC_URL: app.url });
  monev = await makeMonev(app);
  const { branch, above, family, lastMonth, thisMonth, village } = monev;
  await app.admin.patch(`/items/branch/${branch}`, {
    ...{ city: 'Salatiga', address: 'Jl. Diponegoro 1', phone: '0298 700 000', email: 'kc@example.com' },
    ...{ head_name: 'Ratih Wardani', head_title: 'Kepala Cabang' },
  });
  await app
    .knex('kader')
    .where({ id: above })
    .update({
      ...{ nik: hidden.nik, phone: hidden.phone, bank_account: hidden.account, tax_number: hidden.tax },
      ...{ contract_number: '012/KJ', contract_from: '2020-01-01', contract_to: '2030-12-31' },
    });
  await app.knex('binaan').where({ id: family }).update({ head_nik: hidden.nik, phone: hidden.phone });
  await make('/items/kader_area', { kader: above, area: village, from_date: '2020-01-01' });
  const promise = {
    branch,
    binaan: family,
    kader: above,
    channel: 'visit',
    outcome: 'promised',
    promise_amount: 70_000,
  };
  const tomorrow = new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10);
  items.promise = await make('/items/activity', {
    ...promise,
    at: momentIn(thisMonth, '01', '01:00:00Z'),
    promise_on: tomorrow,
  });
  items.kader = above;
  items.family = family;
  items.week_list = above;
  items.payment = (await app.knex('collection').where({ binaan: family, status: 'recorded' }).first('id')).id;
  items.statement = (await app.knex('commission').where({ kader: above, month: lastMonth }).first('id')).id;
  items.month = (await app.knex('period').where({ branch, month: lastMonth }).first('id')).id;
  items.warning = await make('/items/kader_event', {
    ...{ kader: above, kind: 'warned', on_date: `${thisMonth}-01`, reason: 'Dua bulan tanpa penerimaan' },
  });
  items.review = await make('/items/partnership_review', {
    ...{ branch, kader: above, reason: 'manual', evidence: 'Satu.\n\nDua.', opened_on: `${thisMonth}-01` },
  });
  const rule = (await app.knex('award_rule').where({ branch: null, active: true }).first('id')).id;
  items.award = await make('/kader-jkn/monev/awards', { rule, kader: above, month: lastMonth });
  items.session = await make('/items/monev_session', {
    ...{ branch, month: lastMonth, held_on: tomorrow, place: 'Aula', led_by: app.admin.id },
  });
  items.notice = null;
});

/** The names of a context as its documentation writes them; lists by the names of their rows. */
function namesOf(context: unknown, prefix = ''): string[] {
  return Object.entries(context as object).flatMap(([name, value]) => {
    if (Array.isArray(value))
      return [`${prefix}${name}`, ...value.flatMap((row) => namesOf(row, `${prefix}${name}[].`))];
    return value !== null && typeof value === 'object' ? namesOf(value, `${prefix}${name}.`) : [`${prefix}${name}`];
  });
}

const documented = (about: MessageAbout) =>
  messageFields(about).flatMap(({ name, fields }) => [name, ...(fields ?? []).map((one) => `${name}[].${one.name}`)]);

const shapes: Readonly<Record<Exclude<MessageField['kind'], 'list'>, RegExp | string>> = {
  text: 'string',
  rupiah: 'number',
  count: 'number',
  rate: 'number',
  yes_no: 'boolean',
  date: /^\d{4}-\d{2}-\d{2}$/,
  month: /^\d{4}-\d{2}$/,
  moment: /^\d{4}-\d{2}-\d{2}T.*Z$/,
  link: /^https?:\/\//,
};

function misshapen(fields: readonly MessageField[], context: unknown): string[] {
  return fields.flatMap(({ name, kind, fields: own }) => {
    const value = name.split('.').reduce<unknown>((inner, part) => (inner as Record<string, unknown>)[part], context);
    if (value === null) return [];
    if (kind === 'list') return (value as unknown[]).flatMap((row) => misshapen(own ?? [], row));
    const shape = shapes[kind];
    const fits = shape instanceof RegExp ? shape.test(String(value)) : typeof value === shape;
    return fits ? [] : [`${name}: ${JSON.stringify(value)}`];
  });
}

describe.each(messageAbouts)('the context about %s', (about) => {
  const data = { title: 'Judul', text: 'Isi', lines: ['satu'], link: 'https://a.id', nik: hidden.nik };

  it('has exactly what is documented, each value of its kind', async () => {
    const context = await read(about, { data });
    expect(context).not.toBeNull();
    const names = [...new Set(namesOf(context))].sort();
    const own = documented(about);
    expect(names.filter((name) => !own.includes(name))).toEqual([]);
    // a list without rows says nothing of them
    const rows = own.filter((name) => name.includes('[].') && !names.includes(name));
    expect(own.filter((name) => !names.includes(name) && !rows.includes(name))).toEqual([]);
    expect(misshapen(messageFields(about), context)).toEqual([]);
  });

  it('holds no identity, telephone, account or tax number', async () => {
    const { kk_number } = await app.knex('binaan').where({ id: monev.family }).first('kk_number');
    const told = JSON.stringify(await read(about, { data, recipient: { binaan: monev.family, name: 'Keluarga' } }));
    for (const secret of [...Object.values(hidden), kk_number]) expect(told).not.toContain(secret);
  });

  it('fills every reference template about it, in both languages', async () => {
    const templates = messageTemplates.filter((template) => template.about === about);
    for (const template of templates) {
      const context = await read(about, { data, language: template.language });
      const settings = { locale: template.language, timeZone: 'Asia/Jakarta' };
      const { subject, html, text } = renderMessage(template, context ?? {}, settings);
      const told = [subject, html, text].filter(Boolean).join('\n');
      expect(told, template.key).not.toMatch(/undefined|null|NaN|\[object|Invalid/);
    }
  });

  it.runIf(about !== 'notice')('is nothing where the record is gone', async () => {
    expect(await read(about, { item: 2_000_000_000 })).toBeNull();
    expect(await read(about, { item: null })).toBeNull();
  });
});

describe('a context', () => {
  it('tells the whole VA number to the family itself, and to nobody else', async () => {
    const { va_number } = await app.knex('binaan').where({ id: monev.family }).first('va_number');
    const vaOf = async (about: MessageAbout, binaan?: Id) =>
      (await read(about, { recipient: { ...(binaan && { binaan }), name: 'x' } }))?.['family']?.va_number;
    for (const about of ['family', 'promise', 'payment'] as const) {
      expect(await vaOf(about, monev.family)).toBe(va_number);
      expect(await vaOf(about, monev.family + 1)).toBeNull();
      expect(await vaOf(about)).toBeNull();
    }
    const context = await read('family');
    expect(context?.['family']?.va_masked).toBe(`${'•'.repeat(va_number.length - 4)}${va_number.slice(-4)}`);
  });

  it('tells of a family what it owes now, its classes and who holds it', async () => {
    const mixed = await makeFamily(app, {
      ...{ branch: monev.branch, kader: monev.above, area: monev.village },
      ...{ members: 3, members_1: 1, members_2: 0, members_3: 2 },
    });
    const { owed_months, owed_amount } = await app.knex('binaan').where({ id: mixed }).first();
    expect(await read('family', { item: mixed })).toMatchObject({
      family: { class: 'I, III', members: 3, owed_months, owed_amount },
      kader: { name: 'Di Atas Target' },
      branch: { city: 'Salatiga', phone: '0298 700 000' },
      instance: { link: app.url },
    });
  });

  it('tells of a kader the families held and the newest assignment of them', async () => {
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const context = await read('kader');
    const held = await app.knex('assignment').where({ kader: monev.above, to_date: null }).count('* as n').first();
    const { on } = await app
      .knex('assignment')
      .where({ kader: monev.above, to_date: null })
      .first({
        on: app.knex.raw('max(from_date)::text'),
      });
    expect(context).toMatchObject({
      today,
      kader: { families: Number(held?.['n']), contract_number: '012/KJ', joined_on: '2020-01-01' },
      assigned: { on, villages: [{ families: expect.any(Number) }] },
    });
    expect(context?.['villages']?.length).toBeGreaterThan(0);
  });

  it('tells of a statement its number, figures and lines, in the language asked for', async () => {
    const stored = await app.knex('commission').where({ id: items.statement }).first();
    const { code } = await app.knex('branch').where({ id: monev.branch }).first('code');
    const english = await read('statement', { language: 'en-US' });
    expect(english).toMatchObject({
      statement: {
        number: `IJ/${code}/${monev.lastMonth}/${items.statement}`,
        month: monev.lastMonth,
        net: stored.net,
        collected: stored.collected,
        target: 100_000,
        attainment: 14_000,
        lines: stored.lines.map(({ label_en, amount }: { label_en: string; amount: number }) => ({
          label: label_en,
          amount,
        })),
      },
    });
  });

  it('tells of a week whom to see: names and desa, no amounts', async () => {
    const context = await read('week_list');
    expect(context).toMatchObject({
      week: { held: expect.any(Number), promised: 1 },
      promises: [{ head_name: expect.stringContaining('Keluarga') }],
    });
    expect(JSON.stringify(context)).not.toMatch(/owed|amount|700000|70000/);
    expect(context?.['families']?.length).toBe(context?.['week']?.count);
  });

  it('tells of a month what its close fixed, and of an open one what it comes to so far', async () => {
    const closed = await app.knex('period').where({ id: items.month }).first();
    expect(await read('month')).toMatchObject({
      month: {
        ...{ open: false, collected: Number(closed.collected), payments: closed.collections_count },
        ...{ families: closed.families_count, zero: closed.zero_count, kader: closed.kader_count },
      },
    });
    const open = (await app.knex('period').where({ branch: monev.branch, month: monev.thisMonth }).first('id')).id;
    expect(await read('month', { item: open })).toMatchObject({
      month: { open: true, closed_on: null, collected: 70_000, zero: null, reviews: null },
    });
  });

  it('tells of a decision what its letter says', async () => {
    const before = await read('review');
    expect(before).toMatchObject({
      review: {
        decided: false,
        decision: null,
        evidence: [{ text: 'Satu.' }, { text: 'Dua.' }],
        answer: [],
        grounds: [],
      },
    });
    const head = await app.login('head', { branch: monev.branch, first_name: 'Ratih', last_name: 'Penagihan' });
    await app.admin.patch(`/items/partnership_review/${items.review}`, { answer: 'Saya sakit.' });
    const told = { decision: 'continue', decision_note: 'Sudah sembuh.' };
    const { status, body } = await head.post(`/kader-jkn/reviews/${items.review}/decide`, told);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(await read('review')).toMatchObject({
      review: {
        ...{ decided: true, decision: 'Kemitraan dilanjutkan', decided_by: 'Ratih Penagihan' },
        ...{ answer: [{ text: 'Saya sakit.' }], grounds: [{ text: 'Sudah sembuh.' }], families: null },
      },
    });
    const english = (await read('review', { language: 'en-US' }))?.['review'];
    expect(english.decision).toBe('The partnership goes on');
    expect(
      documented('review')
        .filter((name) => /^review\.\w+$/.test(name))
        .sort(),
    ).toEqual(
      Object.keys(english)
        .map((name) => `review.${name}`)
        .sort(),
    );
  });

  it('is nothing where the record does not stand any more', async () => {
    const { branch, above, family, lastMonth } = monev;
    const voided = await app.knex('collection').where({ branch, status: 'void' }).first('id');
    const reversal = await app.knex('collection').where({ branch }).whereNotNull('reverses').first('id', 'reverses');
    for (const item of [voided.id, reversal.id, reversal.reverses]) expect(await read('payment', { item })).toBeNull();
    const met = await app.knex('activity').where({ branch, outcome: 'met' }).first('id');
    expect(await read('promise', { item: met.id })).toBeNull();
    const event = await make('/items/kader_event', { kader: above, kind: 'mistreated', on_date: `${lastMonth}-01` });
    expect(await read('warning', { item: event })).toBeNull();
    const { head_name } = await app.knex('binaan').where({ id: family }).first('head_name');
    expect(await read('family', { item: family })).toMatchObject({ family: { head_name } });
  });

  it('tells whether a warning is the first within a year', async () => {
    const kader = monev.exact;
    const warned = (on_date: string) => make('/items/kader_event', { kader, kind: 'warned', on_date, reason: 'Uji' });
    const old = await warned('2020-03-01');
    const first = await warned(`${monev.lastMonth}-01`);
    const second = await warned(`${monev.thisMonth}-01`);
    for (const [item, is] of [
      [old, true],
      [first, true],
      [second, false],
    ] as const) {
      expect(await read('warning', { item })).toMatchObject({ warning: { first: is, limit: 3 } });
    }
  });

  it('invites to a session the kader who is asked, and only one of its branch', async () => {
    expect(await read('session')).toMatchObject({ kader: { name: 'Di Atas Target' }, session: { place: 'Aula' } });
    expect(await read('session', { recipient: { kader: null, name: 'x' } })).toMatchObject({
      kader: { name: null, code: null, district: null },
    });
  });

  it('of a notice takes texts alone from whoever queues it', async () => {
    const data = {
      title: { toString: 'x' },
      text: 7,
      lines: ['satu', { text: 'dua' }, 3],
      link: 'javascript:alert(1)',
    };
    expect(await read('notice', { data, branch: null })).toMatchObject({
      notice: { title: null, text: null, lines: [{ text: 'satu' }], link: 'javascript:alert(1)' },
      branch: { name: null },
    });
  });
});
