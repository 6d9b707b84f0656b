import { closeMonthFlowId } from '../extensions/kader-jkn/src/contract/access.ts';
import {
  choice,
  colour,
  defineCollection,
  m2o,
  moment,
  month,
  number,
  o2m,
  presentation,
  remark,
  rupiah,
  section,
  user,
} from './define.ts';

const open = { status: { _eq: 'open' } };
const closed = { status: { _neq: 'open' } };

/** A month of a branch's books. Made with the branch and by each close; closed with the button "Tutup bulan". */
export const period = defineCollection('period', {
  label: ['Bulan buku', 'Months of the books'],
  note: [
    'Satu bulan pembukuan satu cabang. Ditutup dengan tombol "Tutup bulan" di bilah samping.',
    'One month of one branch. Closed with the button "Tutup bulan" in the sidebar.',
  ],
  icon: 'calendar_month',
  folder: 'jkn_iuran',
  sort: 2,
  template: '{{branch.name}} · {{month}}',
  fields: [
    m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { required: true, readonly: true, template: '{{name}}' }),
    month('month', ['Bulan', 'Month'], { required: true, readonly: true }),
    choice(
      'status',
      ['Status', 'Status'],
      [
        { value: 'open', label: ['Terbuka', 'Open'], color: colour.amber },
        { value: 'closed', label: ['Ditutup', 'Closed'], color: colour.blue },
        { value: 'approved', label: ['Disetujui', 'Approved'], color: colour.teal },
        { value: 'paid', label: ['Dibayar', 'Paid'], color: colour.grey },
      ],
      {
        required: true,
        default: 'open',
        readonlyWhen: { closed_at: { _null: true } },
        note: ['Setelah ditutup: disetujui, lalu dibayar.', 'Once closed: approved, then paid.'],
      },
    ),
    // Drawn only for whoever may read the flow: the head and administrators.
    presentation('close_button', ['Tutup bulan', 'Close the month'], 'presentation-links', {
      width: 'half',
      shownWhen: open,
      options: {
        links: [{ label: 'Tutup bulan', icon: 'lock', type: 'primary', actionType: 'flow', flow: closeMonthFlowId }],
      },
    }),
    section('totals', ['Hasil bulan ini', 'The month in figures'], { icon: 'summarize', shownWhen: closed }, [
      rupiah('collected', ['Penerimaan', 'Collected'], { big: true, readonly: true }),
      rupiah('commission_total', ['Imbal jasa', 'Commission'], { big: true, readonly: true }),
      number('collections_count', ['Jumlah pembayaran', 'Payments'], { readonly: true }),
      number('families_count', ['Keluarga membayar', 'Families that paid'], { readonly: true }),
      number('kader_count', ['Kader', 'Kader'], { readonly: true }),
      number('zero_count', ['Kader tanpa penerimaan', 'Kader without collection'], { readonly: true }),
      number('warnings_given', ['Peringatan', 'Warnings given'], { readonly: true }),
      number('reviews_opened', ['Peninjauan dibuka', 'Reviews opened'], { readonly: true }),
    ]),
    section('list', ['Imbal jasa kader', 'Statements'], { icon: 'list_alt', shownWhen: closed }, [
      o2m('statements', ['Imbal jasa kader', 'Statements'], {
        columns: ['kader', 'collected', 'commission', 'net', 'zero_streak', 'status'],
        sort: 'net',
        descending: true,
        search: true,
        limit: 25,
      }),
    ]),
    section('steps', ['Siapa dan kapan', 'Who and when'], { icon: 'how_to_reg', closed: true, shownWhen: closed }, [
      user('closed_by', ['Ditutup oleh', 'Closed by'], { readonly: true }),
      moment('closed_at', ['Ditutup pada', 'Closed at'], { readonly: true }),
      user('approved_by', ['Disetujui oleh', 'Approved by'], { readonly: true }),
      moment('approved_at', ['Disetujui pada', 'Approved at'], { readonly: true }),
      user('paid_by', ['Dibayar oleh', 'Paid by'], { readonly: true }),
      moment('paid_at', ['Dibayar pada', 'Paid at'], { readonly: true }),
    ]),
    remark(),
  ],
  uniques: { month: 'branch, month' },
  checks: { closed_at: "status = 'open' or closed_at is not null" },
});
