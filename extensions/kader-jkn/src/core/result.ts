/**
 * A refusal of ours in words of the domain: the kebab-case of its code without `KADER_` (`period-closed` is
 * KADER_PERIOD_CLOSED).
 */
export type Reason =
  | 'amount-invalid'
  | 'amount-above-owed'
  | 'advance-above-limit'
  | 'paid-at-invalid'
  | 'paid-at-future'
  | 'binaan-unknown'
  | 'no-policy'
  | 'no-scheme'
  | 'no-dues'
  | 'period-closed'
  | 'transition'
  | 'person-required'
  | 'four-eyes'
  | 'payment-reference'
  | 'paid-on-invalid'
  | 'reopen-refused'
  | 'reason-required'
  | 'text-too-long'
  | 'already-reversed'
  | 'reversal-invalid'
  | 'month-not-ended'
  | 'month-order'
  | 'scheme-gap'
  | 'scheme-overlap'
  | 'scheme-rule-invalid'
  | 'value-invalid'
  | 'window-invalid'
  | 'district-mismatch'
  | 'ended'
  | 'assignment-overlap'
  | 'adjustment-invalid'
  | 'dispute-line'
  | 'plan-not-offered'
  | 'plan-months-below'
  | 'plan-months-above'
  | 'plan-count'
  | 'end-day'
  | 'end-before-credit'
  | 'sheet-row-empty'
  | 'sheet-outcome'
  | 'sheet-promise'
  | 'sheet-promise-past'
  | 'sheet-follow-up-past'
  | 'sheet-time';

/** What the texts of a refusal are filled with. A text in two languages comes as `why` (Indonesian) and `why_en`. */
export type Params = Record<string, string | number | null>;

/** One finding about a record that may have several. */
export interface Issue {
  reason: Reason;
  params: Params;
}

export interface Accepted<T> {
  ok: true;
  value: T;
}

export interface Refused extends Issue {
  ok: false;
}

/** An expected refusal is a value; only programmer errors are thrown. */
export type Result<T> = Accepted<T> | Refused;

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

export function refuse(reason: Reason, params: Params = {}): Refused {
  return { ok: false, reason, params };
}
