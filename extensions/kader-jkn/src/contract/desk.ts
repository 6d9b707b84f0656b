/** What the desk's endpoints under `/kader-jkn` answer with: preview of a payment, correction, receipt. */
import type { MembersByClass } from '../core/dues.ts';
import type { PaymentSplit } from '../core/split-payment.ts';
import type { RefusalCode } from './error-codes.ts';
import type { CollectionKind, DateText, Id, Moment, MonthText, TimeZone } from './records.ts';

/** A family as the person who records its payment needs to see it; the KK number is masked to its last four digits. */
export interface FamilyCard {
  id: Id;
  head_name: string;
  /** null: not for the caller's eyes */
  kk_masked: string | null;
  members: number;
  class: number;
  /** members by class where their classes differ; null: all are of `class` */
  mixed: MembersByClass | null;
  /** desa or kelurahan */
  area: string | null;
  owed_months: number;
  /** rupiah, an estimate from the list's date on */
  owed_amount: number;
  listed_as_of: DateText;
}

export interface HolderCard {
  code: string;
  name: string;
}

/** A refusal as data: its code and what its text is filled with. */
export interface RefusalNotice {
  code: RefusalCode;
  params: Record<string, unknown>;
}

/** What a payment would become if it were recorded now. Rupiah are whole, `rate_bp` in basis points. */
export interface PreviewedPrice {
  months_owed: number | null;
  months_covered: number;
  /** members × months that it pays, oldest first; null: it is not allocated */
  split: PaymentSplit | null;
  rate_bp: number | null;
  base: number;
  commission: number;
  explanation: string;
  explanation_en: string;
  /** month of the books */
  month: MonthText;
  /** the month of payment is closed */
  late: boolean;
  /** null: paid out only after somebody else has verified it */
  pay_month: MonthText | null;
}

/** An equal payment of the same family on the same day. */
export interface EqualPayment {
  id: Id;
  amount: number;
  paid_at: Moment;
}

/** GET /kader-jkn/preview */
export interface PaymentPreview {
  timezone: TimeZone;
  family: FamilyCard;
  /** who held the family when it paid; null: nobody */
  holder: HolderCard | null;
  /** null: not asked for (no amount yet), or refused */
  price: PreviewedPrice | null;
  refusal: RefusalNotice | null;
  duplicate: EqualPayment | null;
}

/** Void while the month is open, a dated negative collection after its close (design 5.6). */
export type CorrectionAction = 'void' | 'reversal';

/** GET /kader-jkn/collections/:id/correction: what the button would do, in whole rupiah. */
export interface CorrectionShown {
  action: CorrectionAction;
  /** what goes back now */
  amount: number;
  /** what can still be taken back; below the payment after partial reversals */
  left: number;
  /** imbal jasa taken back */
  commission: number;
  /** month of the books that changes */
  month: MonthText;
  /** month of the books of the collection that is corrected */
  original_month: MonthText;
}

/** POST /kader-jkn/collections/:id/correction */
export interface CorrectionRequest {
  reason: string;
  /** what the caller was shown: refused where the month closed since */
  action?: CorrectionAction;
  /** rupiah, part of a reversal; absent: all that is left */
  amount?: number;
}

export interface CorrectionDone {
  action: CorrectionAction;
  /** the collection that was made, or the one that was voided */
  id: Id;
}

/** GET /kader-jkn/collections/:id/receipt?format=text */
export interface ReceiptMessage {
  /** what is sent: plain text, in Indonesian */
  text: string;
  /** international digits without plus (6281…); null: unknown, or not for the caller's eyes */
  phone: string | null;
}

/** Kinds of payment, in the order in which a person chooses them. */
export const collectionKinds = ['arrears', 'current', 'advance'] as const satisfies readonly CollectionKind[];
