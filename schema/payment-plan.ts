import {
  choice,
  colour,
  date,
  defineCollection,
  m2o,
  number,
  o2m,
  remark,
  rupiah,
  section,
  text,
  user,
} from './define.ts';

const fixed = { readonly: true };
const derived = { readonly: true };

/** Arrears of a family paid in instalments (REHAB). Made in the family's form, never changed; what was paid of it is derived. */
export const paymentPlan = defineCollection('payment_plan', {
  label: ['Rencana cicilan', 'Payment plans'],
  note: [
    'Tunggakan yang dicicil (REHAB). Dibuat dan diakhiri dari formulir keluarga; pembayaran dicocokkan setiap hari.',
    "Arrears in instalments (REHAB). Made and ended in the family's form; payments are matched every day.",
  ],
  icon: 'event_repeat',
  folder: 'jkn_binaan',
  sort: 6,
  template: '{{binaan.head_name}} · {{amount}} · {{instalment_count}}×',
  fields: [
    m2o('binaan', ['Keluarga', 'Family'], 'binaan', {
      ...fixed,
      required: true,
      template: '{{head_name}} · {{area.name}}',
      listedAs: 'plans',
    }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'active', label: ['Berjalan', 'Active'], color: colour.blue },
        { value: 'completed', label: ['Selesai', 'Completed'], color: colour.teal },
        { value: 'ended', label: ['Diakhiri', 'Ended'], color: colour.grey },
      ],
      { ...fixed, required: true, default: 'active' },
    ),
    rupiah('amount', ['Jumlah seluruhnya', 'Total'], { ...fixed, required: true, min: 1 }),
    rupiah('paid_amount', ['Sudah dibayar', 'Paid'], { ...derived, required: true, default: 0 }),
    number('missed_count', ['Cicilan terlewat', 'Missed'], { ...derived, required: true, default: 0 }),
    date('missed_since', ['Terlewat sejak', 'Missed since'], {
      ...derived,
      shownWhen: { missed_since: { _nnull: true } },
    }),
    date('cover_restored_on', ['Kepesertaan aktif kembali', 'Cover restored on'], {
      ...derived,
      shownWhen: { cover_restored_on: { _nnull: true } },
    }),
    date('matched_on', ['Dicocokkan per', 'Matched as of'], {
      ...derived,
      note: [
        'Keadaan pada hari itu. Keadaan sekarang tampil di formulir keluarga.',
        "As of that day. The present state is in the family's form.",
      ],
    }),
    o2m('instalments', ['Cicilan', 'Instalments'], {
      columns: ['number', 'due_on', 'amount', 'paid_amount', 'status'],
      sort: 'number',
      limit: 24,
    }),
    section('made', ['Saat dibuat', 'When it was made'], { icon: 'edit_calendar', closed: true }, [
      date('starts_on', ['Mulai', 'Starts on'], { ...fixed, required: true }),
      number('instalment_count', ['Banyaknya cicilan', 'Instalments'], { ...fixed, required: true, min: 1, max: 120 }),
      number('arrears_months', ['Bulan menunggak', 'Months owed'], { ...fixed, required: true, min: 1 }),
      rupiah('arrears_amount', ['Tunggakan', 'Arrears'], { ...fixed, required: true, min: 1 }),
      rupiah('current_amount', ['Iuran berjalan yang ikut', 'Current dues included'], {
        ...fixed,
        required: true,
        default: 0,
        min: 0,
      }),
      choice(
        'cover_restored_after',
        ['Kepesertaan aktif kembali', 'Cover is restored'],
        [
          { value: 'first', label: ['Setelah cicilan pertama', 'After the first instalment'] },
          { value: 'last', label: ['Setelah cicilan terakhir', 'After the last instalment'] },
        ],
        { ...fixed, required: true },
      ),
      m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { ...fixed, required: true, template: '{{name}}' }),
      date('completed_on', ['Lunas pada', 'Completed on'], {
        ...derived,
        shownWhen: { completed_on: { _nnull: true } },
      }),
      number('matched_through', ['Penerimaan terakhir yang dicocokkan', 'Newest collection matched'], {
        ...derived,
        hidden: true,
      }),
    ]),
    section('ending', ['Diakhiri', 'Ended'], { icon: 'block', shownWhen: { status: { _eq: 'ended' } } }, [
      date('ended_on', ['Pada', 'On'], fixed),
      user('ended_by', ['Oleh', 'By'], fixed),
      text('end_reason', ['Alasan', 'Reason'], { ...fixed, width: 'full' }),
    ]),
    remark(),
  ],
  uniques: { open: "(binaan) where status = 'active'" },
  indexes: { binaan: 'binaan', branch: 'branch, status' },
  checks: {
    amount: 'amount = arrears_amount + current_amount',
    paid_amount: 'paid_amount between 0 and amount',
    ended_on: "(status = 'ended') = (ended_on is not null) and (status <> 'ended' or btrim(end_reason) <> '')",
    completed_on: "(status = 'completed') = (completed_on is not null)",
  },
});
