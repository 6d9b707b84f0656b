import {
  boolean,
  choice,
  colour,
  defineCollection,
  type FieldNode,
  longText,
  m2o,
  moment,
  section,
  user,
} from './define.ts';
import type { Label } from './types.ts';

const kept = { readonly: true };

const states = [
  { value: 'recorded', label: ['Tercatat', 'Recorded'], color: colour.pale },
  { value: 'verified', label: ['Terverifikasi', 'Verified'], color: colour.blue },
  { value: 'unallocated', label: ['Belum teralokasi', 'Unallocated'], color: colour.amber },
  { value: 'void', label: ['Batal', 'Void'], color: colour.grey },
  { value: 'draft', label: ['Rancangan', 'Draft'], color: colour.amber },
  { value: 'open', label: ['Terbuka', 'Open'], color: colour.amber },
  { value: 'closed', label: ['Ditutup', 'Closed'], color: colour.blue },
  { value: 'approved', label: ['Disetujui', 'Approved'], color: colour.teal },
  { value: 'paid', label: ['Dibayar', 'Paid'], color: colour.grey },
  { value: 'accepted', label: ['Diterima', 'Accepted'], color: colour.blue },
  { value: 'declined', label: ['Ditolak', 'Declined'], color: colour.grey },
  { value: 'withdrawn', label: ['Dicabut', 'Withdrawn'], color: colour.grey },
  { value: 'active', label: ['Berlaku', 'Active'], color: colour.blue },
  { value: 'archived', label: ['Diarsipkan', 'Archived'], color: colour.grey },
] as const;

/** The record that changed, shown where it is of this kind. */
function changed(field: string, label: Label, target: string, template: string): FieldNode {
  return m2o(field, label, target, {
    ...kept,
    template,
    listedAs: 'history',
    shownWhen: { [field]: { _nnull: true } },
  });
}

/** Who did it, by name: a table inside another form has no room for the picture that the display of users keeps. */
function byName(made: FieldNode): FieldNode {
  const display_options = { template: '{{first_name}} {{last_name}}' };
  return { ...made, meta: { ...made.meta, display: 'related-values', display_options } };
}

/** Who changed the state of a record, when and why. Written by triggers alone, and never changed. */
export const stateChange = defineCollection('state_change', {
  label: ['Riwayat status', 'History'],
  note: [
    'Setiap perubahan status: siapa, kapan, dan mengapa. Ditulis oleh basis data sendiri dan tidak dapat diubah.',
    'Every change of state: who, when and why. Written by the database itself, and never changed.',
  ],
  icon: 'history',
  folder: 'jkn_iuran',
  sort: 9,
  template: '{{record_type}} · {{to_status}} · {{changed_at}}',
  accountability: 'activity',
  fields: [
    choice(
      'record_type',
      ['Catatan', 'Record'],
      [
        { value: 'collection', label: ['Penerimaan', 'Collection'], icon: 'payments' },
        { value: 'statement', label: ['Imbal jasa', 'Statement'], icon: 'receipt_long' },
        { value: 'period', label: ['Bulan buku', 'Month of the books'], icon: 'calendar_month' },
        { value: 'dispute', label: ['Sanggahan', 'Dispute'], icon: 'contact_support' },
        { value: 'adjustment', label: ['Koreksi imbal jasa', 'Correction of commission'], icon: 'edit_note' },
        { value: 'scheme', label: ['Skema imbal jasa', 'Commission scheme'], icon: 'percent' },
      ],
      { ...kept, required: true },
    ),
    moment('changed_at', ['Pada', 'At'], { ...kept, required: true }),
    choice('from_status', ['Dari', 'From'], states, { ...kept, required: true }),
    choice('to_status', ['Menjadi', 'To'], states, { ...kept, required: true }),
    byName(
      user('changed_by', ['Oleh', 'By'], {
        ...kept,
        note: [
          'Kosong: dilakukan sistem, atau akunnya sudah dihapus.',
          'Empty: done by the system, or the account is gone.',
        ],
      }),
    ),
    boolean('by_process', ['Oleh sistem', 'By the system'], {
      ...kept,
      says: ['Dilakukan proses tanpa pengguna', 'Done by a process without a user'],
    }),
    longText('reason', ['Alasan', 'Reason'], { ...kept, shownWhen: { reason: { _nnull: true } } }),
    changed('collection', ['Penerimaan', 'Collection'], 'collection', '{{paid_at}} · {{amount}}'),
    changed('statement', ['Imbal jasa', 'Statement'], 'commission', '{{kader.name}} · {{month}}'),
    changed('period', ['Bulan buku', 'Month of the books'], 'period', '{{branch.name}} · {{month}}'),
    changed('dispute', ['Sanggahan', 'Dispute'], 'dispute', '{{kader.name}} · {{line_label}}'),
    changed('adjustment', ['Koreksi imbal jasa', 'Correction'], 'commission_adjustment', '{{kader.name}} · {{amount}}'),
    changed('scheme', ['Skema imbal jasa', 'Commission scheme'], 'commission_scheme', '{{name}}'),
    section('belongs', ['Milik', 'Belongs to'], { icon: 'apartment', closed: true }, [
      m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { ...kept, template: '{{name}}' }),
      m2o('kader', ['Kader', 'Kader'], 'kader', { ...kept, template: '{{name}} · {{code}}' }),
    ]),
  ],
  indexes: {
    collection: '(collection) where collection is not null',
    statement: '(statement) where statement is not null',
    period: '(period) where period is not null',
    dispute: '(dispute) where dispute is not null',
    adjustment: '(adjustment) where adjustment is not null',
    scheme: '(scheme) where scheme is not null',
    kader: '(kader, changed_at) where kader is not null',
    branch: '(branch, changed_at)',
  },
  checks: {
    record_type: [
      'num_nonnulls(collection, statement, period, dispute, adjustment, scheme) = 1',
      "(record_type = 'collection') = (collection is not null)",
      "(record_type = 'statement') = (statement is not null)",
      "(record_type = 'period') = (period is not null)",
      "(record_type = 'dispute') = (dispute is not null)",
      "(record_type = 'adjustment') = (adjustment is not null)",
      "(record_type = 'scheme') = (scheme is not null)",
    ].join(' and '),
    to_status: 'to_status <> from_status',
  },
});
