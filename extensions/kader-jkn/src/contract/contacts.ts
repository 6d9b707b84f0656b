/** What the endpoints under `/kader-jkn` say of contacts, promises and mapping. */
import type { ContactRefused } from '../core/contact-rules.ts';
import type { PromiseCount } from '../core/promise.ts';
import type { CheckField, CheckStatus, FamilyCheck, MuteReason } from './contact-records.ts';
import type { DateText, Id, Moment, TimeZone } from './records.ts';

/** GET /kader-jkn/families/:id/contact: whether the family may be contacted now, and what is known of it. */
export interface ContactStanding {
  timezone: TimeZone;
  may: boolean;
  refused: ContactRefused | null;
  /** ISO 8601; null: now, or not known */
  next_allowed: Moment | null;
  /** why nobody contacts it; its explanation is not told */
  mute: { reason: MuteReason; from_date: DateText; until_date: DateText | null } | null;
  /** a mute that waits for the head; null: none */
  requested_mute: Id | null;
  /** contacts of the last seven days, kader and telekolekting together */
  contacts: number;
  cap: number | null;
  hour_from: number | null;
  hour_to: number | null;
  last: { at: Moment; by: 'kader' | 'telekolekting' | 'branch' } | null;
  promise: { on: DateText; amount: number | null } | null;
}

/** GET /kader-jkn/kader/:id/promises: promises of the last half year. */
export interface KeptPromises extends PromiseCount {
  /** of those judged, in basis points; null: none is judged yet */
  kept_bp: number | null;
  due_today: number;
  since: DateText;
}

/** How many families of a desa or a kader were gone through. */
export interface MappedCount {
  id: Id | null;
  name: string;
  /** kecamatan of a desa, code of a kader */
  detail: string | null;
  families: number;
  checked: number;
  /** with corrections that wait for staff */
  waiting: number;
}

/** GET /kader-jkn/mapping: families that are held and still contacted. */
export interface MappingProgress {
  families: number;
  checked: number;
  waiting: number;
  desa: MappedCount[];
  kader: MappedCount[];
}

/** A correction that waits: what was found beside what the family has now. */
export interface WaitingCheck extends Pick<FamilyCheck, 'id' | 'binaan' | 'checked_on' | 'how' | 'note'> {
  head_name: string;
  desa: string | null;
  kader: string | null;
  corrections: { field: CheckField; found: string | number; present: string | number | null }[];
}

/** POST /kader-jkn/checks/:id/decision */
export interface CheckDecision {
  /** none: all is declined */
  accept: CheckField[];
  note: string | null;
}

export interface CheckDecided {
  id: Id;
  status: CheckStatus;
}
