/**
 * What each operation of a flow hands to its next step, as `{{key_of_the_operation}}` or `{{$last}}`. Money is whole rupiah,
 * months are `YYYY-MM`. What an operation refuses goes to its failure step with a `code` of contract/error-codes.ts.
 */
import type { Assigned, KaderChange } from './assignments.ts';
import type { DraftStatement } from './draft.ts';
import type { ImportProgress } from './imports.ts';
import type { MessageAbout } from './message-contexts.ts';
import type { MessagesHandedOver, MessagesQueued } from './message-operations.ts';
import type { CollectionName, DateText, FileId, Id, Moment, MonthText, ReviewStatus, StreakState } from './records.ts';
import type { SchemeSimulation } from './schemes.ts';

interface Named {
  id: Id;
  name: string;
}

export interface NamedKader extends Named {
  code: string;
}

/** kader-close-month: a month that was closed, with the totals that stand on it. */
export interface MonthClosed {
  period: Id;
  branch: Id;
  branchName: string;
  month: MonthText;
  collections_count: number;
  families_count: number;
  collected: number;
  commission_total: number;
  kader_count: number;
  zero_count: number;
  reviews_opened: number;
  warnings_given: number;
}

/** kader-monev-report: a report that is kept; its PDF and XLSX are downloaded from it. */
export interface MonevReportKept {
  id: Id;
  branch: Id;
  month: MonthText;
  made_at: Moment;
  version: string;
  figures_hash: string;
}

/** kader-recompute-drafts: the running month of a branch, reckoned now; nothing of it is kept. */
export interface BranchDrafts {
  branch: Named;
  /** null: no month is open */
  month: MonthText | null;
  /** the month is over: only its close is missing */
  ended: boolean;
  total: Pick<DraftStatement, 'collections_count' | 'collected' | 'gross' | 'withholding' | 'net'> & {
    kader: number;
    /** commission that is paid only once somebody verified its payments */
    waiting: number;
  };
  /** the largest net first; without the lines, which the form of the month shows */
  statements: Omit<DraftStatement, 'lines'>[];
}

/** A kader's consecutive months without a collection, up to one month. */
export interface ZeroMonths {
  kader: NamedKader;
  zero_months: number;
  /** the first and last of them */
  from: MonthText;
  to: MonthText;
}

/** kader-evaluate-streaks: what the zero-month rule of a branch has said, and what its next close would say. */
export interface BranchStreaks {
  branch: Named;
  /** zero months at which a review opens and a warning is given, by the policy of `next`, else of `closed`; null: no rule */
  limit: number | null;
  warning: number | null;
  /** as the closed months stand today, late money included; null: none is closed */
  closed: {
    month: MonthText;
    /** the longest first */
    streaks: (ZeroMonths & {
      state: StreakState;
      /** the day of the warning that this streak brought; null: none */
      warned_on: DateText | null;
      /** the review that this streak opened; null: none */
      review: { id: Id; status: ReviewStatus; opened_on: DateText } | null;
    })[];
  } | null;
  /** what closing the oldest open month would do, if it were closed now; null: no month is open */
  next: {
    month: MonthText;
    /** it can be closed; else money may still come */
    ended: boolean;
    warnings: ZeroMonths[];
    reviews: ZeroMonths[];
    /** reviews that late money would withdraw */
    withdrawn: { review: Id; kader: NamedKader }[];
  } | null;
}

/** kader-assign-families: who gets which families of a branch, or would. */
export interface FamiliesShared extends Assigned {
  branch: Named;
  /** false: only proposed, nothing is written */
  written: boolean;
  from_date: DateText;
  /** kader who get families, before and after */
  kader: KaderChange[];
}

/** kader-import-file: how the list went; `status` is `running` where the flow does not wait for it. */
export interface FileImported extends ImportProgress {
  branch: Id;
  file: FileId;
}

/** kader-payout-file: a file that is kept on its month of the books. */
export interface PayoutFileKept {
  period: Id;
  branch: Id;
  month: MonthText;
  format: 'csv' | 'xlsx';
  file: FileId;
  name: string;
  /** payments of the bank in it, and what they come to */
  payments: number;
  total: number;
  /** of these payments, how many have no bank account yet */
  without_account: number;
}

/** kader-audit: what the books hold otherwise than the collections say. */
export interface BooksAudited {
  clean: boolean;
  /** differences in all */
  count: number;
  /** the first of them */
  differences: {
    collection: CollectionName;
    id: Id;
    field: string;
    stored: string | number | boolean | null;
    expected: string | number | boolean | null;
  }[];
  /** the same, a sentence each, for a message */
  text: string;
  checked_at: Moment;
  seconds: number;
}

/** kader-render-template: what a message about a record reads. */
export interface TemplateRendered {
  template: Id;
  key: string;
  about: MessageAbout;
  channel: 'email' | 'letter' | 'whatsapp';
  language: 'id-ID' | 'en-US';
  subject: string | null;
  html: string | null;
  text: string | null;
}

/** What every operation of ours hands on, by its type. */
export interface OperationOutputs {
  'kader-close-month': MonthClosed[];
  'kader-monev-report': MonevReportKept[];
  'kader-simulate-scheme': SchemeSimulation;
  'kader-recompute-drafts': BranchDrafts[];
  'kader-evaluate-streaks': BranchStreaks[];
  'kader-assign-families': FamiliesShared[];
  'kader-import-file': FileImported;
  'kader-payout-file': PayoutFileKept[];
  'kader-audit': BooksAudited;
  'kader-render-template': TemplateRendered;
  'kader-queue-message': MessagesQueued;
  'kader-hand-to-gateway': MessagesHandedOver;
}
