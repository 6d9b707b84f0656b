import { closeMonthFlowId, monevReportFlowId } from '../extensions/kader-jkn/src/contract/access.ts';
import {
  choice,
  colour,
  date,
  defineCollection,
  file,
  history,
  longText,
  m2o,
  moment,
  month,
  number,
  o2m,
  presentation,
  remark,
  rupiah,
  section,
  text,
  user,
} from './define.ts';

const open = { status: { _eq: 'open' } };
const closed = { status: { _neq: 'open' } };

/** A month of a branch's books. Made with the branch and by each close; each further step is a button of its form. */
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
        readonly: true,
        // Beside the button "Tutup bulan"; from then on the line of steps says it.
        hiddenWhen: closed,
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
    presentation('next_step', ['Langkah bulan ini', 'Steps of the month'], 'kader-period-steps'),
    presentation('draft', ['Imbal jasa sejauh ini', 'Commission so far'], 'kader-draft-statements', {
      shownWhen: open,
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
        columns: ['kader', 'collected', 'commission', 'net', 'status'],
        sort: 'net',
        descending: true,
        search: true,
        limit: 25,
      }),
    ]),
    section('told', ['Laporan Monev', 'Monev reports'], { icon: 'lab_profile', shownWhen: closed }, [
      presentation('report_button', ['Buat Laporan Monev', 'Make a monev report'], 'presentation-links', {
        options: {
          links: [
            {
              label: 'Buat Laporan Monev',
              icon: 'lab_profile',
              type: 'normal',
              actionType: 'flow',
              flow: monevReportFlowId,
            },
          ],
        },
      }),
      o2m('reports', ['Laporan Monev', 'Monev reports'], {
        columns: ['made_at', 'version'],
        sort: 'made_at',
        descending: true,
      }),
    ]),
    moment('rolled_up_at', ['Angka monev dihitung pada', 'Figures of monev counted at'], {
      readonly: true,
      hidden: true,
    }),
    // Read by the head through the steps of the month, which trace each download.
    file('payout_file', ['Berkas pembayaran', 'Payout file'], { readonly: true, hidden: true }),
    section('steps', ['Siapa dan kapan', 'Who and when'], { icon: 'how_to_reg', closed: true, shownWhen: closed }, [
      user('closed_by', ['Ditutup oleh', 'Closed by'], { readonly: true }),
      moment('closed_at', ['Ditutup pada', 'Closed at'], { readonly: true }),
      user('approved_by', ['Disetujui oleh', 'Approved by'], { readonly: true }),
      moment('approved_at', ['Disetujui pada', 'Approved at'], { readonly: true }),
      user('paid_by', ['Ditandai dibayar oleh', 'Marked as paid by'], { readonly: true }),
      moment('paid_at', ['Ditandai dibayar pada', 'Marked as paid at'], { readonly: true }),
      text('payment_reference', ['Nomor bukti bank', "The bank's reference"], { readonly: true }),
      date('paid_on', ['Tanggal bank membayar', 'Day the bank paid'], { readonly: true }),
    ]),
    section(
      'reopening',
      ['Pembukaan kembali', 'Opened again'],
      {
        icon: 'lock_open',
        closed: true,
        shownWhen: { reopened_at: { _nnull: true } },
      },
      [
        user('reopened_by', ['Dibuka kembali oleh', 'Opened again by'], { readonly: true }),
        moment('reopened_at', ['Dibuka kembali pada', 'Opened again at'], { readonly: true }),
        longText('reopened_reason', ['Alasan', 'Reason'], { readonly: true }),
      ],
    ),
    remark(),
    history(),
  ],
  uniques: { month: 'branch, month' },
  checks: {
    closed_at: "status = 'open' or closed_at is not null",
    approved_at: "status not in ('approved', 'paid') or approved_at is not null",
    paid_at: "status <> 'paid' or paid_at is not null",
  },
});
