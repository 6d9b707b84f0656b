/** The steps of a month of the books after its close: approved by a second person, paid by the bank, or opened again. */
import { monthWords } from './calendar-words.ts';
import { type DateText, lastDay, type Period, parseDate } from './period.ts';
import { accept, type Refused, type Result, refuse } from './result.ts';

export type MonthStatus = 'open' | 'closed' | 'approved' | 'paid';

/** A month as its steps look at it; people are told apart by their user id. */
export interface SteppedMonth {
  month: Period;
  status: MonthStatus;
  /** null: closed by a process, or by an account that is gone */
  closedBy: string | null;
  /** whether whoever closed may not approve: the policy in force on the last day of the month */
  fourEyes: boolean;
  /** the newest month of the branch that is not open; null: none */
  closedThrough: Period | null;
}

/** What the bank said of the payment. */
export interface BankPayment {
  reference: string;
  /** the day on which the bank paid, in the branch's calendar */
  paidOn: DateText;
}

/** Characters of a reason, and of the bank's reference. */
export const longestStepReason = 500;
export const longestReference = 100;

/** Whether this person may approve the month. Refused as transition, person-required or four-eyes. */
export function checkApproval({ month, status, closedBy, fourEyes }: SteppedMonth, by: string | null): Result<string> {
  if (status !== 'closed') return refuse('transition', { from: status, to: 'approved' });
  if (by === null) return refuse('person-required', { month });
  return fourEyes && by === closedBy ? refuse('four-eyes', { month }) : accept(by);
}

/**
 * Whether this person may mark the month as paid, with what the bank said: a reference, and a day after the month and not
 * in the future. Refused as transition, person-required, payment-reference, text-too-long or paid-on-invalid.
 */
export function checkPayment(
  { month, status }: Pick<SteppedMonth, 'month' | 'status'>,
  by: string | null,
  told: { reference: unknown; paidOn: unknown },
  today: DateText,
): Result<BankPayment> {
  if (status !== 'approved') return refuse('transition', { from: status, to: 'paid' });
  if (by === null) return refuse('person-required', { month });
  const reference = textOf(told.reference);
  if (reference === '') return refuse('payment-reference', { month });
  if (reference.length > longestReference)
    return refuse('text-too-long', { field: 'payment_reference', most: longestReference });
  const paidOn = parseDate(textOf(told.paidOn));
  if (paidOn === null || paidOn <= lastDay(month) || paidOn > today) return refuse('paid-on-invalid', { month });
  return accept({ reference, paidOn });
}

/**
 * Whether the month may be opened again: only the newest closed one, while nothing of it is approved.
 * Refused as reopen-refused, which says why.
 */
export function checkReopening({ month, status, closedThrough }: SteppedMonth): Result<Period> {
  if (status === 'open') return stays(month, 'bulan ini masih terbuka', 'it is open');
  if (status !== 'closed') {
    return stays(
      month,
      'imbal jasanya sudah disetujui; koreksi dilakukan di bulan yang masih terbuka',
      'its imbal jasa is approved; correct it in a month that is open',
    );
  }
  if (closedThrough !== null && closedThrough > month) {
    return stays(
      month,
      `${monthWords(closedThrough).id} sudah ditutup; mulai dari bulan yang terbaru`,
      `${monthWords(closedThrough).en} is closed; begin with the newest month`,
    );
  }
  return accept(month);
}

/** The reason as it is kept. Refused as reason-required or text-too-long, naming `field`. */
export function checkReason(told: unknown, field: string): Result<string> {
  const reason = textOf(told);
  if (reason === '') return refuse('reason-required', { field });
  return reason.length > longestStepReason
    ? refuse('text-too-long', { field, most: longestStepReason })
    : accept(reason);
}

function textOf(told: unknown): string {
  return typeof told === 'string' ? told.trim() : '';
}

function stays(month: Period, why: string, whyInEnglish: string): Refused {
  return refuse('reopen-refused', { month, why, why_en: whyInEnglish });
}
