import type { BinaanStatus, DateText, Id, Moment, Tracked, UserId } from './records.ts';

export type PromiseState = 'open' | 'kept' | 'broken';

/** What a contact keeps beside what was said: its promise as judged, what follows, and why it passed the rules of contact. */
export interface ContactFollowUp {
  /** derived from the family's payments; null: nothing was promised */
  promise_state: PromiseState | null;
  /** local day on which it was found kept or broken; null while open */
  promise_judged_on: DateText | null;
  follow_up_on: DateText | null;
  /** why a contact beyond cap, hours or a mute was in order */
  cap_reason: string | null;
}

export type MuteReason = 'deceased' | 'moved' | 'hardship' | 'other';
export type MuteStatus = 'requested' | 'approved' | 'declined' | 'ended';

/** A family that nobody contacts for a time: asked by one person, approved by another. */
export interface Mute extends Tracked {
  binaan: Id;
  branch: Id;
  reason: MuteReason;
  status: MuteStatus;
  /** first and last day, both included; null: without an end */
  from_date: DateText;
  until_date: DateText | null;
  note: string | null;
  asked_by: UserId | null;
  decided_by: UserId | null;
  decided_at: Moment | null;
  decision_note: string | null;
  /** null: its last day passed */
  ended_by: UserId | null;
  ended_at: Moment | null;
}

export type CheckStatus = 'confirmed' | 'waiting' | 'accepted' | 'declined';
export type LivesHere = 'yes' | 'moved' | 'not_found';
export type WantsToPay = 'now' | 'instalments' | 'later' | 'cannot';

/** What a kader found of a family: as it stands, or otherwise. What differs waits for staff. */
export interface FamilyCheck extends Tracked {
  client_id: string | null;
  binaan: Id;
  branch: Id;
  /** who went there; null: staff */
  kader: Id | null;
  status: CheckStatus;
  checked_on: DateText;
  how: 'visit' | 'phone' | 'document';
  lives_here: LivesHere;
  /** as found; null: nothing was said of it */
  members: number | null;
  phone: string | null;
  address: string | null;
  wants_to_pay: WantsToPay | null;
  note: string | null;
  /** as the family stood when it was checked */
  status_before: BinaanStatus | null;
  members_before: number | null;
  phone_before: string | null;
  address_before: string | null;
  /** which corrections the family took over */
  accepted_fields: CheckField[] | null;
  decided_by: UserId | null;
  decided_at: Moment | null;
  decision_note: string | null;
}

/** What of a family a check can correct, in the order of the form. */
export const checkFields = ['lives_here', 'members', 'phone', 'address'] as const;
export type CheckField = (typeof checkFields)[number];
