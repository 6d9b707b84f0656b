/** A kader's paper of a day, keyed in: POST /kader-jkn/sheets and /kader-jkn/sheets/check. */
import type { RefusalNotice } from './desk.ts';
import type { Channel, CollectionKind, DateText, Id, MonthText, Outcome } from './records.ts';

/** What was said at the contact. */
export interface SheetContact {
  channel: Exclude<Channel, 'group_education'>;
  outcome: Outcome | null;
  promise_on: DateText | null;
  /** rupiah */
  promise_amount: number | null;
  follow_up_on: DateText | null;
  /** why the family was contacted beyond the cap, the hours or a mute */
  cap_reason: string | null;
}

/** What was paid to the kader, in cash. */
export interface SheetPayment {
  /** rupiah */
  amount: number;
  kind: CollectionKind;
  /** number of the receipt that the kader wrote */
  external_ref: string | null;
  /** whoever keys it in has seen that an equal payment of the day stands */
  confirm_duplicate: boolean;
}

/** One line of the paper. */
export interface SheetRow {
  /** made by whoever keys it in, once; what is told twice by it is recorded once */
  client_id: string;
  binaan: Id;
  /** local time of the branch, `14:30`; null: noon, or now where it is not noon yet */
  time: string | null;
  contact: SheetContact | null;
  payment: SheetPayment | null;
}

export interface Sheet {
  kader: Id;
  /** the day of the contacts */
  date: DateText;
  rows: SheetRow[];
}

/** What became, or would become, of a row. */
export interface SheetRowOutcome {
  client_id: string;
  /** null: none told, or only looked at */
  activity: Id | null;
  collection: Id | null;
  /** what the payment covers; null: no payment */
  months_covered: number | null;
  /** month of the books; null: no payment */
  month: MonthText | null;
  /** the month of payment is closed */
  late: boolean;
  /** it stood already, told by an earlier sending */
  repeated: boolean;
}

/** A row that cannot be recorded as it is, and why. */
export interface SheetRowRefusal extends RefusalNotice {
  client_id: string;
}

export interface SheetRecorded {
  rows: SheetRowOutcome[];
  /** what was recorded by this sending or an earlier one */
  contacts: number;
  payments: number;
  /** rupiah of the payments */
  total: number;
}

/** POST /kader-jkn/sheets/check: nothing is recorded. */
export interface SheetChecked extends SheetRecorded {
  refused: SheetRowRefusal[];
}

export const mostSheetRows = 200;
