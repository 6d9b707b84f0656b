import type { Channel, CollectionKind, Id, Outcome } from '../../../contract/records.ts';
import type { SheetRow, SheetRowOutcome, SheetRowRefusal } from '../../../contract/sheet.ts';
import type { DateText } from '../../../core/period.ts';
import { readTime } from '../../../core/sheet-row.ts';
import { readDay } from '../../../studio/type-day.ts';

/** A family as a line of the sheet names it. */
export interface LineFamily {
  id: Id;
  head_name: string;
  area: string | null;
  owed_months: number | null;
  /** rupiah */
  owed_amount: number | null;
}

/** What is typed into a line; amounts are digits. Days that the outcome asks for count only with it. */
export interface LineTyped {
  time: string;
  channel: Exclude<Channel, 'group_education'>;
  outcome: Outcome | '';
  promiseOn: string;
  promiseAmount: string | null;
  amount: string | null;
  kind: CollectionKind;
  receipt: string;
  followUpOn: string;
  confirmed: boolean;
  reason: string;
}

/** One line of the sheet on the screen. */
export interface SheetLine {
  client_id: string;
  family: LineFamily;
  typed: LineTyped;
  /** the channel that the list proposed */
  proposed: LineTyped['channel'];
  checking: boolean;
  outcome: SheetRowOutcome | null;
  refused: Pick<SheetRowRefusal, 'code' | 'params'> | null;
}

/** An untouched line for a family. */
export function newLine(family: LineFamily, proposed: LineTyped['channel'], client_id: string): SheetLine {
  return { client_id, family, proposed, typed: nothingTyped(proposed), checking: false, outcome: null, refused: null };
}

export function nothingTyped(channel: LineTyped['channel']): LineTyped {
  return {
    time: '',
    channel,
    outcome: '',
    promiseOn: '',
    promiseAmount: null,
    amount: null,
    kind: 'arrears',
    receipt: '',
    followUpOn: '',
    confirmed: false,
    reason: '',
  };
}

/** Whether anything was typed that is to be saved; the way of contact alone says nothing. */
export function isTold({ typed: { outcome, amount, time } }: Pick<SheetLine, 'typed'>): boolean {
  return outcome !== '' || amount !== null || time.trim() !== '';
}

/** What is typed with a change of it: money says that the family paid, unless another outcome was chosen. */
export function typedOn(typed: LineTyped, change: Partial<LineTyped>): LineTyped {
  const next = { ...typed, ...change };
  if (!('amount' in change)) return next;
  if (next.amount !== null && next.outcome === '') return { ...next, outcome: 'paid' };
  return next.amount === null && next.outcome === 'paid' ? { ...next, outcome: '' } : next;
}

/** What in a line cannot be read as it is typed; null: all of it can. */
export function unreadableIn({ typed }: SheetLine, date: string): 'timeBad' | 'dayBad' | null {
  if (typed.time.trim() !== '' && readTime(typed.time) === null) return 'timeBad';
  const days = [typed.outcome === 'promised' ? typed.promiseOn : '', typed.outcome === '' ? '' : typed.followUpOn];
  return days.some((day) => day.trim() !== '' && readDay(day, date as DateText) === null) ? 'dayBad' : null;
}

/** The line as it is sent. */
export function rowOf({ client_id, family, typed }: SheetLine, date: string): SheetRow {
  const amount = typed.amount === null ? null : Number(typed.amount);
  const outcome = typed.outcome || null;
  const promises = outcome === 'promised';
  return {
    client_id,
    binaan: family.id,
    time: readTime(typed.time),
    contact: {
      channel: typed.channel,
      outcome,
      promise_on: promises ? readDay(typed.promiseOn, date as DateText) : null,
      promise_amount: promises && typed.promiseAmount !== null ? Number(typed.promiseAmount) : null,
      follow_up_on: outcome === null ? null : readDay(typed.followUpOn, date as DateText),
      cap_reason: typed.reason.trim() || null,
    },
    payment:
      amount === null
        ? null
        : {
            amount,
            kind: typed.kind,
            external_ref: typed.receipt.trim() || null,
            confirm_duplicate: typed.confirmed,
          },
  };
}

export interface LineTotals {
  lines: number;
  contacts: number;
  promises: number;
  payments: number;
  /** rupiah */
  total: number;
}

/** What the lines add up to, as they are typed. */
export function totalsOf(lines: readonly SheetLine[]): LineTotals {
  const told = lines.filter(isTold);
  const paid = told.filter(({ typed }) => typed.amount !== null);
  return {
    lines: told.length,
    contacts: told.filter(({ typed }) => typed.outcome !== '').length,
    promises: told.filter(({ typed }) => typed.outcome === 'promised').length,
    payments: paid.length,
    total: paid.reduce((sum, { typed }) => sum + Number(typed.amount), 0),
  };
}
