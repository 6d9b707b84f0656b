import type { CollectionKind, PaymentChannel } from '../contract/records.ts';
import { refusal } from './errors.ts';
import type { Recorder, RecorderKind } from './recorder.ts';

/** What a recorder says of a payment, read and checked as far as it can be without the database. */
export interface ToldPayment {
  /** null: named by `payerRef`, or by nothing */
  binaan: number | null;
  /** whole rupiah, above zero */
  amount: number;
  /** a day, or a day and time, with or without a zone */
  paidAt: string;
  kind: CollectionKind;
  channel: PaymentChannel;
  source: string;
  externalRef: string | null;
  /** VA or KK of the family */
  payerRef: string | null;
  /** what an integration calls the family */
  familyAsTold: string | null;
  clientId: string | null;
  confirmDuplicate: boolean;
}

const largestId = 2_147_483_647;
const references = ['binaan', 'kader', 'branch', 'scheme', 'rule', 'reverses', 'verified_by', 'voided_by'] as const;
const kinds: readonly CollectionKind[] = ['arrears', 'current', 'advance'];
const usualChannel: Record<RecorderKind, PaymentChannel> = {
  system: 'office',
  staff: 'office',
  kader: 'kader_cash',
  integration: 'va',
};
const channels: readonly PaymentChannel[] = [
  'kader_cash',
  'bank',
  'va',
  'minimarket',
  'ewallet',
  'ppob',
  'office',
  'other',
];
/** References are compared and printed; PostgreSQL cannot even keep the first of these. */
const controlCharacter = /\p{Cc}/u;
const momentPattern = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)?)?$/i;

type Told = Readonly<Record<string, unknown>>;

/** Reads a payment from a form, the API or an import, where numbers may come as text; throws our refusal. */
export function readPayment(told: Told, recorder: Recorder): ToldPayment {
  refuseObjects(told);
  return {
    binaan: readId(told['binaan']),
    amount: readAmount(told['amount']),
    paidAt: readMoment(told['paid_at']),
    kind: readChoice(told, 'kind', kinds, 'arrears'),
    channel: readChoice(told, 'channel', channels, usualChannel[recorder.kind]),
    source: readSource(told['source'], recorder.kind),
    externalRef: readText(told, 'external_ref', 128),
    payerRef: readText(told, 'payer_ref', 64),
    familyAsTold: recorder.kind === 'integration' ? asTold(told['binaan']) : null,
    clientId: readText(told, 'client_id', 64),
    confirmDuplicate: told['confirm_duplicate'] === true || told['confirm_duplicate'] === 'true',
  };
}

/** Refuses data where an id belongs: it would change or make the related record after the price was made (design 6). */
export function refuseObjects(told: Told): void {
  const field = references.find((name) => typeof bareId(told[name]) === 'object' && told[name] !== null);
  if (field !== undefined) throw refusal('KADER_REFERENCE_NOT_ID', { field });
}

/** Whole rupiah above zero, as a number or in digits. */
export function readAmount(told: unknown): number {
  const amount = typeof told === 'string' && /^\d+$/.test(told.trim()) ? Number(told) : told;
  if (typeof amount !== 'number' || !Number.isInteger(amount) || amount <= 0 || amount > largestId) {
    throw refusal('KADER_AMOUNT_INVALID');
  }
  return amount;
}

/** An id as a number or in digits, or null where it is none. */
export function readId(told: unknown): number | null {
  const named = bareId(told);
  const id = typeof named === 'string' && /^\d+$/.test(named.trim()) ? Number(named) : named;
  return typeof id === 'number' && Number.isInteger(id) && id > 0 && id <= largestId ? id : null;
}

/** A record may be named by an object that holds nothing but its id. */
function bareId(told: unknown): unknown {
  if (typeof told !== 'object' || told === null || !('id' in told)) return told;
  return Object.keys(told).length === 1 ? told.id : told;
}

function asTold(family: unknown): string | null {
  if (family === null || family === undefined) return null;
  return String(bareId(family))
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 64);
}

/** The payer to keep: what an integration calls a family that we do not know is kept for whoever sorts it out. */
export function payerOf(
  { payerRef, familyAsTold }: Pick<ToldPayment, 'payerRef' | 'familyAsTold'>,
  family: number | null,
): string | null {
  return payerRef ?? (family === null ? familyAsTold : null);
}

function readMoment(told: unknown): string {
  const text = told instanceof Date && !Number.isNaN(told.getTime()) ? told.toISOString() : told;
  if (typeof text !== 'string' || !momentPattern.test(text.trim())) throw refusal('KADER_PAID_AT_INVALID');
  const moment = text.trim();
  if (!isDay(moment.slice(0, 10)) || !isTime(moment.slice(11, 19))) throw refusal('KADER_PAID_AT_INVALID');
  return moment;
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function isTime(time: string): boolean {
  const [hours = '0', minutes = '0', seconds = '0'] = time.replace(/[Z+-].*$/i, '').split(':');
  return Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
}

function readChoice<T extends string>(told: Told, field: string, allowed: readonly T[], usual: T): T {
  const value = told[field] ?? usual;
  const found = allowed.find((choice) => choice === value);
  if (found === undefined) throw refusal('KADER_VALUE_INVALID', { field });
  return found;
}

/** People are named by what they are; an integration by the name it gives itself. */
function readSource(told: unknown, kind: RecorderKind): string {
  if (kind === 'staff' || kind === 'kader') return kind;
  const name = typeof told === 'string' ? told.trim() : '';
  if (kind === 'system') return name || 'staff';
  if (name === '' || name.length > 64 || controlCharacter.test(name) || name === 'staff' || name === 'kader') {
    throw refusal('KADER_VALUE_INVALID', { field: 'source' });
  }
  return name;
}

function readText(told: Told, field: string, longest: number): string | null {
  const value = told[field];
  if (value === null || value === undefined || value === '') return null;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > longest || controlCharacter.test(text)) {
    throw refusal('KADER_VALUE_INVALID', { field });
  }
  return text.trim() || null;
}
