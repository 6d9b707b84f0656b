import { largestAdjustment, longestReason } from '../extensions/kader-jkn/src/core/adjustment.ts';
import {
  choice,
  colour,
  defineCollection,
  history,
  longText,
  m2o,
  moment,
  month,
  remark,
  rupiah,
  saved,
  section,
  text,
  user,
} from './define.ts';

/** Imbal jasa corrected by hand: paid or taken back in the statement of the month that was the oldest open one. Append-only. */
export const commissionAdjustment = defineCollection('commission_adjustment', {
  label: ['Koreksi imbal jasa', 'Corrections of commission'],
  note: [
    'Rupiah yang ditambahkan atau ditarik kembali dari imbal jasa seorang kader, dengan alasannya. Masuk ke bulan terbuka yang tertua dan tidak diubah setelah dicatat.',
    "Rupiah added to or taken back from a kader's commission, and why. Paid in the oldest open month; never edited once recorded.",
  ],
  icon: 'exposure',
  folder: 'jkn_iuran',
  sort: 4,
  template: '{{kader.name}} · {{amount}} · {{pay_month}}',
  accountability: 'activity',
  fields: [
    m2o('kader', ['Kader', 'Kader'], 'kader', {
      required: true,
      readonlyWhen: saved,
      template: '{{name}} · {{code}}',
    }),
    rupiah('amount', ['Jumlah', 'Amount'], {
      required: true,
      readonlyWhen: saved,
      options: { signed: true },
      note: [
        'Rupiah bulat yang ditambahkan ke imbal jasa kader, atau ditarik kembali.',
        "Whole rupiah added to the kader's commission, or taken back.",
      ],
    }),
    longText('reason', ['Alasan', 'Reason'], {
      required: true,
      readonlyWhen: saved,
      note: ['Dibaca kader pada perhitungan imbal jasanya.', 'The kader reads it with the statement.'],
    }),
    month('pay_month', ['Dibayarkan dalam bulan', 'Paid out in'], {
      filledByTrigger: true,
      readonly: true,
      shownWhen: saved,
      note: ['Bulan terbuka yang tertua saat dicatat.', 'The oldest open month when it was recorded.'],
    }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'recorded', label: ['Tercatat', 'Recorded'], color: colour.blue },
        { value: 'void', label: ['Batal', 'Void'], color: colour.grey },
      ],
      {
        required: true,
        default: 'recorded',
        shownWhen: saved,
        readonlyWhen: { status: { _eq: 'void' } },
        note: [
          'Dapat dibatalkan selama bulannya terbuka; setelah itu catat koreksi sebaliknya.',
          'It can be voided while its month is open; after that record the opposite correction.',
        ],
      },
    ),
    text('void_reason', ['Alasan pembatalan', 'Why void'], {
      width: 'full',
      shownWhen: { status: { _eq: 'void' } },
      requiredWhen: { status: { _eq: 'void' } },
      readonlyWhen: { voided_at: { _nnull: true } },
    }),
    m2o('dispute', ['Menjawab sanggahan', 'Answers the dispute'], 'dispute', {
      readonly: true,
      shownWhen: { dispute: { _nnull: true } },
      template: '{{line_label}} · {{statement.month}}',
    }),
    section('voiding', ['Pembatalan', 'Voiding'], { icon: 'block', shownWhen: { voided_at: { _nnull: true } } }, [
      moment('voided_at', ['Dibatalkan pada', 'Voided at'], { readonly: true }),
      user('voided_by', ['Dibatalkan oleh', 'Voided by'], { readonly: true }),
    ]),
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', {
      filledByTrigger: true,
      readonly: true,
      shownWhen: saved,
      template: '{{name}}',
    }),
    remark(),
    history(),
  ],
  uniques: { dispute: '(dispute) where dispute is not null' },
  indexes: { pay: 'branch, pay_month, kader', kader: 'kader, pay_month' },
  checks: {
    amount: `amount <> 0 and amount between -${largestAdjustment} and ${largestAdjustment}`,
    reason: `btrim(reason) <> '' and char_length(reason) <= ${longestReason}`,
  },
});
