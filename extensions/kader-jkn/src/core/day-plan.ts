/**
 * Whom a kader reaches on a day, and why (design: "Fairness": an order that can be said in words, no score of anybody).
 * The same families and the same date always make the same list.
 */
import type { Words } from './calendar-words.ts';
import { explainReason, type PlanReason } from './day-plan-words.ts';
import { type DateText, daysAfter } from './period.ts';
import type { WorkMode } from './work-mode.ts';

/** A family as the plan sees it in the morning of the day: what happened on the day itself does not move it. */
export interface PlannableFamily {
  id: number;
  name: string;
  /** null: not known */
  desa: { id: number; code: string; name: string } | null;
  /** on the kader's list and owing */
  owes: boolean;
  /** a status other than active: moved, off list … */
  inactive: boolean;
  /** owes as many months as the kader's window asks for */
  inWindow: boolean;
  /** owes as many months as come first by the policy */
  priority: boolean;
  mode: WorkMode;
  phone: 'mobile' | 'landline' | null;
  /** its newest promise, unless it was kept */
  promise: { on: DateText; amount: number | null } | null;
  /**
   * instalments of its plan that were due and are not paid in full: how many, the due days of the first and the last, and the
   * rupiah that they lack together
   */
  missed: { count: number; since: DateText; last: DateText; lacking: number } | null;
  /** the day on which it asked to be contacted again */
  followUpOn: DateText | null;
  lastContactOn: DateText | null;
  /** why nobody may contact it on the day; `next`: from when one may again, null: not known */
  barred: { why: 'muted' | 'capped'; next: DateText | null } | null;
}

export type ProposedChannel = 'visit' | 'whatsapp' | 'phone';

/** Why a family is not on the list; `later`: nothing is wrong, its turn comes. */
export type LeftOutWhy =
  | 'muted'
  | 'capped'
  | 'inactive'
  | 'settled'
  | 'promise-later'
  | 'follow-up-later'
  | 'outside-window'
  | 'no-phone'
  | 'contacted-lately'
  | 'later';

export interface PlannedFamily {
  id: number;
  /** why it is here, the weightiest first; never empty */
  reasons: PlanReason[];
  says: Words[];
  /** null: work is from home and the family has no phone */
  channel: ProposedChannel | null;
}

export interface LeftOut {
  why: LeftOutWhy;
  count: number;
  /** the first day on which one of them may be contacted again; null: not known */
  next: DateText | null;
}

export interface DayPlan {
  families: PlannedFamily[];
  /** in a fixed order, without those that count nobody */
  leftOut: LeftOut[];
}

/** A family that nothing calls for comes last for so many days after a contact. */
const restDays = 7;

const leftOutOrder: readonly LeftOutWhy[] = [
  'muted',
  'capped',
  'promise-later',
  'follow-up-later',
  'no-phone',
  'contacted-lately',
  'outside-window',
  'settled',
  'inactive',
  'later',
];

interface Called {
  family: PlannableFamily;
  reasons: PlanReason[];
  /** 0: promised for today, 1: asked for today, 2: promise broken, 3: instalment missed, 4: priority, 5: any other, 6: contacted lately */
  step: number;
}

const missedStep = 3;
const priorityStep = 4;
const usualStep = 5;
const restingStep = 6;

/**
 * The list of a day: everybody who promised or asked for it, or missed what was due and nobody has talked with since, then as
 * many more as make `wanted` families. Those are taken from the priority window first, in a desa that is on the list already,
 * and the longest not contacted first; whoever was contacted in the last seven days only where nobody else is left.
 */
export function planDay(families: readonly PlannableFamily[], date: DateText, wanted: number): DayPlan {
  const called: Called[] = [];
  const free: Called[] = [];
  const left = new Map<LeftOutWhy, LeftOut>();
  const leave = (why: LeftOutWhy, next: DateText | null = null) => {
    const former = left.get(why) ?? { why, count: 0, next: null };
    left.set(why, { why, count: former.count + 1, next: sooner(former.next, next) });
  };

  for (const family of families) {
    const candidate = call(family, date);
    const why = reasonToLeave(candidate, date);
    if (why !== null) leave(why.why, why.next);
    else (candidate.step <= missedStep ? called : free).push(candidate);
  }

  const list = called.sort(byStepThenDesa);
  const desa = new Set(list.map(({ family }) => family.desa?.id ?? null));
  const waiting = new Set(free.sort(byNeed));
  while (list.length < wanted && waiting.size > 0) {
    const next = nextOf(waiting, desa);
    waiting.delete(next);
    const near = next.family.desa !== null && desa.has(next.family.desa.id);
    if (near) next.reasons.push({ kind: 'same-desa', desa: next.family.desa?.name ?? '' });
    desa.add(next.family.desa?.id ?? null);
    list.push(next);
  }
  for (const { family, step } of waiting) {
    if (step === restingStep) leave('contacted-lately', restedOn(family));
    else leave('later');
  }

  return {
    families: list.map(({ family, reasons }) => ({
      id: family.id,
      reasons,
      says: reasons.map((reason) => explainReason(reason)),
      channel: channelOf(family),
    })),
    leftOut: leftOutOrder.map((why) => left.get(why)).filter((one) => one !== undefined),
  };
}

/** What calls for a family on the day, the weightiest first. */
function call(family: PlannableFamily, date: DateText): Called {
  const { promise, missed, followUpOn, lastContactOn, priority } = family;
  const reasons: PlanReason[] = [];
  let step = stepUncalled(family, date);
  const raise = (to: number, reason: PlanReason) => {
    step = Math.min(step, to);
    reasons.push(reason);
  };
  if (promise !== null && promise.on === date) raise(0, { kind: 'promise-due', amount: promise.amount });
  if (followUpOn !== null && followUpOn <= date && before(lastContactOn, followUpOn)) {
    raise(1, { kind: 'follow-up', on: followUpOn, late: followUpOn < date });
  }
  if (promise !== null && promise.on < date && !after(lastContactOn, promise.on)) {
    raise(2, { kind: 'promise-broken', on: promise.on, amount: promise.amount });
  }
  // who named a day that is yet to come is waited for
  const namedDay = [promise?.on ?? null, followUpOn].some((day) => after(day, date));
  if (missed !== null && !namedDay && !after(lastContactOn, missed.last)) {
    const { count, since, lacking } = missed;
    raise(missedStep, { kind: 'instalment-missed', count, since, lacking });
  }
  if (priority) reasons.push({ kind: 'priority' });
  reasons.push(lastContactOn === null ? { kind: 'never-contacted' } : { kind: 'not-contacted', since: lastContactOn });
  return { family, reasons, step };
}

function stepUncalled(family: PlannableFamily, date: DateText): number {
  const rested = restedOn(family);
  if (rested !== null && rested > date) return restingStep;
  return family.priority ? priorityStep : usualStep;
}

/** The day from which a family that nothing calls for may come again; null: it was not contacted. */
function restedOn({ lastContactOn }: PlannableFamily): DateText | null {
  return lastContactOn === null ? null : daysAfter(lastContactOn, restDays);
}

function reasonToLeave({ family, step }: Called, date: DateText): { why: LeftOutWhy; next: DateText | null } | null {
  const { barred, promise, followUpOn } = family;
  const why = (reason: LeftOutWhy, next: DateText | null = null) => ({ why: reason, next });
  if (barred !== null) return why(barred.why, barred.next);
  if (family.inactive) return why('inactive');
  if (!family.owes) return why('settled');
  if (step <= missedStep) return null;
  if (promise !== null && promise.on > date) return why('promise-later', promise.on);
  if (followUpOn !== null && followUpOn > date) return why('follow-up-later', followUpOn);
  if (!family.inWindow) return why('outside-window');
  return channelOf(family) === null ? why('no-phone') : null;
}

/** By what calls for them, then desa by desa, then the longest not contacted. */
function byStepThenDesa(one: Called, other: Called): number {
  return (
    one.step - other.step || compare(one.family.desa?.code ?? '~', other.family.desa?.code ?? '~') || byNeed(one, other)
  );
}

function byNeed(one: Called, other: Called): number {
  return (
    one.step - other.step ||
    compare(one.family.lastContactOn ?? '', other.family.lastContactOn ?? '') ||
    compare(one.family.desa?.code ?? '~', other.family.desa?.code ?? '~') ||
    compare(one.family.name, other.family.name) ||
    one.family.id - other.family.id
  );
}

/** The best of those in a desa that is on the list already, as long as the same step calls for it; else the best of all. */
function nextOf(waiting: ReadonlySet<Called>, desa: ReadonlySet<number | null>): Called {
  let best: Called | null = null;
  for (const candidate of waiting) {
    best ??= candidate;
    if (candidate.step > best.step) break;
    if (candidate.family.desa !== null && desa.has(candidate.family.desa.id)) return candidate;
  }
  if (best === null) throw new RangeError('Nobody is waiting');
  return best;
}

function channelOf({ mode, phone }: PlannableFamily): ProposedChannel | null {
  if (mode === 'visit') return 'visit';
  if (phone === null) return null;
  return phone === 'mobile' ? 'whatsapp' : 'phone';
}

function before(day: DateText | null, limit: DateText): boolean {
  return day === null || day < limit;
}

function after(day: DateText | null, limit: DateText): boolean {
  return day !== null && day > limit;
}

function sooner(one: DateText | null, other: DateText | null): DateText | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
