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

const kaderColumns = ['name', 'code', 'status', 'district', 'zero_streak', 'phone'];
const familyColumns = ['head_name', 'area', 'kader', 'owed_months', 'owed_amount', 'status'];
const collectionColumns = ['paid_at', 'binaan', 'kader', 'amount', 'commission', 'status'];

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
    icon: 'balance',
    collection: 'partnership_review',
    roles: null,
    filter: null,
    columns: ['opened_on', 'kader', 'status', 'streak_months', 'due_on', 'decision'],
    sort: '-opened_on',
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
    icon: 'map',
    collection: 'area',
    roles: null,
    filter: null,
    columns: ['code', 'name', 'level', 'parent', 'branch'],
    sort: 'code',
  },
];
