/**
 * When a family may be contacted: in the hours of the policy, not more often in seven days than it says, and not while it is
 * muted. One log for kader and telekolekting, so neither knows of a contact that the other does not count. Groups do not count.
 */
import { type DateText, dateOf, daysAfter, startOfDay, type TimeZone } from './period.ts';

/** A contact of the family's log; group education may be among them and is left out. */
export interface LoggedContact {
  at: Date | string;
  channel: string;
}

/** An approved mute: first and last day, both included; until_date null: without an end. */
export interface MuteSpan {
  from_date: DateText;
  until_date: DateText | null;
}

/** What `program_policy` says of contacts, in the branch's time zone. Whatever is null is no rule. */
export interface ContactPolicy {
  timezone: TimeZone;
  /** contacts of one family in any seven days */
  contact_cap_week: number | null;
  /** local hours 0..24: from the first, before the second */
  contact_hour_from: number | null;
  contact_hour_to: number | null;
}

export type ContactRefused = 'muted' | 'hours' | 'cap';

/** `nextAllowed` is the first moment from then on at which nothing stands in the way; null: never, as far as is known. */
export type MayContact = { ok: true } | { ok: false; refused: ContactRefused; nextAllowed: Date | null };

const daysOfCap = 7;
const millisecondsPerHour = 3_600_000;
/** Nothing that is known today stands in the way for longer than a mute and a week. */
const mostSteps = 1000;

/** Whether the family may be contacted at a moment, and when next where not. */
export function mayContact(
  contacts: readonly LoggedContact[],
  mutes: readonly MuteSpan[],
  policy: ContactPolicy,
  at: Date,
): MayContact {
  const days = contacts
    .filter(({ channel }) => channel !== 'group_education')
    .map((contact) => dateOf(contact.at, policy.timezone));
  const refused = refusedBy(days, mutes, policy, at);
  if (refused === null) return { ok: true };

  let moment: Date | null = at;
  for (let step = 0; step < mostSteps && moment !== null; step++) {
    const still = refusedBy(days, mutes, policy, moment);
    if (still === null) return { ok: false, refused, nextAllowed: moment };
    moment = afterwards(still, mutes, policy, moment);
  }
  return { ok: false, refused, nextAllowed: null };
}

/** The mute in force on a day, the longest of several; null: none. */
export function muteOn<T extends MuteSpan>(mutes: readonly T[], day: DateText): T | null {
  const inForce = mutes.filter((mute) => mute.from_date <= day && (mute.until_date === null || mute.until_date >= day));
  return inForce.sort((one, other) => (endOf(one) < endOf(other) ? 1 : -1))[0] ?? null;
}

function refusedBy(
  days: readonly DateText[],
  mutes: readonly MuteSpan[],
  policy: ContactPolicy,
  at: Date,
): ContactRefused | null {
  const day = dateOf(at, policy.timezone);
  if (muteOn(mutes, day) !== null) return 'muted';
  if (breaksCap(days, day, policy.contact_cap_week)) return 'cap';
  return isOutsideHours(policy, at) ? 'hours' : null;
}

/** Whether one more contact on the day makes more than `cap` in some seven days: records may come in late. */
function breaksCap(days: readonly DateText[], day: DateText, cap: number | null): boolean {
  if (cap === null) return false;
  const near = days.filter((one) => one > daysAfter(day, -daysOfCap) && one < daysAfter(day, daysOfCap));
  const all = [...near, day];
  return all.some((first) => {
    const end = daysAfter(first, daysOfCap);
    return first <= day && day < end && all.filter((one) => one >= first && one < end).length > cap;
  });
}

function isOutsideHours({ timezone, contact_hour_from: from, contact_hour_to: to }: ContactPolicy, at: Date): boolean {
  const hour = (at.getTime() - startOfDay(dateOf(at, timezone), timezone).getTime()) / millisecondsPerHour;
  return (from !== null && hour < from) || (to !== null && hour >= to);
}

/** The next moment at which what refused now may have ended. */
function afterwards(refused: ContactRefused, mutes: readonly MuteSpan[], policy: ContactPolicy, at: Date): Date | null {
  const day = dateOf(at, policy.timezone);
  if (refused === 'muted') {
    const until = muteOn(mutes, day)?.until_date ?? null;
    return until === null ? null : opening(daysAfter(until, 1), policy);
  }
  const today = opening(day, policy);
  return refused === 'hours' && at < today ? today : opening(daysAfter(day, 1), policy);
}

/** The first moment of a day at which the policy lets contact families. */
function opening(day: DateText, { timezone, contact_hour_from: from }: ContactPolicy): Date {
  return new Date(startOfDay(day, timezone).getTime() + (from ?? 0) * millisecondsPerHour);
}

function endOf({ until_date: until }: MuteSpan): string {
  return until ?? '9999-12-31';
}
