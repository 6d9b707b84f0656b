import type { MutationOptions } from '@directus/types';
import type { Id } from '../../contract/records.ts';
import type { SheetContact, SheetRow, SheetRowOutcome } from '../../contract/sheet.ts';
import type { DateText } from '../../core/period.ts';
import { checkSheetRow, momentOfRow } from '../../core/sheet-row.ts';
import { type Desk, itemsFor } from '../desk/desk.ts';
import { refusal, refusalOf } from '../errors.ts';
import type { PlannedKader } from '../plan-day/planned-kader.ts';
import { clockSkewMilliseconds } from '../price-collection.ts';

/** Of which kader and day a row is. */
export interface RowPlace {
  kader: PlannedKader;
  date: DateText;
}

/**
 * Records the contact and the payment of a row with the caller's own rights, by the hooks that price and guard single records.
 * What stands already is left as it is. Throws our refusals.
 */
export async function recordRow(
  desk: Desk,
  row: SheetRow,
  { kader, date }: RowPlace,
  standing: { contact: Id | null; payment: Id | null },
  options: MutationOptions,
): Promise<SheetRowOutcome> {
  const checked = checkSheetRow({ ...row, contact: row.contact && { ...row.contact, ...daysOf(row.contact) } }, date);
  if (!checked.ok) throw refusalOf(checked);
  const at = momentOfRow(row.time, date, kader.branch.timezone, desk.now());
  if (at.getTime() > desk.now().getTime() + clockSkewMilliseconds) throw refusal('KADER_SHEET_FUTURE');
  const common = { client_id: row.client_id, binaan: row.binaan };

  let activity = standing.contact;
  if (row.contact !== null && activity === null) {
    const contact = { ...common, ...row.contact, kader: kader.id, branch: kader.branch.id, at: at.toISOString() };
    activity = Number(await itemsFor(desk, 'activity').createOne(contact, options));
  }
  let collection = standing.payment;
  if (row.payment !== null && collection === null) {
    const payment = { ...common, ...row.payment, channel: 'kader_cash', paid_at: at.toISOString() };
    collection = Number(await itemsFor(desk, 'collection').createOne(payment, options));
  }
  const booked = await bookedAs(desk, collection);
  const repeated = standing.contact !== null || standing.payment !== null;
  return { client_id: row.client_id, activity, collection, ...booked, repeated };
}

/** Days that were parsed as such. */
function daysOf({ promise_on, follow_up_on }: SheetContact): Record<'promise_on' | 'follow_up_on', DateText | null> {
  return { promise_on: promise_on as DateText | null, follow_up_on: follow_up_on as DateText | null };
}

async function bookedAs(
  { knex }: Desk,
  collection: Id | null,
): Promise<Pick<SheetRowOutcome, 'months_covered' | 'month' | 'late'>> {
  const found =
    collection === null
      ? undefined
      : await knex('collection').where({ id: collection }).first('months_covered', 'month', 'late');
  return found ?? { months_covered: null, month: null, late: false };
}
