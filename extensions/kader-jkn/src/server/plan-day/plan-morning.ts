import { mayContact } from '../../core/contact-rules.ts';
import { type DayPlan, type PlannableFamily, planDay } from '../../core/day-plan.ts';
import { kaderEligibility, type WindowPolicy } from '../../core/eligibility.ts';
import { type DateText, dateOf, startOfDay } from '../../core/period.ts';
import { type WorkModeAnswer, workModeOn } from '../../core/work-mode.ts';
import { internationalPhone } from '../desk/receipt.ts';
import type { MorningFamily, MorningRules } from './read-morning.ts';

/** Where no policy says how many families a day. */
const usualCount = 10;
const millisecondsPerHour = 3_600_000;

const noWindows: WindowPolicy = {
  kader_window_min: null,
  kader_window_max: null,
  tele_window_min: null,
  tele_window_max: null,
  priority_min: null,
  outside_list_allowed: true,
};

export interface MorningPlan extends DayPlan {
  /** how work is done for each family, by its id */
  modes: ReadonlyMap<number, WorkModeAnswer>;
}

/** The plan of a day by the rules in force; `count` asks for more families than the policy does. */
export function planMorning(
  families: readonly MorningFamily[],
  rules: MorningRules,
  date: DateText,
  count: number | null,
): MorningPlan {
  const modes = new Map(
    families.map(({ id, lineage }) => [id, workModeOn(date, lineage, rules.own, rules.rules)] as const),
  );
  const plannable = families.map((family) => toPlan(family, rules, date, modes.get(family.id)?.mode ?? 'visit'));
  const wanted = count ?? rules.policy?.contacts_per_day ?? usualCount;
  return { ...planDay(plannable, date, wanted), modes };
}

function toPlan(
  family: MorningFamily,
  { policy, own, timezone }: MorningRules,
  date: DateText,
  mode: PlannableFamily['mode'],
): PlannableFamily {
  const ownDesa = own.map(({ area }) => area);
  const { owed_months, source } = family;
  // who is not active is left out for that, not for the window
  const asActive = { status: 'active', owed_months, source, area: family.desa?.id ?? null };
  const { eligible: inWindow, priority } = kaderEligibility(asActive, ownDesa, policy ?? noWindows);
  return {
    id: family.id,
    name: family.name,
    desa: family.desa,
    owes: family.status !== 'settled' && (family.owed_amount > 0 || family.owed_months > 0),
    inactive: !['active', 'muted', 'settled'].includes(family.status),
    inWindow,
    priority,
    mode,
    phone: phoneKind(family.phone),
    promise: family.promise,
    missed: family.missed,
    followUpOn: family.follow_up_on,
    lastContactOn: family.last_contact_on,
    barred: barredOn(family, policy, timezone, date),
  };
}

/** Asked at the hour at which the policy lets contacts begin: the hours themselves bar nobody from a day. */
function barredOn(
  { lately, mutes, status }: MorningFamily,
  policy: MorningRules['policy'],
  timezone: MorningRules['timezone'],
  date: DateText,
): PlannableFamily['barred'] {
  const { contact_cap_week = null, contact_hour_from = null, contact_hour_to = null } = policy ?? {};
  const opening = new Date(startOfDay(date, timezone).getTime() + (contact_hour_from ?? 0) * millisecondsPerHour);
  const answer = mayContact(
    lately.map((at) => ({ at: new Date(at), channel: 'visit' })),
    mutes,
    { timezone, contact_cap_week, contact_hour_from, contact_hour_to },
    opening,
  );
  if (answer.ok) return status === 'muted' ? { why: 'muted', next: null } : null;
  const next = answer.nextAllowed && dateOf(answer.nextAllowed, timezone);
  return { why: answer.refused === 'muted' ? 'muted' : 'capped', next };
}

/** A mobile number takes WhatsApp, another a call; what is no number is none. */
function phoneKind(phone: string | null): PlannableFamily['phone'] {
  const number = internationalPhone(phone);
  if (number === null) return null;
  return number.startsWith('628') ? 'mobile' : 'landline';
}
