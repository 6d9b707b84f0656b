import type { Knex } from 'knex';
import type { CollectionKind, DuesCollection, PaymentChannel } from '../contract/records.ts';
import { holderOn } from '../core/assignment.ts';
import { type PricedCollection, priceCollection as price } from '../core/commission.ts';
import { type DateText, dateOf, monthOf, type Period, parseMoment } from '../core/period.ts';
import { refusalOfDatabase } from './database-error.ts';
import { refusal, refusalOf } from './errors.ts';
import { clockSkewMilliseconds } from './price-collection.ts';
import { type BranchBooks, type HeldFamily, holdFamilies, readBooks } from './read-books.ts';
import { payerOf, readPayment, type ToldPayment } from './read-payment.ts';
import { policyFor, type Recorder } from './recorder.ts';
import { refuseRepeated, refuseToldTwice } from './repeated-payment.ts';
import { standingPayments } from './standing-payments.ts';

/** One payment of many, as a file or a programme tells it. */
export interface PaymentToRecord {
  /** null: a family nobody knows (integrations only) */
  binaan: number | null;
  /** whole rupiah */
  amount: number;
  /** ISO 8601 with a zone */
  paid_at: string;
  kind?: CollectionKind;
  channel?: PaymentChannel;
  external_ref?: string | null;
  payer_ref?: string | null;
  note?: string | null;
}

/** Who tells of the payments: of which branch, as what, and when. */
export interface RecordingOptions {
  branch: number;
  by: 'staff' | 'kader' | 'integration';
  /** the name an integration gives itself */
  source?: string;
  user: string | null;
  now: Date;
}

interface Timed {
  position: number;
  payment: ToldPayment;
  note: string | null;
  moment: Date;
  paidOn: DateText;
}

type Row = PricedCollection & Partial<DuesCollection>;

const paymentsAtOnce = 5000;

/**
 * Records many payments of one branch in one transaction, priced in the order they were paid by the rules that price a
 * single one, without the question about second payments. Returns their ids in the order they were told. A payment that is
 * refused refuses all, with its `row`, counted from 0.
 */
export async function recordCollections(
  database: Knex,
  told: readonly PaymentToRecord[],
  options: RecordingOptions,
): Promise<number[]> {
  return await database.transaction(async (transaction) => {
    const timezone = (await transaction('branch').where({ id: options.branch }).first('timezone'))?.timezone;
    if (timezone === undefined) throw refusal('KADER_BINAAN_UNKNOWN', { field: 'branch' });
    const recorder: Recorder = { kind: options.by, user: options.user };
    const timed = told.map((one, position) =>
      atRow(position, () => {
        const payment = readPayment({ source: options.source ?? 'integration', ...one }, recorder);
        const moment = parseMoment(payment.paidAt);
        if (moment === null) throw refusal('KADER_PAID_AT_INVALID');
        return { position, payment, note: one.note ?? null, moment, paidOn: dateOf(moment, timezone) };
      }),
    );
    timed.sort((one, other) => one.moment.getTime() - other.moment.getTime() || one.position - other.position);

    await lockMonths(transaction, options.branch, timed);
    const books = await readBooks(transaction, options.branch);
    if (books === null) throw refusal('KADER_BINAAN_UNKNOWN', { field: 'branch' });
    const ids: number[] = [];
    for (let start = 0; start < timed.length; start += paymentsAtOnce) {
      const chunk = timed.slice(start, start + paymentsAtOnce);
      await refuseRepeats(transaction, chunk, options);
      const stored = await store(transaction, await priceChunk(transaction, chunk, books, options), options);
      chunk.forEach(({ position }, index) => {
        ids[position] = stored[index] ?? 0;
      });
    }
    return ids;
  });
}

/** Holds every month the payments fall in, oldest first, so that no close passes between pricing and storing. */
async function lockMonths(transaction: Knex, branch: number, timed: readonly Timed[]): Promise<void> {
  const months: Period[] = [...new Set(timed.map(({ paidOn }) => monthOf(paidOn)))].sort();
  for (const month of months) await transaction.raw('select kader_lock_open_month(?, ?)', [branch, month]);
}

/** Payments of people are numbered by branch, those of a machine for the whole instance. */
async function refuseRepeats(
  transaction: Knex,
  chunk: readonly Timed[],
  { branch, by, user }: RecordingOptions,
): Promise<void> {
  const numbered = chunk.filter(({ payment }) => payment.externalRef !== null);
  const standing = await standingPayments(
    transaction,
    branch,
    numbered.map(({ payment }) => payment),
  );
  const told = new Set<string>();
  for (const { position, payment } of numbered) {
    const reference = `${payment.externalRef}`;
    const stands = standing.get(reference);
    atRow(position, () => {
      if (stands !== undefined) refuseRepeated(stands, payment, { kind: by, user }, { branch, kader: null });
      if (told.has(reference)) refuseToldTwice(payment);
    });
    told.add(reference);
  }
}

async function priceChunk(
  transaction: Knex,
  chunk: readonly Timed[],
  books: BranchBooks,
  { branch, by, now }: RecordingOptions,
): Promise<Row[]> {
  const wanted = new Set(chunk.map(({ payment }) => payment.binaan).filter((family) => family !== null));
  const families = await holdFamilies(transaction, branch, [...wanted]);
  const latest = new Date(now.getTime() + clockSkewMilliseconds).toISOString();
  const today = dateOf(now, books.books.timezone);
  return chunk.map(({ position, payment, note, moment, paidOn }) => {
    const family = payment.binaan === null ? null : (families.get(payment.binaan) ?? null);
    const paidAt = moment.toISOString();
    const priced = price({
      amount: payment.amount,
      paidAt,
      kind: payment.kind,
      now: latest,
      recorder: by === 'integration' ? 'integration' : 'person',
      books: books.books,
      family,
      paidBeforeList: family?.paidBeforeList ?? 0,
      holder: family === null ? null : holderAt(family, paidOn),
      policy: policyFor({ kind: by }, books.policyOn(paidOn)),
      scheme: books.schemeOn(paidOn),
      duesRates: books.duesRates,
    });
    if (!priced.ok)
      return atRow(position, () => {
        throw refusalOf(priced);
      });
    if (family !== null && priced.value.status === 'recorded') {
      addPayment(family, { paidOn, today }, payment.amount, priced.value);
    }
    return {
      ...priced.value,
      binaan: family?.id ?? null,
      amount: payment.amount,
      paid_at: paidAt,
      kind: payment.kind,
      channel: payment.channel,
      source: payment.source,
      external_ref: payment.externalRef,
      payer_ref: payerOf(payment, family?.id ?? null),
      note,
      branch,
    };
  });
}

function holderAt({ holdings }: HeldFamily, paidOn: DateText) {
  const kader = holderOn(holdings, paidOn);
  if (kader === null) return null;
  return { kader, endedOn: holdings.find((holding) => holding.kader === kader)?.endedOn ?? null };
}

/** The next payment of the family is priced after this one (design 5.12). */
function addPayment(
  family: HeldFamily,
  { paidOn, today }: { paidOn: DateText; today: DateText },
  amount: number,
  { months_covered }: PricedCollection,
): void {
  if (paidOn <= family.listedAsOf) {
    if (today >= family.listedAsOf) family.paidBeforeList += amount;
    return;
  }
  family.paidMonths += months_covered;
  family.paidAmount += amount;
}

/** The columns that are written; the database knows their types. */
const columns = [
  'binaan',
  'amount',
  'paid_at',
  'kind',
  'channel',
  'source',
  'external_ref',
  'payer_ref',
  'note',
  'branch',
  'kader',
  'month',
  'paid_month',
  'late',
  'months_owed',
  'months_covered',
  'split',
  'scheme',
  'rule',
  'rate_bp',
  'base',
  'commission',
  'explanation',
  'explanation_en',
  'status',
  'pay_month',
] as const satisfies readonly (keyof Row)[];

async function store(transaction: Knex, rows: readonly Row[], { user, now }: RecordingOptions): Promise<number[]> {
  const total = rows.reduce((sum, { amount = 0 }) => sum + amount, 0);
  const list = columns.map((column) => `"${column}"`).join(', ');
  try {
    await transaction.raw('select kader_expect_collections(?, ?)', [rows.length, total]);
    const stored = await transaction.raw<{ rows: { id: number }[] }>(
      `insert into collection (${list}, confirm_duplicate, date_created, user_created)
       select ${list}, false, ?::timestamptz, ?::uuid from json_populate_recordset(null::collection, ?::json)
       returning id`,
      [now.toISOString(), user, JSON.stringify(rows)] as Knex.RawBinding[],
    );
    return stored.rows.map(({ id }) => id);
  } catch (error) {
    throw refusalOfDatabase(error) ?? error;
  }
}

/** Names the row that a refusal is about. */
function atRow<T>(row: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'extensions' in error) Object.assign(error.extensions as object, { row });
    throw error;
  }
}
