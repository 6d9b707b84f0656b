import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emailAddress,
  internationalNumber,
  type MessageRules,
  mayMessage,
  mobileNumber,
  nextTry,
  type Standing,
  waLink,
  withinHours,
} from './message-rules.ts';
import { dateOf, daysAfter, startOfDay, type TimeZone } from './period.ts';

const zones: TimeZone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

const noRules: MessageRules = {
  timezone: 'Asia/Jakarta',
  messages_per_week: null,
  message_hour_from: null,
  message_hour_to: null,
  contact_hour_from: null,
  contact_hour_to: null,
};

const family: Standing = {
  recipient: 'family',
  channel: 'whatsapp',
  isEnded: false,
  isOwed: false,
  isGone: false,
  mutes: [],
  stops: [],
  others: [],
  address: '6281234567890',
  rules: noRules,
};

const noon = new Date('2026-03-10T05:00:00Z');
const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
const hours = fc.option(fc.integer({ min: 0, max: 24 }), { nil: null });
const rules: fc.Arbitrary<MessageRules> = fc.record({
  timezone: fc.constantFrom(...zones),
  messages_per_week: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
  message_hour_from: hours,
  message_hour_to: hours,
  contact_hour_from: hours,
  contact_hour_to: hours,
});

function localHour(moment: Date, timezone: TimeZone): number {
  return (moment.getTime() - startOfDay(dateOf(moment, timezone), timezone).getTime()) / 3_600_000;
}

describe('the hours of messages', () => {
  const quiet = { ...noRules, message_hour_from: 7, message_hour_to: 20, contact_hour_from: 8, contact_hour_to: 19 };

  it('are those of the branch: what is late in WIT is still in time in WIB', () => {
    const evening = new Date('2026-03-10T11:30:00Z');
    const opens = zones.map((timezone) => withinHours({ ...quiet, timezone }, 'kader', 'email', evening).toISOString());
    expect(opens).toEqual(['2026-03-10T11:30:00.000Z', '2026-03-10T11:30:00.000Z', '2026-03-10T22:00:00.000Z']);
  });

  it('are narrower for families, whom the hours of contact protect too', () => {
    const early = new Date('2026-03-10T00:30:00Z');
    expect(withinHours(quiet, 'kader', 'whatsapp', early)).toEqual(early);
    expect(withinHours(quiet, 'family', 'whatsapp', early).toISOString()).toBe('2026-03-10T01:00:00.000Z');
    const late = new Date('2026-03-10T12:00:00Z');
    expect(withinHours(quiet, 'family', 'whatsapp', late).toISOString()).toBe('2026-03-11T01:00:00.000Z');
  });

  it('bind neither letters nor mail to officers', () => {
    const night = new Date('2026-03-10T19:00:00Z');
    expect(withinHours(quiet, 'family', 'letter', night)).toEqual(night);
    expect(withinHours(quiet, 'user', 'email', night)).toEqual(night);
    expect(withinHours(quiet, 'address', 'email', night)).toEqual(night);
  });

  it('give a moment within them, never earlier, and within a day', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom('kader' as const, 'family' as const), moments, (given, recipient, from) => {
        const at = withinHours(given, recipient, 'email', from);
        expect(at.getTime()).toBeGreaterThanOrEqual(from.getTime());
        expect(at.getTime() - from.getTime()).toBeLessThan(25 * 3_600_000);
        expect(withinHours(given, recipient, 'email', at)).toEqual(at);
        const opens = Math.max(
          given.message_hour_from ?? 0,
          recipient === 'family' ? (given.contact_hour_from ?? 0) : 0,
        );
        const closes = Math.min(
          given.message_hour_to ?? 24,
          recipient === 'family' ? (given.contact_hour_to ?? 24) : 24,
        );
        if (opens >= closes) return;
        expect(localHour(at, given.timezone)).toBeGreaterThanOrEqual(opens);
        expect(localHour(at, given.timezone)).toBeLessThan(closes);
      }),
    );
  });
});

describe('whether somebody may be written to', () => {
  it('counts the messages of a family in any seven days', () => {
    const two = { ...noRules, messages_per_week: 2 };
    const on = (...days: number[]) => days.map((count) => new Date(noon.getTime() + count * 86_400_000));
    const may = (...days: number[]) => mayMessage({ ...family, rules: two, others: on(...days) }, noon).ok;
    expect([may(-1), may(-1, -6), may(-1, -7), may(-3, 3), may(2, 3), may(-7, -8)]).toEqual([
      ...[true, false, true, false, false, true],
    ]);
  });

  it('never lets more go in any seven days than the policy says, in whatever order they are asked', () => {
    fc.assert(
      fc.property(fc.array(moments, { maxLength: 25 }), fc.integer({ min: 1, max: 3 }), (asked, most) => {
        const sent: Date[] = [];
        for (const from of asked) {
          const standing = { ...family, rules: { ...noRules, messages_per_week: most }, others: [...sent] };
          const may = mayMessage(standing, from);
          if (may.ok) sent.push(may.at);
        }
        const days = sent.map((moment) => dateOf(moment, 'Asia/Jakarta'));
        for (const first of days) {
          const end = daysAfter(first, 7);
          expect(days.filter((day) => day >= first && day < end).length).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it('leaves muted families alone on every day of the mute, as it will be when the message goes', () => {
    const mutes = [{ from_date: dateOf(noon, 'Asia/Jakarta'), until_date: dateOf(noon, 'Asia/Jakarta') }];
    expect(mayMessage({ ...family, mutes }, noon)).toEqual({ ok: false, held: 'muted' });
    const evening = new Date('2026-03-10T14:00:00Z');
    const rules = { ...noRules, message_hour_to: 20 };
    expect(mayMessage({ ...family, mutes, rules }, evening)).toMatchObject({ ok: true });
  });

  it('heeds a stop of the channel or of all, and says which it was', () => {
    const stopped = (channel: 'email' | 'whatsapp' | null, reason: 'asked' | 'bounced') =>
      mayMessage({ ...family, stops: [{ channel, reason }] }, noon);
    expect(stopped('email', 'asked')).toMatchObject({ ok: true });
    expect(stopped('whatsapp', 'asked')).toEqual({ ok: false, held: 'opted_out' });
    expect(stopped(null, 'bounced')).toEqual({ ok: false, held: 'bounced' });
  });

  it('writes to a former kader of what is owed to them only', () => {
    const former: Standing = { ...family, recipient: 'kader', isEnded: true };
    expect(mayMessage(former, noon)).toEqual({ ok: false, held: 'kader_ended' });
    expect(mayMessage({ ...former, isOwed: true }, noon)).toMatchObject({ ok: true });
  });

  it('needs an address, but for a letter', () => {
    expect(mayMessage({ ...family, address: null }, noon)).toEqual({ ok: false, held: 'no_address' });
    expect(mayMessage({ ...family, channel: 'letter', address: null }, noon)).toMatchObject({ ok: true });
  });
});

describe('the next attempt', () => {
  it('comes later every time, and seven times', () => {
    const minutes = Array.from({ length: 9 }, (_, index) => nextTry(index + 1, noon)).map(
      (next) => next && (next.getTime() - noon.getTime()) / 60_000,
    );
    expect(minutes).toEqual([1, 5, 30, 120, 360, 720, 1440, null, null]);
    expect(nextTry(0, noon)).toBeNull();
  });
});

describe('telephone numbers', () => {
  it.each([
    ['0812-3456-7890', '6281234567890'],
    ['+62 812 3456 7890', '6281234567890'],
    ['62812 3456 7890', '6281234567890'],
    ['81234567890', '6281234567890'],
    ['0062 812-3456-7890', '6281234567890'],
    ['(0271) 712345', '62271712345'],
    ['+60 12 345 6789', '60123456789'],
    ['0812', null],
    ['nomor', null],
    ['', null],
    ['+62+812', null],
    ['12345678', null],
  ])('%s is %s', (given, expected) => {
    expect(internationalNumber(given)).toBe(expected);
  });

  it('are of use for WhatsApp where they are mobile', () => {
    expect(mobileNumber('0271 712345')).toBeNull();
    expect(mobileNumber('0812-3456-7890')).toBe('6281234567890');
    expect(mobileNumber('+60 12 345 6789')).toBe('60123456789');
  });

  it('once read stay what they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^08[0-9]{8,11}$/), (any, mobile) => {
        for (const text of [any, mobile]) {
          const number = internationalNumber(text);
          if (number === null) continue;
          expect(number).toMatch(/^[1-9]\d{7,14}$/);
          expect(internationalNumber(`+${number}`)).toBe(number);
        }
        expect(mobileNumber(mobile)).toBe(`62${mobile.slice(1)}`);
      }),
    );
  });

  it('make a link that holds the whole text and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const link = new URL(waLink('6281234567890', text));
        expect([link.host, link.pathname]).toEqual(['wa.me', '/6281234567890']);
        expect([...link.searchParams.keys()]).toEqual(['text']);
        expect(link.searchParams.get('text')).toBe(text.toWellFormed());
      }),
    );
  });
});

describe('e-mail addresses', () => {
  it.each([
    [' Ani.Wati+jkn@Example.co.id ', 'ani.wati+jkn@example.co.id'],
    ['ani@localhost', null],
    ['ani@example.com, budi@example.com', null],
    ['Ani <ani@example.com>', null],
    ['ani@example.com\r\nBcc: budi@example.com', null],
    ['"ani"@example.com', null],
    ['ani@@example.com', null],
    ['ani..wati@example.com', null],
    ['', null],
  ])('%j is %j', (given, expected) => {
    expect(emailAddress(given)).toBe(expected);
  });

  it('never hold what SMTP or a header would read as more', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (local, rest) => {
        const address = emailAddress(`${local}@${rest}.id`);
        if (address !== null) expect(address).toMatch(/^[^\s<>,;:"()[\]\\]+@[a-z0-9.-]+$/);
      }),
    );
  });
});
