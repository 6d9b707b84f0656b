/**
 * One record of every collection, as the API and SQL know it. The single list of field names.
 *
 * Money is whole rupiah, rates are basis points (2500 = 25%), months are `YYYY-MM` text, dates are
 * `YYYY-MM-DD` text in the branch's own calendar, moments are ISO 8601 with a zone (timestamptz).
 * `bigInteger` columns reach REST clients as strings; inside the server they are numbers.
 */

import type { PaymentSplit } from '../core/split-payment.ts';
import type { Award, AwardRule } from './award-records.ts';
import type { ContactFollowUp, FamilyCheck, Mute } from './contact-records.ts';
import type { FamilyDuplicate } from './duplicate-records.ts';
import type { Enrolment } from './enrolment-records.ts';
import type { ImportBatch, ImportChange, ImportIssue, ImportSource } from './import-records.ts';
import type { Complaint, ComplaintCategory, Training, TrainingAttendance, TrainingTopic } from './life-records.ts';
import type { Message, MessageBatch, MessagePolicy, MessageStop, MessageTemplate } from './message-records.ts';
import type { MonevMonth, MonevReach } from './monev-records.ts';
import type { PaymentPlan, PaymentPlanInstalment } from './rehab-records.ts';
import type { MonevReport } from './report-records.ts';
import type { MonevAttendance, MonevDecision, MonevSession } from './session-records.ts';
import type { WorkModeRecord } from './work-mode-records.ts';

export type Id = number;
export type UserId = string;
export type FileId = string;
/** `YYYY-MM` */
export type MonthText = string;
/** `YYYY-MM-DD` */
export type DateText = string;
/** ISO 8601 moment */
export type Moment = string;

export interface Tracked {
  id: Id;
  date_created: Moment | null;
  user_created: UserId | null;
  date_updated: Moment | null;
  user_updated: UserId | null;
}

export type TimeZone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';

export interface Branch extends Tracked {
  /** official or chosen short code, unique: `KC-SKA` */
  code: string;
  name: string;
  timezone: TimeZone;
  /** first month kept in the books; its period is made with the branch */
  first_month: MonthText;
  /** last month kept in the books, of a programme that has ended; null: going on */
  last_month: MonthText | null;
  head_name: string | null;
  head_title: string | null;
  city: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  status: 'active' | 'archived';
  note: string | null;
}

export type AreaLevel = 'province' | 'regency' | 'district' | 'village';

export interface Area extends Tracked {
  /** official code with dots: `33.72.01.1001`, unique */
  code: string;
  name: string;
  level: AreaLevel;
  parent: Id | null;
  /** the branch that serves a regency (set on regencies only) */
  branch: Id | null;
}

export interface ProgramPolicy extends Tracked, MessagePolicy {
  name: string;
  /** null: of all branches */
  branch: Id | null;
  effective_from: DateText;
  /** inclusive whole months owed; null: no bound */
  kader_window_min: number | null;
  kader_window_max: number | null;
  tele_window_min: number | null;
  tele_window_max: number | null;
  priority_min: number | null;
  outside_list_allowed: boolean;
  /** a kader's desa may lie in more than one kecamatan */
  several_districts_allowed: boolean;
  families_per_kader: number | null;
  contacts_per_day: number | null;
  /** contacts of one family a week, kader and telekolekting together */
  contact_cap_week: number | null;
  /** local hours 0..24 */
  contact_hour_from: number | null;
  contact_hour_to: number | null;
  /** null: no zero-month rule */
  zero_month_limit: number | null;
  /** null: limit - 1 */
  zero_month_warning: number | null;
  grace_months: number;
  review_answer_days: number;
  verification_required: boolean;
  /** whoever closed a month may not approve it */
  four_eyes: boolean;
  max_billed_months: number;
  instalment_min_months: number | null;
  instalment_max_months: number | null;
  /** null: no instalments are offered */
  instalment_count_max: number | null;
  /** at most half as many instalments as months owed, too (2025) */
  instalment_half_months: boolean;
  /** each instalment brings the dues of its month along */
  instalment_current_dues: boolean;
  cover_restored_after: 'first' | 'last';
  /** a kader becomes active only after the required topics */
  training_required: boolean;
  /** days before the end of a contract when the head is told; null: not told */
  renewal_notice_days: number | null;
  /** early signs (core/early-warning.ts), each in whole percent, days or a count; null: not looked at */
  early_drop_percent: number | null;
  early_idle_days: number | null;
  early_broken_percent: number | null;
  /** null: from a single promise */
  early_broken_count: number | null;
  early_last_day_percent: number | null;
  early_void_count: number | null;
  note: string | null;
}

export type DuesClass = 1 | 2 | 3;

export interface DuesRate extends Tracked {
  class: DuesClass;
  effective_from: DateText;
  /** rupiah a person a month */
  dues: number;
  /** what the participant pays of it */
  participant_pays: number;
  note: string | null;
}

export interface CommissionScheme extends Tracked {
  name: string;
  branch: Id | null;
  effective_from: DateText;
  status: 'draft' | 'active' | 'archived';
  /** what a percentage is taken of: the part that pays arrears, or the whole payment */
  base: 'arrears' | 'amount';
  note: string | null;
  rules?: CommissionRule[];
}

export type CommissionRuleKind =
  | 'percentage'
  | 'flat_payment'
  | 'flat_participant'
  | 'flat_enrolment'
  | 'attainment_bonus'
  | 'monthly_floor'
  | 'monthly_cap'
  | 'withholding';

export interface CommissionRule extends Tracked {
  scheme: Id;
  sort: number | null;
  kind: CommissionRuleKind;
  /** half-open band of months owed [months_from, months_to); to null: no upper bound. Payment rules only. */
  months_from: number | null;
  months_to: number | null;
  /** percentage, bonus, withholding (basis points) */
  rate_bp: number | null;
  /** flat kinds, floor, cap (rupiah) */
  amount: number | null;
  /** attainment_bonus: half-open band of attainment in basis points (10000 = 100%) */
  attainment_from_bp: number | null;
  attainment_to_bp: number | null;
  bonus_mode: 'whole' | 'marginal' | null;
  /** withholding: taxable share of gross (basis points; 5000 = 50%) */
  share_bp: number | null;
  /** withholding: for every kader, or those with or without a known tax number (NPWP) */
  tax_number: 'any' | 'with' | 'without' | null;
  note: string | null;
}

export type TargetMeasure =
  | 'collection'
  | 'families_visited'
  | 'contacts_per_day'
  | 'enrolments'
  | 'kader'
  | 'arrears_share';

export interface Target extends Tracked {
  branch: Id;
  area: Id | null;
  kader: Id | null;
  measure: TargetMeasure;
  /** `whole`: of the branch, area or kader named; `each_kader`: of every kader there (a kader's own record goes before it) */
  scope: 'whole' | 'each_kader';
  month_from: MonthText;
  month_to: MonthText;
  /** `month`: value is due every month; `span`: once over the span; `day`: every day */
  per: 'month' | 'span' | 'day';
  /** how realisation adds up: rupiah or counts summed, distinct families, or the level at the end */
  adds_up: 'sum' | 'distinct' | 'level';
  /** rupiah, count, or basis points for arrears_share; bigint */
  value: number;
  note: string | null;
}

export interface ArrearsSnapshot extends Tracked {
  branch: Id;
  area: Id | null;
  as_of: DateText;
  /** inclusive months owed; both null: all */
  band_from: number | null;
  band_to: number | null;
  families: number | null;
  /** rupiah; bigint */
  amount: number;
  source: string;
  kind: SnapshotKind;
  note: string | null;
}

/** Published by somebody, or kept of the lists when a month was closed. */
export type SnapshotKind = 'published' | 'month_end';

export type KaderStatus = 'candidate' | 'active' | 'on_leave' | 'ended';

export interface Kader extends Tracked {
  code: string;
  name: string;
  branch: Id;
  /** kecamatan (area of level district) */
  district: Id | null;
  status: KaderStatus;
  functions: string[] | null;
  nik: string | null;
  gender: 'female' | 'male' | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  photo: FileId | null;
  bank_name: string | null;
  bank_account: string | null;
  bank_holder: string | null;
  tax_number: string | null;
  joined_on: DateText | null;
  ended_on: DateText | null;
  end_reason:
    | 'zero_collection'
    | 'other_work'
    | 'moved'
    | 'health'
    | 'own_wish'
    | 'contract_expired'
    | 'breach'
    | 'deceased'
    | 'other'
    | null;
  end_note: string | null;
  contract_number: string | null;
  contract_from: DateText | null;
  contract_to: DateText | null;
  contract_file: FileId | null;
  /** the end of contract that the head has been told of */
  renewal_noticed_to: DateText | null;
  /** consecutive closed months without collection, as of the newest close (derived) */
  zero_streak: number;
  /** the newest closed month zero_streak speaks of (derived) */
  streak_month: MonthText | null;
  note: string | null;
}

export interface KaderArea extends Tracked {
  kader: Id;
  /** desa or kelurahan (level village) */
  area: Id;
  from_date: DateText;
  /** last day, inclusive; null: still */
  to_date: DateText | null;
  mode: 'visit' | 'home';
  mode_from: DateText | null;
  mode_to: DateText | null;
  note: string | null;
}

export type KaderEventKind =
  | 'recruited'
  | 'briefed'
  | 'trained'
  | 'joined'
  | 'leave'
  | 'warned'
  | 'extended'
  | 'ended'
  | 'award'
  | 'mistreated'
  | 'other';

export interface KaderEvent extends Tracked {
  kader: Id;
  kind: KaderEventKind;
  on_date: DateText;
  /** leave: last day, inclusive */
  to_date: DateText | null;
  /** warned by the zero-month rule: the last month of the streak it speaks of */
  month: MonthText | null;
  /** who brought it about: a person, or the close of a month */
  origin: 'person' | 'close';
  reason: string | null;
  note: string | null;
  file: FileId | null;
  /** mistreated: what the head did about it, when and who (the latter two by trigger) */
  handling: string | null;
  handled_at: Moment | null;
  handled_by: UserId | null;
}

export type BinaanStatus =
  | 'active'
  | 'settled'
  | 'off_list'
  | 'moved'
  | 'transferred'
  | 'written_off'
  | 'muted'
  | 'merged';

export interface Binaan extends Tracked {
  branch: Id;
  /** present holder (derived from assignment; writing it reassigns from today) */
  kader: Id | null;
  /** 16 digits, unique in a branch */
  kk_number: string;
  va_number: string | null;
  head_name: string;
  head_nik: string | null;
  /** the family that goes on in its place, of status `merged` alone (derived) */
  merged_into: Id | null;
  members: number;
  /** of all members, unless they are told by class */
  class: DuesClass;
  /** members by class; all null unless their classes differ, else they sum to `members` */
  members_1: number | null;
  members_2: number | null;
  members_3: number | null;
  /** desa (level village) */
  area: Id | null;
  address: string | null;
  phone: string | null;
  status: BinaanStatus;
  source: 'list' | 'outside_list';
  /** the newest list's figures; months as billed */
  listed_months: number;
  /** months as told where they are more than are billed */
  reported_months: number | null;
  listed_amount: number;
  listed_as_of: DateText;
  /** estimate of dues that fell due after listed_as_of (derived: refreshed by the server) */
  accrued_months: number;
  accrued_amount: number;
  accrued_through: MonthText | null;
  /** money and whole months paid after listed_as_of (derived by trigger from collection) */
  paid_months: number;
  paid_amount: number;
  /** max(0, listed + accrued - paid) (derived by trigger) */
  owed_months: number;
  owed_amount: number;
  /** in telekolekting's window under the policy in force (derived by trigger; row rules read it) */
  tele_eligible: boolean;
  checked_on: DateText | null;
  checked_how: 'visit' | 'phone' | 'document' | null;
  /** last day of the mute in force; null: none, or one without an end (derived; status says `muted`) */
  muted_until: DateText | null;
  /** the newest list taken in that named it; null: none, or a form */
  list_batch: Id | null;
  /** as of which list it was no longer named */
  left_list_on: DateText | null;
  note: string | null;
}

export type AssignmentReason = 'list' | 'import' | 'reassigned' | 'leave' | 'ended' | 'outside_list' | 'other';

export interface Assignment extends Tracked {
  binaan: Id;
  kader: Id;
  branch: Id;
  /** first and last day, both inclusive; to_date null: still */
  from_date: DateText;
  to_date: DateText | null;
  reason: AssignmentReason | null;
  note: string | null;
}

export type Channel = 'visit' | 'whatsapp' | 'phone' | 'group_education';
export type Outcome =
  | 'met'
  | 'not_home'
  | 'promised'
  | 'paid'
  | 'refused'
  | 'cannot_afford'
  | 'moved'
  | 'address_not_found'
  | 'deceased'
  | 'disappointed'
  | 'threatened';

export interface Activity extends Tracked, ContactFollowUp {
  client_id: string | null;
  branch: Id;
  binaan: Id | null;
  kader: Id | null;
  /** telekolekting officer; null when a kader did it */
  officer: UserId | null;
  at: Moment;
  channel: Channel;
  outcome: Outcome | null;
  promise_on: DateText | null;
  promise_amount: number | null;
  place: string | null;
  photo: FileId | null;
  photo_consent: boolean;
  note: string | null;
}

export type CollectionKind = 'arrears' | 'current' | 'advance';
export type CollectionStatus = 'recorded' | 'verified' | 'void' | 'unallocated';
export type PaymentChannel = 'kader_cash' | 'bank' | 'va' | 'minimarket' | 'ewallet' | 'ppob' | 'office' | 'other';

/** One payment of dues (iuran). Called DuesCollection in code: a "collection" of Directus is a `collectionName`. */
export interface DuesCollection extends Tracked {
  client_id: string | null;
  // what the recorder says; fixed from the first
  binaan: Id | null;
  /** whole rupiah; negative only on a reversal */
  amount: number;
  paid_at: Moment;
  kind: CollectionKind;
  channel: PaymentChannel;
  /** who reported it: `staff`, `kader`, or the name of an integration; unique together with external_ref, people's by branch */
  source: string;
  external_ref: string | null;
  /** the recorder has seen the warning of a second equal payment on the same day */
  confirm_duplicate: boolean;
  /** unallocated money: what the integration said of the family (VA or KK), for the queue */
  payer_ref: string | null;
  note: string | null;
  // derived when recorded, never changed
  branch: Id;
  kader: Id | null;
  /** month of the books (credit) */
  month: MonthText;
  /** month of paid_at in the branch's time zone */
  paid_month: MonthText;
  /** paid_at fell in a month already closed */
  late: boolean;
  months_owed: number | null;
  months_covered: number;
  /** members × months that it paid, oldest first; null: a reversal, unallocated, or recorded before splits were kept */
  split: PaymentSplit | null;
  scheme: Id | null;
  rule: Id | null;
  rate_bp: number | null;
  base: number;
  commission: number;
  explanation: string;
  explanation_en: string;
  /** the collection this one reverses */
  reverses: Id | null;
  // state
  status: CollectionStatus;
  /** month whose statement pays the commission; null until payable (verification) */
  pay_month: MonthText | null;
  verified_at: Moment | null;
  verified_by: UserId | null;
  voided_at: Moment | null;
  voided_by: UserId | null;
  void_reason: string | null;
}

export type PeriodStatus = 'open' | 'closed' | 'approved' | 'paid';

export interface Period extends Tracked {
  branch: Id;
  month: MonthText;
  status: PeriodStatus;
  closed_at: Moment | null;
  closed_by: UserId | null;
  approved_at: Moment | null;
  approved_by: UserId | null;
  paid_at: Moment | null;
  paid_by: UserId | null;
  /** the bank's reference of the payout, and the day on which the bank paid */
  payment_reference: string | null;
  paid_on: DateText | null;
  /** the last time it was opened again, and why */
  reopened_at: Moment | null;
  reopened_by: UserId | null;
  reopened_reason: string | null;
  /** totals fixed at close; bigints where rupiah */
  collections_count: number | null;
  families_count: number | null;
  collected: number | null;
  commission_total: number | null;
  kader_count: number | null;
  zero_count: number | null;
  reviews_opened: number | null;
  warnings_given: number | null;
  /** when the figures of monev were kept; null: they are counted live */
  rolled_up_at: Moment | null;
  /** the file for the bank that a flow made and kept last; its head's and the administrators' alone */
  payout_file: FileId | null;
  note: string | null;
}

export type StreakState = 'collected' | 'zero' | 'not_joined' | 'grace' | 'leave' | 'no_binaan' | 'ended';

export interface StatementLine {
  kind:
    | 'percentage'
    | 'flat_payment'
    | 'flat_participant'
    | 'flat_enrolment'
    | 'attainment_bonus'
    | 'monthly_floor'
    | 'monthly_cap'
    | 'withholding'
    | 'reversal'
    | 'correction'
    | 'carry';
  label: string;
  label_en: string;
  count: number;
  base: number;
  rate_bp: number | null;
  amount: number;
  /** one sentence each: scheme, rule, rate, base and rounding, in the figures of the line */
  explanation: string;
  explanation_en: string;
  scheme: Id | null;
  rule: Id | null;
  /** distinct families it rests on; null: it rests on no payments */
  families: number | null;
  /** the months of the payments it rests on, in order */
  months: MonthText[];
  /** how many of the payments came after their month was closed */
  late: number;
}

/** Statement of imbal jasa: one kader, one month. */
export interface Commission extends Tracked {
  kader: Id;
  branch: Id;
  period: Id;
  month: MonthText;
  status: 'draft' | 'closed' | 'approved' | 'paid';
  collections_count: number;
  families_count: number;
  families_held: number;
  /** money credited in the books of this month */
  collected: number;
  /** base and commission payable in this month (pay_month) */
  base: number;
  commission: number;
  bonus: number;
  adjustment: number;
  /** imbal jasa corrected by hand, signed; part of gross */
  corrections: number;
  gross: number;
  withholding: number;
  carried_in: number;
  carried_out: number;
  net: number;
  target: number | null;
  attainment_bp: number | null;
  streak_state: StreakState;
  zero_streak: number;
  /** whose monthly rules were used; null: none was in force */
  scheme: Id | null;
  /** whether the kader's tax number was known when it was made: it decides the withholding */
  tax_number_known: boolean;
  lines: StatementLine[];
  note: string | null;
}

export type AdjustmentStatus = 'recorded' | 'void';

/** Imbal jasa of a kader corrected by hand, paid or taken back in the statement of `pay_month`. Append-only. */
export interface CommissionAdjustment extends Tracked {
  kader: Id;
  branch: Id;
  /** the oldest open month when it was recorded */
  pay_month: MonthText;
  /** whole rupiah; negative: taken back */
  amount: number;
  reason: string;
  /** the dispute that it answers */
  dispute: Id | null;
  status: AdjustmentStatus;
  void_reason: string | null;
  voided_at: Moment | null;
  voided_by: UserId | null;
  note: string | null;
}

export type DisputeStatus = 'open' | 'accepted' | 'declined' | 'withdrawn';

/** A line of a statement that its kader questions. */
export interface Dispute extends Tracked {
  statement: Id;
  kader: Id;
  branch: Id;
  /** the line as it read when it was questioned; kind `total`: the sum of the statement */
  line_kind: string;
  line_label: string;
  line_label_en: string;
  line_amount: number;
  question: string;
  status: DisputeStatus;
  answer: string | null;
  decided_at: Moment | null;
  decided_by: UserId | null;
  /** what acceptance made: one of the two */
  adjustment: Id | null;
  /** the reversal, or the collection that was voided */
  collection: Id | null;
  note: string | null;
}

export type ReviewStatus = 'open' | 'answered' | 'decided' | 'withdrawn';

export interface PartnershipReview extends Tracked {
  kader: Id;
  branch: Id;
  reason: 'zero_streak' | 'manual';
  /** first and last month of the streak; from is unique a kader (one review a streak) */
  streak_from: MonthText | null;
  streak_to: MonthText | null;
  streak_months: number | null;
  evidence: string;
  opened_on: DateText;
  due_on: DateText | null;
  status: ReviewStatus;
  answer: string | null;
  answered_at: Moment | null;
  answered_by: UserId | null;
  decision: 'continue' | 'extend' | 'warn' | 'end' | null;
  decision_note: string | null;
  decided_at: Moment | null;
  decided_by: UserId | null;
  follow_up_on: DateText | null;
  /** the monev session in which it was decided */
  decided_in: Id | null;
  /** the letter of the decision, as PDF */
  letter: FileId | null;
  withdrawn_reason: string | null;
  /** the close that opened it was undone; the next close of the month may open it again */
  undone: boolean;
}

export type RecordType = 'collection' | 'statement' | 'period' | 'dispute' | 'adjustment' | 'scheme';

/** One change of state of one record: who, when and why. Written by triggers alone, never changed. */
export interface StateChange extends Tracked {
  record_type: RecordType;
  /** the record: one of the six is set */
  collection: Id | null;
  statement: Id | null;
  period: Id | null;
  dispute: Id | null;
  adjustment: Id | null;
  scheme: Id | null;
  /** null: of a national scheme */
  branch: Id | null;
  kader: Id | null;
  from_status: string;
  to_status: string;
  /** null: a process, or an account that is gone since */
  changed_by: UserId | null;
  /** nobody was signed in: a process of ours or of an administrator */
  by_process: boolean;
  changed_at: Moment;
  reason: string | null;
}

/** What the bundle adds to directus_users. */
export interface KaderUserFields {
  branch: Id | null;
  kader: Id | null;
}

/** Every collection of ours by its Directus name. */
export interface KaderSchema {
  branch: Branch;
  area: Area;
  program_policy: ProgramPolicy;
  dues_rate: DuesRate;
  commission_scheme: CommissionScheme;
  commission_rule: CommissionRule;
  target: Target;
  arrears_snapshot: ArrearsSnapshot;
  kader: Kader;
  kader_area: KaderArea;
  kader_event: KaderEvent;
  binaan: Binaan;
  assignment: Assignment;
  activity: Activity;
  collection: DuesCollection;
  period: Period;
  commission: Commission;
  partnership_review: PartnershipReview;
  commission_adjustment: CommissionAdjustment;
  dispute: Dispute;
  state_change: StateChange;
  import_source: ImportSource;
  import_batch: ImportBatch;
  import_issue: ImportIssue;
  import_change: ImportChange;
  work_mode: WorkModeRecord;
  payment_plan: PaymentPlan;
  enrolment: Enrolment;
  payment_plan_instalment: PaymentPlanInstalment;
  mute: Mute;
  family_check: FamilyCheck;
  family_duplicate: FamilyDuplicate;
  complaint_category: ComplaintCategory;
  complaint: Complaint;
  training_topic: TrainingTopic;
  training: Training;
  training_attendance: TrainingAttendance;
  monev_session: MonevSession;
  monev_attendance: MonevAttendance;
  monev_decision: MonevDecision;
  monev_month: MonevMonth;
  monev_reach: MonevReach;
  award_rule: AwardRule;
  award: Award;
  monev_report: MonevReport;
  message_template: MessageTemplate;
  message: Message;
  message_batch: MessageBatch;
  message_stop: MessageStop;
}

export type CollectionName = keyof KaderSchema;
