import type { Filter } from '@directus/types';
import type { MessageAbout } from '../../../contract/message-contexts.ts';
import type { TemplateRecord } from '../../../contract/message-templates.ts';
import type { CollectionName, Id } from '../../../contract/records.ts';
import { formatDate, formatMonth, formatMonthsOwed, formatRupiah } from '../../../studio/format.ts';
import { type Desk, itemsFor, visibleRecord } from '../../desk/desk.ts';

/** What Directus answers of a record. */
// biome-ignore lint/suspicious/noExplicitAny: each source knows the fields it asked for
type Row = Record<string, any>;

/** Where the records are that a template is about. */
interface Source {
  collection: CollectionName;
  /** which of them a message could be about */
  filter: Filter;
  /** what its context is made of: whoever may not read all of it sees no preview with the record */
  fields: readonly string[];
  /** the branch that it belongs to, as a path */
  branch: string;
  label: (row: Row) => string;
}

const isActive: Filter = { status: { _in: ['active', 'on_leave'] } };
const kaderFields = ['name', 'code', 'district', 'joined_on', 'contract_number', 'contract_from', 'contract_to'];
const familyFields = [
  ...['head_name', 'area', 'va_number', 'members', 'class', 'members_1', 'members_2', 'members_3'],
  ...['owed_months', 'owed_amount', 'listed_as_of', 'kader'],
];
const ofKader = ['kader.name', 'kader.code', 'kader.district'];
const ofFamily = familyFields.map((field) => `binaan.${field}`);
const locale = 'id-ID';

const nameOf = ({ name, code }: Row) => `${name} (${code})`;

const sources: Readonly<Record<Exclude<MessageAbout, 'notice'>, Source>> = {
  kader: {
    collection: 'kader',
    filter: isActive,
    fields: ['branch', ...kaderFields],
    branch: 'branch',
    label: (row) => nameOf(row),
  },
  week_list: {
    collection: 'kader',
    filter: isActive,
    fields: ['branch', ...kaderFields, 'families'],
    branch: 'branch',
    label: (row) => nameOf(row),
  },
  family: {
    collection: 'binaan',
    filter: { status: { _in: ['active', 'settled', 'muted'] } },
    fields: ['branch', ...familyFields],
    branch: 'branch',
    label: (row) => `${row['head_name']} · ${formatMonthsOwed(row['owed_months'], locale)}`,
  },
  promise: {
    collection: 'activity',
    filter: { promise_on: { _nnull: true }, binaan: { status: { _neq: 'merged' } } },
    fields: ['branch', 'promise_on', 'promise_amount', 'at', ...ofFamily],
    branch: 'branch',
    label: (row) => `${headOf(row)} · ${formatDate(row['promise_on'], locale)}`,
  },
  payment: {
    collection: 'collection',
    filter: { status: { _in: ['recorded', 'verified'] }, reverses: { _null: true }, binaan: { _nnull: true } },
    fields: ['branch', 'amount', 'paid_at', 'kind', 'channel', 'months_covered', 'kader', ...ofFamily],
    branch: 'branch',
    label: (row) => `${headOf(row)} · ${formatRupiah(row['amount'], locale)}`,
  },
  statement: {
    collection: 'commission',
    filter: { status: { _neq: 'draft' } },
    fields: ['branch', 'month', 'net', 'gross', 'lines', 'target', 'attainment_bp', ...ofKader],
    branch: 'branch',
    label: (row) => `${kaderOf(row)} · ${formatMonth(row['month'], locale)}`,
  },
  warning: {
    collection: 'kader_event',
    filter: { kind: { _eq: 'warned' } },
    fields: ['kader.branch', 'on_date', 'month', 'reason', ...ofKader],
    branch: 'kader.branch',
    label: (row) => `${kaderOf(row)} · ${formatDate(row['on_date'], locale)}`,
  },
  review: {
    collection: 'partnership_review',
    filter: { status: { _neq: 'withdrawn' } },
    fields: [
      'branch',
      'opened_on',
      'due_on',
      'evidence',
      'answer',
      'decision',
      'decision_note',
      'decided_by',
      ...ofKader,
    ],
    branch: 'branch',
    label: (row) => `${kaderOf(row)} · ${formatDate(row['opened_on'], locale)}`,
  },
  award: {
    collection: 'award',
    filter: {},
    fields: ['branch', 'title', 'words', 'reason', 'month', 'awarded_on', ...ofKader],
    branch: 'branch',
    label: (row) => `${kaderOf(row)} · ${row['title']}`,
  },
  session: {
    collection: 'monev_session',
    filter: {},
    fields: ['branch', 'month', 'held_on', 'place', 'led_by'],
    branch: 'branch',
    label: (row) => `${formatMonth(row['month'], locale)} · ${formatDate(row['held_on'], locale)}`,
  },
  month: {
    collection: 'period',
    filter: {},
    fields: ['branch.id', 'branch.name', 'month', 'status', 'collected', 'commission_total', 'zero_count'],
    branch: 'branch',
    label: (row) => `${formatMonth(row['month'], locale)} · ${row['branch']?.name ?? ''}`,
  },
};

function headOf(row: Row): string {
  return row['binaan']?.head_name ?? '–';
}

function kaderOf(row: Row): string {
  const kader = row['kader'];
  return kader ? nameOf(kader) : '–';
}

/** A record that a template can be tried with, as the caller sees it. */
export interface TriedRecord extends TemplateRecord {
  branch: Id;
}

/** How many are offered: the newest. */
const offered = 20;

/** The newest records that a template about this could be tried with, with the caller's own rights. */
export async function templateRecords(desk: Desk, about: MessageAbout): Promise<TemplateRecord[]> {
  if (about === 'notice') return [];
  const { collection, filter, fields, label } = sources[about];
  try {
    const rows = await itemsFor(desk, collection).readByQuery({
      filter,
      fields: ['id', ...fields],
      sort: ['-id'],
      limit: offered,
    });
    const reversed = about === 'payment' ? await reversedOf(desk, rows as Row[]) : new Set();
    return rows
      .filter(({ id }) => !reversed.has(id))
      .map((row) => ({ id: Number(row['id']), label: label(row as Row) }));
  } catch (error) {
    // their template, but not their records
    if ((error as { code?: unknown }).code === 'FORBIDDEN') return [];
    throw error;
  }
}

/** Payments that were taken back, in whole or in part: those in whole do not stand, and none is a good example. */
async function reversedOf({ knex }: Desk, payments: readonly Row[]): Promise<ReadonlySet<unknown>> {
  const ids = payments.map(({ id }) => id);
  return new Set(await knex('collection').whereIn('reverses', ids).whereNot({ status: 'void' }).pluck('reverses'));
}

/** The record, or null where it is not there or holds something that the caller may not read. */
export async function triedRecord(desk: Desk, about: MessageAbout, id: Id): Promise<TriedRecord | null> {
  if (about === 'notice') return null;
  const { collection, fields, branch, label } = sources[about];
  const row = await visibleRecord(desk, collection, id, ['id', ...fields]);
  if (row === null) return null;
  const owner = branch.split('.').reduce<unknown>((inner, field) => (inner as Row | null)?.[field], row);
  const of = typeof owner === 'object' && owner !== null ? (owner as { id?: unknown }).id : owner;
  return { id, label: label(row as Row), branch: Number(of) };
}
