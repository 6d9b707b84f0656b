import {
  boolean,
  choice,
  colour,
  defineCollection,
  type FieldNode,
  type FieldOptions,
  history,
  kept,
  longText,
  m2o,
  moment,
  month,
  monthsOwed,
  number,
  percent,
  presentation,
  remark,
  rupiah,
  saved,
  section,
  text,
  user,
} from './define.ts';

/** What the recorder says is fixed once it is recorded. */
const fixed: FieldOptions = { readonlyWhen: saved };
/** Priced by the server: empty while recording, never typed, and a trigger demands it. */
const derived: FieldOptions = { readonly: true };

function priced(made: FieldNode): FieldNode {
  return { ...made, ruleInDatabaseOnly: true };
}

/** One payment of dues (iuran) by one family, and the imbal jasa it earns. Append-only: see design 6. */
export const duesCollection = defineCollection('collection', {
  label: ['Penerimaan', 'Collections'],
  note: [
    'Pembayaran iuran keluarga binaan dan imbal jasanya. Tidak diubah setelah dicatat: gunakan Koreksi.',
    'Payments of dues and the commission they earn. Never edited once recorded: use Koreksi.',
  ],
  icon: 'payments',
  folder: 'jkn_iuran',
  sort: 1,
  template: '{{binaan.head_name}} · {{amount}} · {{paid_at}}',
  accountability: 'activity',
  fields: [
    m2o('binaan', ['Keluarga', 'Family'], 'binaan', {
      ...fixed,
      starred: true,
      width: 'full',
      template: '{{head_name}} · {{area.name}}',
      listedAs: 'payments',
      note: ['Cari dengan nama, nomor KK, atau VA.', 'Search by name, KK or VA.'],
    }),
    rupiah('amount', ['Jumlah dibayar', 'Amount paid'], {
      ...fixed,
      required: true,
      note: ['Rupiah bulat, satu pembayaran satu keluarga.', 'Whole rupiah, one payment of one family.'],
    }),
    moment('paid_at', ['Dibayar pada', 'Paid at'], {
      ...fixed,
      required: true,
      note: ['Waktu uang diterima, bukan waktu dicatat.', 'When the money was received, not when recorded.'],
    }),
    choice(
      'kind',
      ['Untuk', 'For'],
      [
        { value: 'arrears', label: ['Tunggakan', 'Arrears'], color: colour.blue },
        { value: 'current', label: ['Iuran berjalan', 'Current dues'], color: colour.teal },
        { value: 'advance', label: ['Bayar di muka', 'In advance'], color: colour.pale },
      ],
      { ...fixed, required: true, default: 'arrears' },
    ),
    choice(
      'channel',
      ['Melalui', 'Through'],
      [
        { value: 'kader_cash', label: ['Tunai kepada kader', 'Cash to the kader'], icon: 'payments' },
        { value: 'va', label: ['Virtual account', 'Virtual account'], icon: 'tag' },
        { value: 'bank', label: ['Bank', 'Bank'], icon: 'account_balance' },
        { value: 'minimarket', label: ['Minimarket', 'Minimarket'], icon: 'storefront' },
        { value: 'ewallet', label: ['Dompet digital', 'E-wallet'], icon: 'smartphone' },
        { value: 'ppob', label: ['PPOB', 'PPOB'], icon: 'receipt_long' },
        { value: 'office', label: ['Kantor cabang', 'Branch office'], icon: 'apartment' },
        { value: 'other', label: ['Lainnya', 'Other'], icon: 'more_horiz' },
      ],
      { ...fixed, required: true },
    ),
    text('external_ref', ['Nomor bukti', 'Reference'], {
      ...fixed,
      length: 128,
      placeholder: ['Nomor kuitansi atau transaksi', 'Number of the receipt or transaction'],
      note: [
        'Nomor yang sama tidak dicatat dua kali dalam satu cabang.',
        'A branch does not record the same number twice.',
      ],
    }),
    boolean('confirm_duplicate', ['Pembayaran kedua', 'Second payment'], {
      hiddenWhen: saved,
      says: ['Memang dibayar dua kali', 'It was paid twice'],
      note: [
        'Hanya bila keluarga ini sudah membayar sebesar itu pada hari yang sama.',
        'Only if the family already paid that much on the same day.',
      ],
    }),
    presentation('payment_preview', ['Imbal jasa', 'Commission'], 'kader-payment-preview'),
    presentation('receipt', ['Tanda terima', 'Receipt'], 'kader-receipt', { shownWhen: saved }),
    section('result', ['Imbal jasa', 'Commission'], { icon: 'savings', shownWhen: saved }, [
      m2o('kader', ['Dikreditkan kepada', 'Credited to'], 'kader', { ...derived, template: '{{name}} · {{code}}' }),
      rupiah('commission', ['Imbal jasa', 'Commission'], derived),
      priced(month('month', ['Bulan buku', 'Month of the books'], derived)),
      priced(
        month('pay_month', ['Dibayarkan dalam bulan', 'Paid out in'], {
          ...derived,
          note: ['Kosong: menunggu verifikasi.', 'Empty: awaiting verification.'],
        }),
      ),
    ]),
    section('state', ['Status', 'Status'], { icon: 'fact_check', shownWhen: saved }, [
      priced(
        choice(
          'status',
          ['Status', 'Status'],
          [
            { value: 'recorded', label: ['Tercatat', 'Recorded'], color: colour.pale },
            { value: 'verified', label: ['Terverifikasi', 'Verified'], color: colour.blue },
            { value: 'unallocated', label: ['Belum teralokasi', 'Unallocated'], color: colour.amber },
            { value: 'void', label: ['Batal', 'Void'], color: colour.grey },
          ],
          {
            required: true,
            default: 'recorded',
            readonlyWhen: { status: { _in: ['void', 'unallocated'] } },
            note: [
              'Ubah ke Terverifikasi setelah uangnya diperiksa oleh orang lain. Pembatalan: tombol Koreksi.',
              'Set to Verified once somebody else has checked the money. To void: Koreksi.',
            ],
          },
        ),
      ),
      presentation('correction', ['Koreksi', 'Correction'], 'kader-correction', { width: 'half' }),
      moment('verified_at', ['Diverifikasi pada', 'Verified at'], {
        ...derived,
        shownWhen: { verified_at: { _nnull: true } },
      }),
      user('verified_by', ['Diverifikasi oleh', 'Verified by'], {
        ...derived,
        shownWhen: { verified_at: { _nnull: true } },
      }),
      moment('voided_at', ['Dibatalkan pada', 'Voided at'], { ...derived, shownWhen: { voided_at: { _nnull: true } } }),
      user('voided_by', ['Dibatalkan oleh', 'Voided by'], { ...derived, shownWhen: { voided_at: { _nnull: true } } }),
      text('void_reason', ['Alasan koreksi', 'Reason of the correction'], {
        ...derived,
        width: 'full',
        shownWhen: { void_reason: { _nnull: true } },
      }),
    ]),
    remark(),
    section(
      'calculation',
      ['Cara menghitung', 'How it was reckoned'],
      { icon: 'calculate', closed: true, shownWhen: saved },
      [
        longText('explanation', ['Penjelasan', 'Explanation'], derived),
        longText('explanation_en', ['Penjelasan (bahasa Inggris)', 'Explanation (English)'], {
          ...derived,
          hidden: true,
        }),
        monthsOwed('months_owed', ['Bulan menunggak saat bayar', 'Months owed at payment'], derived),
        number('months_covered', ['Bulan yang lunas', 'Months covered'], derived),
        kept('split', ['Pembagian per peserta dan bulan', 'Split over members and months'], derived),
        rupiah('base', ['Dasar perhitungan', 'Base'], derived),
        percent('rate_bp', ['Persentase', 'Rate'], derived),
        m2o('scheme', ['Skema', 'Scheme'], 'commission_scheme', { ...derived, template: '{{name}}' }),
        m2o('rule', ['Aturan', 'Rule'], 'commission_rule', { ...derived, template: '{{kind}}' }),
        priced(month('paid_month', ['Bulan pembayaran', 'Month of payment'], derived)),
        boolean('late', ['Terlambat dicatat', 'Late'], {
          ...derived,
          required: false,
          default: null,
          says: ['Bulan pembayaran sudah ditutup', 'The month of payment was closed'],
        }),
      ],
    ),
    section('origin', ['Asal catatan', 'Origin'], { icon: 'input', closed: true, shownWhen: saved }, [
      m2o('branch', ['Kantor cabang', 'Branch'], 'branch', { ...derived, template: '{{name}}' }),
      text('source', ['Sumber', 'Source'], { ...derived, required: true, length: 64, default: 'staff' }),
      text('payer_ref', ['Pembayar menurut pengirim', 'Payer as reported'], {
        ...derived,
        length: 64,
        note: ['VA atau KK yang disebut integrasi.', 'The VA or KK that the integration named.'],
      }),
      m2o('reverses', ['Membalik penerimaan', 'Reverses'], 'collection', {
        ...derived,
        template: '{{paid_at}} · {{amount}}',
      }),
      text('client_id', ['Nomor dari perangkat', 'Number from the device'], { ...derived, length: 64 }),
    ]),
    history(),
  ],
  uniques: {
    // machines number for the whole instance, people by branch
    machine_reference: "(source, external_ref) where external_ref is not null and source not in ('staff', 'kader')",
    receipt: "(branch, source, external_ref) where external_ref is not null and source in ('staff', 'kader')",
    client: '(client_id) where client_id is not null',
  },
  // Few, for the speed of recording: what a family, a month's close, a kader's month and the work queues read.
  indexes: {
    binaan: '(binaan, paid_at) where binaan is not null',
    month: 'branch, month, kader, binaan, status',
    paid_later: '(branch, pay_month) where pay_month <> month',
    kader: '(kader, month) where kader is not null',
    pay: '(kader, pay_month) where pay_month is not null and kader is not null',
    queue: "(branch, status) where status in ('recorded', 'unallocated')",
    reverses: '(reverses) where reverses is not null',
    late: '(branch, paid_month) where late',
  },
  checks: {
    amount: '(reverses is null and amount > 0) or (reverses is not null and amount < 0)',
    pay_month: 'pay_month >= month',
    commission: "status <> 'unallocated' or commission = 0",
    source: "source <> ''",
  },
});
