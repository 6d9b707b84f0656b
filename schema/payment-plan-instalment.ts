import { choice, colour, date, defineCollection, m2o, month, number, rupiah } from './define.ts';

const fixed = { readonly: true };
const derived = { readonly: true };

/** One month of a payment plan: what is due, and what was paid of it. */
export const paymentPlanInstalment = defineCollection('payment_plan_instalment', {
  label: ['Cicilan', 'Instalments'],
  note: [
    'Satu bulan dari rencana cicilan. Pembayaran mengisi cicilan yang tertua lebih dulu.',
    'One month of a payment plan. Payments fill the oldest instalment first.',
  ],
  icon: 'calendar_view_month',
  folder: 'jkn_binaan',
  sort: 7,
  hidden: true,
  template: '{{plan.binaan.head_name}} · {{number}} · {{due_on}}',
  fields: [
    m2o('plan', ['Rencana', 'Plan'], 'payment_plan', {
      ...fixed,
      required: true,
      template: '{{binaan.head_name}} · {{starts_on}}',
      listedAs: 'instalments',
    }),
    number('number', ['Ke', 'No.'], { ...fixed, required: true, min: 1, max: 120 }),
    date('due_on', ['Jatuh tempo', 'Due on'], { ...fixed, required: true }),
    month('month', ['Bulan iuran berjalan', 'Month of current dues'], { ...fixed, required: true }),
    rupiah('amount', ['Cicilan', 'Instalment'], { ...fixed, required: true, min: 1 }),
    rupiah('arrears_amount', ['Tunggakan', 'Arrears'], { ...fixed, required: true, min: 0 }),
    rupiah('current_amount', ['Iuran berjalan', 'Current dues'], { ...fixed, required: true, default: 0, min: 0 }),
    rupiah('paid_amount', ['Dibayar', 'Paid'], { ...derived, required: true, default: 0 }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'waiting', label: ['Menunggu', 'Waiting'], color: colour.pale },
        { value: 'paid', label: ['Lunas', 'Paid'], color: colour.teal },
        { value: 'missed', label: ['Terlewat', 'Missed'], color: colour.amber },
      ],
      { ...derived, required: true, default: 'waiting' },
    ),
    date('paid_on', ['Lunas pada', 'Paid on'], derived),
    date('missed_on', ['Ditemukan terlewat pada', 'Found missed on'], derived),
  ],
  uniques: { number: 'plan, number' },
  indexes: { due: "(due_on) where status <> 'paid'" },
  checks: {
    amount: 'amount = arrears_amount + current_amount',
    paid_amount: "paid_amount between 0 and amount and (status = 'paid') = (paid_amount = amount)",
  },
});
