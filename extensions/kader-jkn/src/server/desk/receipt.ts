import type { ReceiptMessage } from '../../contract/desk.ts';
import type { CollectionKind, CollectionStatus, Id, Moment, PaymentChannel, TimeZone } from '../../contract/records.ts';
import type { PaymentSplit } from '../../core/split-payment.ts';
import { formatMoment, formatRupiah } from '../../studio/format.ts';
import { rupiahInWords } from '../../studio/rupiah-words.ts';
import { splitLines } from '../../studio/split-words.ts';

/** One payment as its receipt tells it. What the reader may not see is null; imbal jasa and neighbours never appear. */
export interface Receipt {
  id: Id;
  amount: number;
  paid_at: Moment;
  kind: CollectionKind;
  channel: PaymentChannel;
  status: CollectionStatus;
  months_covered: number;
  /** members × months that it paid; null: a reversal, or recorded before splits were kept */
  split: PaymentSplit | null;
  /** the collection that this one takes back */
  reverses: Id | null;
  family: { head_name: string; kk_masked: string | null; phone: string | null };
  kader: { code: string; name: string } | null;
  branch: { name: string; city: string | null; phone: string | null; timezone: TimeZone };
}

const kindTexts: Record<CollectionKind, string> = {
  arrears: 'Tunggakan iuran JKN',
  current: 'Iuran JKN berjalan',
  advance: 'Iuran JKN bayar di muka',
};

const channelTexts: Record<PaymentChannel, string> = {
  kader_cash: 'Tunai kepada kader',
  bank: 'Bank',
  va: 'Virtual account',
  minimarket: 'Minimarket',
  ewallet: 'Dompet digital',
  ppob: 'Loket PPOB',
  office: 'Kantor cabang',
  other: 'Lainnya',
};

/** A phone number as wa.me wants it: `0812-3456 789` is `628123456789`; null for what is no number. */
export function internationalPhone(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/\D/g, '');
  const international = digits.startsWith('0') ? `62${digits.slice(1)}` : digits;
  return /^[1-9]\d{8,14}$/.test(international) ? international : null;
}

/** What was paid for: `Tunggakan iuran JKN (melunasi 3 bulan)`. */
export function purposeOf({ kind, months_covered }: Receipt): string {
  return months_covered > 0 ? `${kindTexts[kind]} (melunasi ${months_covered} bulan)` : kindTexts[kind];
}

/** What must be read before anything else: a payment that does not stand; null for one that does. */
export function remarkOf({ status, reverses }: Receipt): string | null {
  if (status === 'void') return 'DIBATALKAN';
  if (reverses !== null) return `PEMBALIKAN atas penerimaan nomor ${reverses}`;
  return null;
}

/** The lines of a receipt, label and text, in reading order. */
export function receiptLines(receipt: Receipt): [label: string, text: string][] {
  const { family, kader, branch } = receipt;
  return [
    ['Nomor', String(receipt.id)],
    ['Dibayar', formatMoment(receipt.paid_at, branch.timezone, 'id-ID')],
    ['Dari', family.head_name],
    ...(family.kk_masked ? [['KK', family.kk_masked] as [string, string]] : []),
    ['Untuk', purposeOf(receipt)],
    ['Melalui', channelTexts[receipt.channel]],
    ...(kader ? [['Kader', `${kader.name} (${kader.code})`] as [string, string]] : []),
  ];
}

/** Members × months, one line each; none for a payment that does not stand or that no month is known of. */
export function receiptSplit({ split, status }: Receipt): string[] {
  if (split === null || status === 'void') return [];
  return splitLines(split, 'id-ID').map(({ label, shares, amount }) => {
    const figure = formatRupiah(amount, 'id-ID');
    return shares.length === 0 ? `${label}: ${figure}` : `${label}: ${shares.join(' + ')} = ${figure}`;
  });
}

/** The amount in words, with a capital: `Lima puluh ribu rupiah`. */
export function amountInWords({ amount }: Receipt): string {
  const words = rupiahInWords(amount);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the message begins with: thanks, or that the payment does not stand. */
function opening(receipt: Receipt): string {
  const amount = formatRupiah(receipt.amount, 'id-ID');
  if (receipt.status === 'void') return `catatan pembayaran ${amount} ini dibatalkan dan tidak lagi dihitung.`;
  if (receipt.reverses !== null) return `pembayaran nomor ${receipt.reverses} dikoreksi sebesar ${amount}.`;
  return `terima kasih, pembayaran ${amount} sudah kami catat.`;
}

/** The message that tells a family what was recorded, and where to send it. */
export function receiptMessage(receipt: Receipt): ReceiptMessage {
  const { family, branch } = receipt;
  const details = receiptLines(receipt).filter(([label]) => label !== 'Dari');
  const lines = [
    `Yth. ${family.head_name},`,
    opening(receipt),
    '',
    ...details.map(([label, text]) => `${label}: ${text}`),
    ...receiptSplit(receipt).map((line) => `- ${line}`),
    '',
    [branch.name, branch.phone].filter(Boolean).join(', '),
  ];
  return { text: lines.join('\n'), phone: internationalPhone(family.phone) };
}
