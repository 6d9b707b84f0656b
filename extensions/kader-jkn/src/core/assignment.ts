/** Who holds a family on a day, and so who is credited for its payment (design 5.4). */
import { type DateText, later } from './period.ts';
import { accept, type Result, refuse } from './result.ts';

/** A record of `assignment`: first and last day both included, to_date null: still. */
export interface Holding {
  kader: number;
  from_date: DateText;
  to_date: DateText | null;
}

/** The kader who holds a family, with the last day of the partnership (null: it lasts). */
export interface Holder {
  kader: number;
  endedOn: DateText | null;
}

/** The kader who held the family on the day, or null. */
export function holderOn(holdings: readonly Holding[], date: DateText): number | null {
  return holdings.find((holding) => lasts(holding, date, date))?.kader ?? null;
}

/** The kader credited for a payment of that day: the holder, unless the partnership had ended before it. */
export function creditedKader(holder: Holder | null, paidOn: DateText): number | null {
  if (holder === null || hadEnded(holder, paidOn)) return null;
  return holder.kader;
}

/** Whether the partnership had ended before the day; its last day still counts. */
export function hadEnded({ endedOn }: Pick<Holder, 'endedOn'>, date: DateText): boolean {
  return endedOn !== null && endedOn < date;
}

/**
 * Refuses as `assignment-overlap` a holding of days on which another of the same family lasts; `date` is the first of
 * them.
 */
export function checkOverlap(others: readonly Holding[], added: Holding): Result<null> {
  const clash = others.find((other) => lasts(other, added.from_date, added.to_date));
  if (clash === undefined) return accept(null);
  return refuse('assignment-overlap', { date: later(clash.from_date, added.from_date), kader: clash.kader });
}

/** Refuses as `ended` a holding that begins after the kader's partnership ended. */
export function checkHolder(holder: Holder, from: DateText): Result<null> {
  return hadEnded(holder, from) ? refuse('ended', { date: holder.endedOn }) : accept(null);
}

function lasts(holding: Holding, from: DateText, to: DateText | null): boolean {
  return (to === null || holding.from_date <= to) && (holding.to_date === null || holding.to_date >= from);
}
