import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlannableFamily, planDay } from './day-plan.ts';
import type { DateText } from './period.ts';

const today = '2022-01-20' as DateText;
const day = (text: string) => text as DateText;
const north = { id: 1, code: '33.72.01.1001', name: 'Utara' };
const south = { id: 2, code: '33.72.01.1002', name: 'Selatan' };

function family(id: number, fields: Partial<PlannableFamily> = {}): PlannableFamily {
  return {
    id,
    name: `Keluarga ${id}`,
    desa: north,
    owes: true,
    inactive: false,
    inWindow: true,
    priority: false,
    mode: 'visit',
    phone: null,
    promise: null,
    missed: null,
    followUpOn: null,
    lastContactOn: null,
    barred: null,
    ...fields,
  };
}

const missed = (fields: Partial<NonNullable<PlannableFamily['missed']>> = {}): PlannableFamily['missed'] => ({
  count: 1,
  since: day('2022-01-10'),
  last: day('2022-01-10'),
  lacking: 105_000,
  ...fields,
});

const ids = (families: readonly PlannableFamily[], wanted = 5) =>
  planDay(families, today, wanted).families.map(({ id }) => id);
const left = (families: readonly PlannableFamily[], wanted = 5) =>
  Object.fromEntries(planDay(families, today, wanted).leftOut.map(({ why, count }) => [why, count]));
const sentences = (one: PlannableFamily) => planDay([one], today, 1).families[0]?.says.map(({ id }) => id) ?? [];

describe('order', () => {
  it('takes promises of today, who asked, broken promises, missed instalments, then the priority window', () => {
    const families = [
      family(6, { missed: missed() }),
      family(1, { priority: true }),
      family(2, { promise: { on: day('2022-01-18'), amount: null } }),
      family(3, { followUpOn: today }),
      family(4, { promise: { on: today, amount: 70_000 } }),
      family(5),
    ];
    expect(ids(families, 6)).toEqual([4, 3, 2, 6, 1, 5]);
  });

  it('prefers a desa that is on the list already, within what calls equally', () => {
    const families = [
      family(1, { promise: { on: today, amount: null }, desa: south }),
      family(2, { lastContactOn: day('2021-11-01') }),
      family(3, { lastContactOn: day('2021-12-01'), desa: south }),
      family(4, { priority: true, lastContactOn: day('2021-12-30') }),
    ];
    expect(ids(families)).toEqual([1, 4, 2, 3]);
    expect(ids(families.slice(0, 3), 2)).toEqual([1, 3]);
  });

  it('takes the longest not contacted first, and whoever never was before them', () => {
    const families = [
      family(1, { lastContactOn: day('2021-12-20') }),
      family(2, { lastContactOn: day('2021-12-01') }),
      family(3),
    ];
    expect(ids(families)).toEqual([3, 2, 1]);
  });

  it('takes everybody who is called for, however many are wanted', () => {
    const families = [1, 2, 3].map((id) => family(id, { promise: { on: today, amount: null } }));
    expect(ids([...families, family(4)], 2)).toEqual([1, 2, 3]);
    expect(ids([...families, family(4), family(5, { missed: missed() })], 2)).toEqual([1, 2, 3, 5]);
  });

  it('takes a family of the last seven days only where nobody else is left', () => {
    const lately = family(1, { priority: true, lastContactOn: day('2022-01-15') });
    expect(ids([lately, family(2)], 1)).toEqual([2]);
    expect(ids([lately, family(2)], 2)).toEqual([2, 1]);
    expect(left([lately, family(2)], 1)).toEqual({ 'contacted-lately': 1 });
  });
});

describe('reasons', () => {
  it('are said in words, the weightiest first', () => {
    const one = family(1, {
      promise: { on: today, amount: 70_000 },
      priority: true,
      lastContactOn: day('2022-01-06'),
    });
    expect(sentences(one)).toEqual([
      'Janji bayar hari ini (Rp 70.000)',
      'Tunggakan yang didahulukan kebijakan',
      'Terakhir dihubungi 6 Januari 2022',
    ]);
  });

  it('say since when a promise is broken, until the family was contacted about it', () => {
    const broken = family(1, { promise: { on: day('2022-01-10'), amount: null }, lastContactOn: day('2022-01-03') });
    expect(sentences(broken)[0]).toBe('Janji 10 Januari 2022 belum ditepati');
    expect(sentences({ ...broken, lastContactOn: day('2022-01-12') })[0]).toBe('Terakhir dihubungi 12 Januari 2022');
  });

  it('say that a family asked, until it was contacted on that day or after', () => {
    const asked = family(1, { followUpOn: day('2022-01-12'), lastContactOn: day('2022-01-05') });
    expect(sentences(asked)[0]).toBe('Minta dihubungi sejak 12 Januari 2022');
    expect(sentences({ ...asked, lastContactOn: day('2022-01-12') })[0]).toBe('Terakhir dihubungi 12 Januari 2022');
  });
});

describe('a missed instalment', () => {
  const first = (fields: Partial<PlannableFamily>) => sentences(family(1, fields))[0];

  it('is said with its due day and what it lacks', () => {
    expect(first({ missed: missed() })).toBe(
      'Cicilan yang jatuh tempo 10 Januari 2022 belum lunas (kurang Rp 105.000)',
    );
    const three = missed({ count: 3, since: day('2021-11-10'), lacking: 250_000 });
    const says = planDay([family(1, { missed: three })], today, 1).families[0]?.says[0];
    expect(says).toEqual({
      id: '3 cicilan belum lunas, sejak 10 November 2021 (kurang Rp 250.000)',
      en: '3 instalments not paid in full, since 10 November 2021 (Rp 250.000 to go)',
    });
  });

  it('calls for a family until it was contacted about the newest one', () => {
    const two = missed({ count: 2, since: day('2021-12-10') });
    expect(first({ missed: two, lastContactOn: day('2022-01-05') })).toMatch(/^2 cicilan/);
    expect(first({ missed: two, lastContactOn: day('2022-01-10') })).toMatch(/^2 cicilan/);
    expect(first({ missed: two, lastContactOn: day('2022-01-11') })).toBe('Terakhir dihubungi 11 Januari 2022');
  });

  it('waits for the day that the family named', () => {
    const later = day('2022-01-25');
    expect(left([family(1, { missed: missed(), promise: { on: later, amount: null } })])).toEqual({
      'promise-later': 1,
    });
    expect(left([family(1, { missed: missed(), followUpOn: later })])).toEqual({ 'follow-up-later': 1 });
  });

  it('lists a family outside the window and without a phone, never one that may not be contacted', () => {
    const fields = { missed: missed(), inWindow: false, mode: 'home' } as const;
    expect(ids([family(1, fields)])).toEqual([1]);
    expect(left([family(1, { ...fields, barred: { why: 'muted', next: null } })])).toEqual({ muted: 1 });
  });
});

describe('left out', () => {
  it('counts whoever may not be contacted, whatever they promised, and when they may again', () => {
    const promise = { on: today, amount: null };
    const families = [
      family(1, { barred: { why: 'muted', next: day('2022-02-01') }, promise }),
      family(2, { barred: { why: 'capped', next: day('2022-01-24') } }),
      family(3, { barred: { why: 'capped', next: day('2022-01-22') } }),
    ];
    expect(planDay(families, today, 5)).toEqual({
      families: [],
      leftOut: [
        { why: 'muted', count: 1, next: '2022-02-01' },
        { why: 'capped', count: 2, next: '2022-01-22' },
      ],
    });
  });

  it('waits for a promise or a day that is yet to come', () => {
    const families = [
      family(1, { promise: { on: day('2022-01-25'), amount: null } }),
      family(2, { followUpOn: day('2022-01-21') }),
    ];
    expect(left(families)).toEqual({ 'promise-later': 1, 'follow-up-later': 1 });
  });

  it('counts the rest of the kader’s families for another day', () => {
    const families = [family(1), family(2), family(3, { inWindow: false }), family(4, { owes: false })];
    expect(left([...families, family(5, { inactive: true })], 1)).toEqual({
      later: 1,
      'outside-window': 1,
      settled: 1,
      inactive: 1,
    });
  });
});

describe('work from home', () => {
  const channel = (fields: Partial<PlannableFamily>) =>
    planDay([family(1, { mode: 'home', ...fields })], today, 1).families[0]?.channel;

  it('proposes WhatsApp to mobile phones and a call to others', () => {
    expect(channel({ phone: 'mobile' })).toBe('whatsapp');
    expect(channel({ phone: 'landline' })).toBe('phone');
    expect(channel({ mode: 'visit', phone: 'mobile' })).toBe('visit');
  });

  it('lists a family without a phone only where it is called for, and says so', () => {
    expect(left([family(1, { mode: 'home' })])).toEqual({ 'no-phone': 1 });
    expect(channel({ promise: { on: today, amount: null } })).toBeNull();
  });
});

describe('any families', () => {
  const someDay = fc.constantFrom(null, ...['2021-12-01', '2022-01-15', '2022-01-20', '2022-01-25'].map(day));
  const anyFamily = fc.record({
    desa: fc.constantFrom(null, north, south),
    owes: fc.boolean(),
    inWindow: fc.boolean(),
    priority: fc.boolean(),
    mode: fc.constantFrom('visit' as const, 'home' as const),
    phone: fc.constantFrom(null, 'mobile' as const),
    promise: someDay.map((on) => on && { on, amount: null }),
    missed: fc.constantFrom(null, missed()),
    followUpOn: someDay,
    lastContactOn: fc.constantFrom(null, day('2021-12-01'), day('2022-01-15'), day('2022-01-19')),
    barred: fc.constantFrom(null, { why: 'capped' as const, next: null }),
  });
  const anyFamilies = fc
    .array(anyFamily, { maxLength: 40 })
    .map((list) => list.map((fields, id) => family(id + 1, fields)));

  it('make the same list in whatever order they come', () => {
    fc.assert(
      fc.property(anyFamilies, fc.nat(20), (families, wanted) => {
        expect(planDay([...families].reverse(), today, wanted)).toEqual(planDay(families, today, wanted));
      }),
    );
  });

  it('are each listed once, with a reason, or counted once', () => {
    fc.assert(
      fc.property(anyFamilies, fc.nat(20), (families, wanted) => {
        const plan = planDay(families, today, wanted);
        const counted = plan.leftOut.reduce((sum, { count }) => sum + count, 0);
        expect(new Set(plan.families.map(({ id }) => id)).size + counted).toBe(families.length);
        expect(plan.families.every(({ says }) => says.length > 0)).toBe(true);
        const barred = new Set(families.filter(({ barred }) => barred).map(({ id }) => id));
        expect(plan.families.some(({ id }) => barred.has(id))).toBe(false);
      }),
    );
  });

  it('fill the list as far as anybody may be reached', () => {
    fc.assert(
      fc.property(anyFamilies, fc.nat(20), (families, wanted) => {
        const plan = planDay(families, today, wanted);
        const waiting = plan.leftOut.filter(({ why }) => why === 'later' || why === 'contacted-lately');
        if (plan.families.length < wanted) expect(waiting).toEqual([]);
      }),
    );
  });
});
