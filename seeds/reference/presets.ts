import type { RoleKey } from '../../extensions/kader-jkn/src/contract/access.ts';
import type { CollectionName } from '../../extensions/kader-jkn/src/contract/records.ts';

export interface PresetDefinition {
  /** null: how the list opens for everybody who has no preset of their own */
  bookmark: string | null;
  icon: string;
  collection: CollectionName;
  /** none: for everybody */
  roles: readonly RoleKey[] | null;
  /** `$MONTH` stands for the present month, `YYYY-MM` */
  filter: Readonly<Record<string, unknown>> | null;
  columns: readonly string[];
  /** `-field`: descending */
  sort: string;
}

const kaderColumns = ['name', 'code', 'status', 'zero_streak', 'district', 'phone'];
const familyColumns = ['head_name', 'owed_months', 'owed_amount', 'area', 'kader', 'status'];
const collectionColumns = ['paid_at', 'binaan', 'amount', 'commission', 'kader', 'status'];

/** Pixels of a column, wide enough for its heading and its usual values; any other is as Directus makes it. */
export const columnWidths: Readonly<Record<string, number>> = {
  at: 155,
  paid_at: 155,
  date_created: 155,
  month: 135,
  pay_month: 200,
  name: 170,
  head_name: 170,
  code: 115,
  binaan: 195,
  kader: 195,
  area: 195,
  district: 195,
  parent: 195,
  branch: 195,
  statement: 215,
  phone: 165,
  first_month: 170,
  status: 130,
  outcome: 165,
  owed_months: 160,
  owed_amount: 135,
  amount: 140,
  zero_streak: 200,
  zero_count: 200,
  streak_months: 175,
  due_on: 212,
  promise_on: 165,
  payer_ref: 235,
  line_label: 195,
  question: 260,
  reason: 240,
};

/** Bookmarks of the daily questions, and the columns with which the lists open. */
export const presets: PresetDefinition[] = [
  {
    bookmark: 'Kader aktif',
    icon: 'verified_user',
    collection: 'kader',
    roles: ['head', 'staff', 'telekolekting', 'auditor'],
    filter: { status: { _eq: 'active' } },
    columns: ['name', 'code', 'district', 'status'],
    sort: 'name',
  },
  {
    bookmark: 'Tanpa penerimaan 2 bulan',
    icon: 'hourglass_empty',
    collection: 'kader',
    roles: ['head', 'staff', 'auditor'],
    filter: { _and: [{ status: { _neq: 'ended' } }, { zero_streak: { _gte: 2 } }] },
    columns: kaderColumns,
    sort: '-zero_streak',
  },
  {
    bookmark: 'Binaan prioritas',
    icon: 'priority_high',
    collection: 'binaan',
    roles: ['head', 'staff', 'telekolekting', 'kader'],
    // Above 6 months, as the national policy has it; edit the bookmark where a branch decides otherwise.
    filter: { _and: [{ status: { _eq: 'active' } }, { owed_months: { _gte: 7 } }] },
    columns: familyColumns,
    sort: '-owed_months',
  },
  {
    bookmark: 'Penerimaan bulan ini',
    icon: 'today',
    collection: 'collection',
    roles: ['head', 'staff', 'kader', 'auditor'],
    // Directus compares text with constants only, so the installer and the hourly upkeep write the month in.
    filter: { _and: [{ month: { _eq: '$MONTH' } }, { status: { _neq: 'void' } }] },
    columns: collectionColumns,
    sort: '-paid_at',
  },
  {
    bookmark: 'Menunggu verifikasi',
    icon: 'fact_check',
    collection: 'collection',
    roles: ['head', 'staff'],
    filter: { status: { _eq: 'recorded' } },
    columns: [...collectionColumns, 'user_created'],
    sort: 'paid_at',
  },
  {
    bookmark: 'Belum teralokasi',
    icon: 'help',
    collection: 'collection',
    roles: ['head', 'staff'],
    filter: { status: { _eq: 'unallocated' } },
    columns: ['paid_at', 'amount', 'source', 'external_ref', 'payer_ref'],
    sort: 'paid_at',
  },
  {
    bookmark: 'Sanggahan terbuka',
    icon: 'contact_support',
    collection: 'dispute',
    roles: ['head', 'staff', 'kader', 'auditor'],
    filter: { status: { _eq: 'open' } },
    columns: ['date_created', 'kader', 'statement', 'line_label', 'question'],
    sort: 'date_created',
  },
  {
    bookmark: null,
    icon: 'badge',
    collection: 'kader',
    roles: null,
    filter: null,
    columns: kaderColumns,
    sort: 'name',
  },
  {
    bookmark: null,
    icon: 'family_restroom',
    collection: 'binaan',
    roles: null,
    filter: null,
    columns: familyColumns,
    sort: 'head_name',
  },
  {
    bookmark: null,
    icon: 'payments',
    collection: 'collection',
    roles: null,
    filter: null,
    columns: collectionColumns,
    sort: '-paid_at',
  },
  {
    bookmark: null,
    icon: 'calendar_month',
    collection: 'period',
    roles: null,
    filter: null,
    columns: ['month', 'branch', 'status', 'collected', 'commission_total', 'zero_count'],
    sort: '-month',
  },
  {
    bookmark: null,
    icon: 'receipt_long',
    collection: 'commission',
    roles: null,
    filter: null,
    columns: ['month', 'kader', 'collected', 'commission', 'net', 'status'],
    sort: '-month',
  },
  {
    bookmark: null,
    icon: 'history',
    collection: 'state_change',
    roles: null,
    filter: null,
    columns: ['changed_at', 'record_type', 'from_status', 'to_status', 'changed_by', 'reason'],
    sort: '-changed_at',
  },
  {
    bookmark: null,
    icon: 'balance',
    collection: 'partnership_review',
    roles: null,
    filter: null,
    columns: ['opened_on', 'kader', 'status', 'streak_months', 'due_on', 'decision'],
    sort: '-opened_on',
  },
  {
    bookmark: null,
    icon: 'contact_support',
    collection: 'dispute',
    roles: null,
    filter: null,
    columns: ['date_created', 'kader', 'statement', 'line_label', 'status', 'decided_at'],
    sort: '-date_created',
  },
  {
    bookmark: null,
    icon: 'exposure',
    collection: 'commission_adjustment',
    roles: null,
    filter: null,
    columns: ['date_created', 'kader', 'amount', 'pay_month', 'reason', 'status'],
    sort: '-date_created',
  },
  {
    bookmark: null,
    icon: 'forum',
    collection: 'activity',
    roles: null,
    filter: null,
    columns: ['at', 'binaan', 'kader', 'channel', 'outcome', 'promise_on'],
    sort: '-at',
  },
  {
    bookmark: null,
    icon: 'where_to_vote',
    collection: 'kader_area',
    roles: null,
    filter: null,
    columns: ['kader', 'area', 'from_date', 'to_date', 'mode'],
    sort: '-from_date',
  },
  {
    bookmark: null,
    icon: 'history_edu',
    collection: 'kader_event',
    roles: null,
    filter: null,
    columns: ['on_date', 'kader', 'kind', 'to_date', 'reason'],
    sort: '-on_date',
  },
  {
    bookmark: null,
    icon: 'assignment_ind',
    collection: 'assignment',
    roles: null,
    filter: null,
    columns: ['binaan', 'kader', 'from_date', 'to_date', 'reason'],
    sort: '-from_date',
  },
  {
    bookmark: null,
    icon: 'apartment',
    collection: 'branch',
    roles: null,
    filter: null,
    columns: ['code', 'name', 'city', 'timezone', 'first_month'],
    sort: 'code',
  },
  {
    bookmark: null,
    icon: 'policy',
    collection: 'program_policy',
    roles: null,
    filter: null,
    columns: ['effective_from', 'name', 'branch'],
    sort: '-effective_from',
  },
  {
    bookmark: null,
    icon: 'map',
    collection: 'area',
    roles: null,
    filter: null,
    columns: ['code', 'name', 'level', 'parent', 'branch'],
    sort: 'code',
  },
];
