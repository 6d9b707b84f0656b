import type { Knex } from 'knex';
import type { Activity, DuesCollection, Id } from '../../contract/records.ts';
import type { SheetRow } from '../../contract/sheet.ts';
import { refusal } from '../errors.ts';

type StandingContact = Pick<Activity, 'id' | 'binaan' | 'outcome' | 'channel'>;
type StandingPayment = Pick<DuesCollection, 'id' | 'binaan' | 'amount' | 'external_ref'>;

/** What earlier sendings of the same rows recorded, by the number of the row. */
export interface StandingRows {
  contacts: ReadonlyMap<string, StandingContact>;
  payments: ReadonlyMap<string, StandingPayment>;
}

export async function standingRows(transaction: Knex, rows: readonly SheetRow[]): Promise<StandingRows> {
  const numbers = rows.map(({ client_id }) => client_id);
  const [contacts, payments] = [
    await transaction('activity')
      .whereRaw('client_id = any (?)', [numbers])
      .select('client_id', 'id', 'binaan', 'outcome', 'channel'),
    await transaction('collection')
      .whereRaw('client_id = any (?)', [numbers])
      .select('client_id', 'id', 'binaan', 'amount', 'external_ref'),
  ];
  return {
    contacts: new Map(contacts.map((one) => [one.client_id, one])),
    payments: new Map(payments.map((one) => [one.client_id, one])),
  };
}

/** The contact and payment of a row that stand already; refused as KADER_SHEET_TOLD_TWICE where they say something else. */
export function standingOf(
  row: SheetRow,
  { contacts, payments }: StandingRows,
): { contact: Id | null; payment: Id | null } {
  const contact = contacts.get(row.client_id);
  const payment = payments.get(row.client_id);
  const says = (one: { binaan: Id | null } | undefined, same: boolean) =>
    one === undefined || (one.binaan === row.binaan && same);
  const sameContact = row.contact?.outcome === contact?.outcome && row.contact?.channel === contact?.channel;
  const samePayment =
    row.payment?.amount === payment?.amount && (row.payment?.external_ref ?? null) === (payment?.external_ref ?? null);
  if (!says(contact, sameContact) || !says(payment, samePayment)) throw refusal('KADER_SHEET_TOLD_TWICE');
  return { contact: contact?.id ?? null, payment: payment?.id ?? null };
}
