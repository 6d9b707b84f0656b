/**
 * When somebody may be written to, when a message that did not get through is tried again, and how numbers and addresses
 * are written. Families are left alone while they are muted, at night, and after so many messages a week (domain, "Fairness").
 */
import { type MuteSpan, muteOn } from './contact-rules.ts';
import { type DateText, dateOf, daysAfter, startOfDay, type TimeZone } from './period.ts';

export type Recipient = 'kader' | 'family' | 'user' | 'address';
export type Channel = 'email' | 'whatsapp' | 'sms' | 'letter';

/** What `program_policy` says of messages, in the branch's time zone. Whatever is null is no rule. */
export interface MessageRules {
  timezone: TimeZone;
  /** of one family in any seven days */
  messages_per_week: number | null;
  /** local hours 0..24: from the first, before the second */
  message_hour_from: number | null;
  message_hour_to: number | null;
  /** families alone: the hours of contact hold for messages too */
  contact_hour_from: number | null;
  contact_hour_to: number | null;
}

/** Who must not be written to, as far as it concerns this recipient. */
export interface Stop {
  /** null: every channel */
  channel: Channel | null;
  reason: 'asked' | 'bounced' | 'complained' | 'other';
}

/** What is known of the recipient of one message. */
export interface Standing {
  recipient: Recipient;
  channel: Channel;
  /** the kader is the recipient and the partnership has ended */
  isEnded: boolean;
  /** what still goes to a kader whose partnership has ended: the last statement, the decision, an award */
  isOwed: boolean;
  /** the family is on no list of this branch any more */
  isGone: boolean;
  mutes: readonly MuteSpan[];
  stops: readonly Stop[];
  /** when the family's other messages were, or are to be, sent */
  others: readonly Date[];
  /** null: none is needed (a letter) or it was of no use */
  address: string | null;
  rules: MessageRules;
}

export type MessageRefused =
  | 'kader_ended'
  | 'family_gone'
  | 'muted'
  | 'opted_out'
  | 'bounced'
  | 'no_address'
  | 'family_limit';

/** `at`: the first moment from then on within the hours. */
export type MayMessage = { ok: true; at: Date } | { ok: false; held: MessageRefused };

const daysOfWeek = 7;
const millisecondsPerMinute = 60_000;
const millisecondsPerHour = 60 * millisecondsPerMinute;

/** Whether a message may go to its recipient from a moment on, and when; or why it is held. */
export function mayMessage(standing: Standing, from: Date): MayMessage {
  const { recipient, channel, rules } = standing;
  if (recipient === 'kader' && standing.isEnded && !standing.isOwed) return { ok: false, held: 'kader_ended' };
  if (recipient === 'family' && standing.isGone) return { ok: false, held: 'family_gone' };

  const at = withinHours(rules, recipient, channel, from);
  const day = dateOf(at, rules.timezone);
  if (recipient === 'family' && muteOn(standing.mutes, day) !== null) return { ok: false, held: 'muted' };

  const stops = standing.stops.filter((stop) => stop.channel === null || stop.channel === channel);
  const [stop] = stops.filter(({ reason }) => reason !== 'bounced').concat(stops);
  if (stop !== undefined) return { ok: false, held: stop.reason === 'bounced' ? 'bounced' : 'opted_out' };

  if (channel !== 'letter' && standing.address === null) return { ok: false, held: 'no_address' };
  if (recipient === 'family' && isOneTooMany(standing.others, day, rules)) return { ok: false, held: 'family_limit' };
  return { ok: true, at };
}

/** Whether one more message on the day makes more than the policy says in some seven days. */
function isOneTooMany(others: readonly Date[], day: DateText, { messages_per_week: most, timezone }: MessageRules) {
  if (most === null) return false;
  const all = [...others.map((moment) => dateOf(moment, timezone)), day];
  return all.some((first) => {
    const end = daysAfter(first, daysOfWeek);
    return first <= day && day < end && all.filter((one) => one >= first && one < end).length > most;
  });
}

/** The first moment from one on at which messages of this kind may go out: that moment, or the next opening. */
export function withinHours(rules: MessageRules, recipient: Recipient, channel: Channel, from: Date): Date {
  const [opens, closes] = hoursFor(rules, recipient, channel);
  // what no hour of the day lets through is a setting nobody can have meant
  if (opens >= closes) return from;
  const day = dateOf(from, rules.timezone);
  const hour = (from.getTime() - startOfDay(day, rules.timezone).getTime()) / millisecondsPerHour;
  if (hour >= opens && hour < closes) return from;
  return atHour(hour < opens ? day : daysAfter(day, 1), opens, rules.timezone);
}

/** Letters wake nobody, and officers read their mail when they work. */
function hoursFor(rules: MessageRules, recipient: Recipient, channel: Channel): [opens: number, closes: number] {
  if (channel === 'letter' || recipient === 'user' || recipient === 'address') return [0, 24];
  const own: [number, number] = [rules.message_hour_from ?? 0, rules.message_hour_to ?? 24];
  if (recipient === 'kader') return own;
  return [Math.max(own[0], rules.contact_hour_from ?? 0), Math.min(own[1], rules.contact_hour_to ?? 24)];
}

function atHour(day: DateText, hour: number, timezone: TimeZone): Date {
  return new Date(startOfDay(day, timezone).getTime() + hour * millisecondsPerHour);
}

/** Minutes after the first, second … attempt that a server turned away for the time being. */
const waits = [1, 5, 30, 120, 360, 720, 1440];

/** When a message is tried again after so many attempts; null: no more, it failed. */
export function nextTry(attempts: number, failedAt: Date): Date | null {
  const minutes = waits[attempts - 1];
  return minutes === undefined ? null : new Date(failedAt.getTime() + minutes * millisecondsPerMinute);
}

const countryOfIndonesia = '62';

/**
 * A telephone number as the whole world dials it, without plus: `0812-3456-7890` is 6281234567890. Null where it is none.
 * A number that begins with 8 lost its nought in a sheet.
 */
export function internationalNumber(text: string): string | null {
  const isForeign = /^\s*(\+|00)/.test(text);
  if (/[^\d+\s().-]/.test(text) || text.lastIndexOf('+') > text.search(/\+/)) return null;
  const digits = text.replaceAll(/\D/g, '');
  const number = isForeign ? digits.replace(/^00/, '') : domestic(digits);
  return /^[1-9]\d{7,14}$/.test(number) ? number : null;
}

function domestic(digits: string): string {
  if (digits.startsWith('0')) return countryOfIndonesia + digits.slice(1);
  if (digits.startsWith('8')) return countryOfIndonesia + digits;
  return digits.startsWith(countryOfIndonesia) ? digits : '';
}

/** The number where WhatsApp and SMS can reach it: of Indonesia's numbers only mobile ones, which begin with 8. */
export function mobileNumber(text: string): string | null {
  const number = internationalNumber(text);
  if (number === null) return null;
  if (!number.startsWith(countryOfIndonesia)) return number;
  return /^628\d{7,11}$/.test(number) ? number : null;
}

/** What opens WhatsApp with the number and the text filled in; a person still presses "send". */
export function waLink(number: string, text: string): string {
  return `https://wa.me/${number}?text=${encodeURIComponent(text.toWellFormed())}`;
}

/** One plain address in small letters, or null: what could name a second recipient or a header is none. */
export function emailAddress(text: string): string | null {
  const address = text.trim().toLowerCase();
  const isOne = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(address);
  return isOne && address.length <= 254 && !address.includes('..') ? address : null;
}
