import type { MutationOptions } from '@directus/types';
import type { Knex } from 'knex';
import type { Sheet, SheetChecked, SheetRecorded, SheetRowOutcome, SheetRowRefusal } from '../../contract/sheet.ts';
import { type DateText, dateOf } from '../../core/period.ts';
import type { Params } from '../../core/result.ts';
import type { Desk } from '../desk/desk.ts';
import { isRefusalCode, refusal } from '../errors.ts';
import { plannedKader } from '../plan-day/planned-kader.ts';
import { recorderOf } from '../recorder.ts';
import { refuseToldTwice } from '../repeated-payment.ts';
import { holdSheet } from './hold-sheet.ts';
import { type RowPlace, recordRow } from './record-row.ts';
import { type StandingRows, standingOf, standingRows } from './standing-rows.ts';

interface Tried {
  rows: SheetRowOutcome[];
  refused: SheetRowRefusal[];
}

/** What is only looked at, or may yet be undone, is told to nobody. */
const quietly = { bypassEmitAction: () => {} };

/**
 * Records a whole sheet in one transaction: contacts and payments of every row, or nothing. Refused as KADER_SHEET_REFUSED with
 * the `rows` that are to be mended, each with its refusal. Sending it again records nothing again.
 */
export async function recordSheet(desk: Desk, sheet: Sheet): Promise<SheetRecorded> {
  return await onSheet(desk, sheet, async (within, place, standing) => {
    const { refused } = await triedAndUndone(within, sheet, place, standing);
    if (refused.length > 0) throw sheetRefusal(refused);
    const done = await tryRows(within, sheet, place, standing, {});
    if (done.refused.length > 0) throw sheetRefusal(done.refused);
    return totalsOf(sheet, done.rows);
  });
}

/** What recording the rows would do, by the very code that records them, undone at once. Refusals are part of the answer. */
export async function checkSheet(desk: Desk, sheet: Sheet): Promise<SheetChecked> {
  return await onSheet(desk, sheet, async (within, place, standing) => {
    const { rows, refused } = await triedAndUndone(within, sheet, place, standing);
    return { ...totalsOf(sheet, rows), refused };
  });
}

async function onSheet<T>(
  desk: Desk,
  sheet: Sheet,
  work: (within: Desk, place: RowPlace, standing: StandingRows) => Promise<T>,
): Promise<T> {
  const kader = await plannedKader(desk, sheet.kader);
  const date = sheet.date as DateText;
  if (date > dateOf(desk.now(), kader.branch.timezone)) throw refusal('KADER_SHEET_FUTURE');
  const source = recorderOf(desk.accountability)?.kind === 'kader' ? 'kader' : 'staff';
  return await desk.knex.transaction(async (transaction) => {
    await holdSheet(transaction, sheet, { branch: kader.branch.id, source, date });
    const standing = await standingRows(transaction, sheet.rows);
    return await work({ ...desk, knex: transaction }, { kader, date }, standing);
  });
}

async function triedAndUndone(desk: Desk, sheet: Sheet, place: RowPlace, standing: StandingRows): Promise<Tried> {
  const trial = await desk.knex.transaction();
  try {
    return await tryRows({ ...desk, knex: trial }, sheet, place, standing, quietly);
  } finally {
    await trial.rollback();
  }
}

/** Row by row, each in a savepoint of its own: a refused one leaves nothing behind and lets the others be looked at. */
async function tryRows(
  desk: Desk,
  { rows }: Sheet,
  place: RowPlace,
  standing: StandingRows,
  options: MutationOptions,
): Promise<Tried> {
  const tried: Tried = { rows: [], refused: [] };
  const told = new Set<string>();
  const receipts = new Set<string>();
  for (const row of rows) {
    const { client_id, payment } = row;
    try {
      if (told.has(client_id)) throw refusal('KADER_SHEET_TOLD_TWICE');
      told.add(client_id);
      refuseSecondUse(receipts, payment?.external_ref ?? null);
      const outcome = await desk.knex.transaction((savepoint: Knex) =>
        recordRow({ ...desk, knex: savepoint }, row, place, standingOf(row, standing), options),
      );
      tried.rows.push(outcome);
    } catch (error) {
      tried.refused.push({ client_id, ...noticeOf(error) });
    }
  }
  return tried;
}

/** A receipt stands for one payment: the number would be refused as that of a record which is not there yet. */
function refuseSecondUse(receipts: Set<string>, externalRef: string | null): void {
  if (externalRef === null) return;
  if (receipts.has(externalRef)) refuseToldTwice({ source: 'staff', externalRef });
  receipts.add(externalRef);
}

/** A refusal of ours as data, and what Directus says of a value; any other error goes on its way. */
function noticeOf(error: unknown): Pick<SheetRowRefusal, 'code' | 'params'> {
  const { code, extensions = {} } = error as { code?: unknown; extensions?: Params };
  if (isRefusalCode(code)) return { code, params: extensions };
  const [first] = Array.isArray(error) ? error : [error];
  const validation = first as { code?: unknown; extensions?: { field?: string } };
  if (validation?.code !== 'FAILED_VALIDATION') throw error;
  return { code: 'KADER_VALUE_INVALID', params: { field: validation.extensions?.field ?? null } };
}

function sheetRefusal(rows: readonly SheetRowRefusal[]): Error {
  const error = refusal('KADER_SHEET_REFUSED', { count: rows.length });
  Object.assign(error.extensions, { rows });
  return error;
}

function totalsOf(sheet: Sheet, rows: SheetRowOutcome[]): SheetRecorded {
  const paid = new Set(rows.filter(({ collection }) => collection !== null).map(({ client_id }) => client_id));
  const amounts = sheet.rows.filter(({ client_id }) => paid.has(client_id)).map(({ payment }) => payment?.amount ?? 0);
  return {
    rows,
    contacts: rows.filter(({ activity }) => activity !== null).length,
    payments: paid.size,
    total: amounts.reduce((sum, amount) => sum + amount, 0),
  };
}
