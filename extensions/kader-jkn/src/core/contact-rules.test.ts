import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ContactPolicy, type LoggedContact, type MuteSpan, mayContact } from './contact-rules.ts';
import type { DateText } from './period.ts';

const policy: ContactPolicy = {
  timezone: 'Asia/Jakarta',
  contact_cap_week: 3,
  contact_hour_from: 8,
  contact_hour_to: 20,
};
/** A moment in WIB. */
const wib = (text: string) => new Date(`${text}:00+07:00`);
const visits = (...days: string[]): LoggedContact[] =>
  days.map((day) => ({ at: wib(`${day}T10:00`), channel: 'visit' }));
const mute = (from: string, until: string | null): MuteSpan => ({
  from_date: from as DateText,
  until_date: until as DateText | null,
});
const ask = (contacts: LoggedContact[], at: string, mutes: MuteSpan[] = [], rules = policy) =>
  mayContact(contacts, mutes, rules, wib(at));

describe('the hours of contact', () => {
  it('begin with the first and end before the last', () => {
    expect(ask([], '2026-03-02T08:00')).toEqual({ ok: true });
    expect(ask([], '2026-03-02T19:59')).toEqual({ ok: true });
    expect(ask([], '2026-03-02T07:59')).toEqual({ ok: false, refused: 'hours', nextAllowed: wib('2026-03-02T08:00') });
    expect(ask([], '2026-03-02T20:00')).toEqual({ ok: false, refused: 'hours', nextAllowed: wib('2026-03-03T08:00') });
  });

  it('are those of the branch', () => {
    const east: ContactPolicy = { ...policy, timezone: 'Asia/Jayapura' };
    expect(ask([], '2026-03-02T06:30', [], east)).toEqual({ ok: true });
    expect(ask([], '2026-03-02T18:30', [], east)).toMatchObject({ ok: false, refused: 'hours' });
  });

  it('and every other rule are off where the policy is silent', () => {
    const silent: ContactPolicy = { ...policy, contact_cap_week: null, contact_hour_from: null, contact_hour_to: null };
    const many = visits('2026-03-02', '2026-03-02', '2026-03-02', '2026-03-02');
    expect(ask(many, '2026-03-02T23:59', [], silent)).toEqual({ ok: true });
  });
});

describe('the cap', () => {
  const three = visits('2026-03-02', '2026-03-04', '2026-03-06');

  it('counts any seven days, and says from when on one more is in order', () => {
    expect(ask(three.slice(1), '2026-03-07T10:00')).toEqual({ ok: true });
    expect(ask(three, '2026-03-07T10:00')).toEqual({ ok: false, refused: 'cap', nextAllowed: wib('2026-03-09T08:00') });
    expect(ask(three, '2026-03-09T10:00')).toEqual({ ok: true });
  });

  it('holds for a contact that is recorded late, between others', () => {
    expect(ask(three, '2026-03-01T10:00')).toMatchObject({ ok: false, refused: 'cap' });
    expect(ask(three, '2026-02-27T10:00')).toEqual({ ok: true });
  });

  it('does not count group education', () => {
    const groups = three.map((contact) => ({ ...contact, channel: 'group_education' }));
    expect(ask(groups, '2026-03-07T10:00')).toEqual({ ok: true });
  });
});

describe('a mute', () => {
  it('holds on its first and last day, and lets contact the family on the day after', () => {
    const away = [mute('2026-03-02', '2026-03-31')];
    expect(ask([], '2026-03-01T10:00', away)).toEqual({ ok: true });
    for (const day of ['2026-03-02', '2026-03-31']) {
      const answer = { ok: false, refused: 'muted', nextAllowed: wib('2026-04-01T08:00') };
      expect(ask([], `${day}T10:00`, away)).toEqual(answer);
    }
    expect(ask([], '2026-04-01T10:00', away)).toEqual({ ok: true });
  });

  it('without an end is never over', () => {
    const answer = { ok: false, refused: 'muted', nextAllowed: null };
    expect(ask([], '2026-03-02T10:00', [mute('2026-01-01', null)])).toEqual(answer);
  });
});

describe('the next moment', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((n) => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10));
  const hour = fc.integer({ min: 0, max: 23 }).map((n) => String(n).padStart(2, '0'));

  it('is allowed, and not before what was asked', () => {
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 12 }),
        fc.array(fc.tuple(day, day), { maxLength: 3 }),
        fc.tuple(day, hour),
        fc.integer({ min: 1, max: 4 }),
        (contacts, spans, [on, at], cap) => {
          const mutes = spans.map(([one, other]) => mute(one < other ? one : other, one < other ? other : one));
          const rules = { ...policy, contact_cap_week: cap };
          const asked = wib(`${on}T${at}:00`);
          const answer = mayContact(visits(...contacts), mutes, rules, asked);
          if (answer.ok) return;
          expect(answer.nextAllowed).not.toBeNull();
          if (answer.nextAllowed === null) return;
          expect(answer.nextAllowed > asked).toBe(true);
          expect(mayContact(visits(...contacts), mutes, rules, answer.nextAllowed)).toEqual({ ok: true });
        },
      ),
    );
  });
});
