/** What to talk about with a kader below target: the reasons that their own contacts give, never a verdict. */

/** Why a month does not count for a kader (design 5.8). */
export type Excuse = 'leave' | 'grace' | 'no_binaan' | 'not_joined';

/** Outcomes of contacts that stand between a visit and a payment. */
export const hindrances = [
  'not_home',
  'cannot_afford',
  'refused',
  'disappointed',
  'moved',
  'address_not_found',
  'deceased',
  'threatened',
] as const;
export type Hindrance = (typeof hindrances)[number];

/** One reason, with the figures that it rests on. */
export type CoachingPoint =
  | { kind: 'threatened'; contacts: number }
  | { kind: 'no-contacts' }
  | { kind: 'few-days'; days: number; working_days: number }
  | { kind: 'few-families'; families: number; due: number }
  | { kind: 'promises-broken'; broken: number; due: number }
  | { kind: 'hindered'; outcome: Exclude<Hindrance, 'threatened'>; contacts: number; of: number };

/** A kader's contacts and promises of one month. */
export interface MonthOfWork {
  contacts: number;
  /** days with a contact */
  contact_days: number;
  /** distinct families a day, summed over the days */
  family_days: number;
  /** contacts by outcome */
  outcomes: Readonly<Record<string, number>>;
  promises_due: number;
  promises_broken: number;
}

interface Expected {
  /** Monday to Saturday, of the part of the month that has passed */
  workingDays: number;
  /** families a day; null: the policy expects none */
  contactsPerDay: number | null;
}

/** A hindrance is worth a word from a tenth of the contacts, and from two of them. */
const leastShare = 0.1;
const leastContacts = 2;
const mostHindrances = 3;

/**
 * The reasons in the order in which to talk about them: safety first, then presence, promises, and what was met at the door.
 * Empty where the contacts give none.
 */
export function coachingPoints(work: MonthOfWork, { workingDays, contactsPerDay }: Expected): CoachingPoint[] {
  const { contacts, contact_days, family_days, outcomes, promises_due, promises_broken } = work;
  const points: CoachingPoint[] = [];
  const threats = outcomes['threatened'] ?? 0;
  if (threats > 0) points.push({ kind: 'threatened', contacts: threats });
  if (contacts === 0) return [...points, { kind: 'no-contacts' }];

  if (contact_days * 2 < workingDays) {
    points.push({ kind: 'few-days', days: contact_days, working_days: workingDays });
  }
  const families = contact_days === 0 ? 0 : family_days / contact_days;
  if (contactsPerDay !== null && families < contactsPerDay) {
    points.push({ kind: 'few-families', families, due: contactsPerDay });
  }
  if (promises_due > 0 && promises_broken * 2 >= promises_due) {
    points.push({ kind: 'promises-broken', broken: promises_broken, due: promises_due });
  }
  const met = hindrances
    .filter((outcome) => outcome !== 'threatened')
    .map((outcome) => ({ kind: 'hindered' as const, outcome, contacts: outcomes[outcome] ?? 0, of: contacts }))
    .filter((one) => one.contacts >= leastContacts && one.contacts >= contacts * leastShare)
    .sort((one, other) => other.contacts - one.contacts);
  return [...points, ...met.slice(0, mostHindrances)];
}
