/** How a payment's split over members and months is written on screen and on a receipt. */
import { type DuesClass, duesClasses, type MembersByClass } from '../core/dues.ts';
import type { PaymentSplit, SplitPart } from '../core/split-payment.ts';
import { formatMonthSpan, formatRupiah, type StudioLocale } from './format.ts';
import { fillText, type Text } from './text.ts';

/** One line of a split; the amounts (rupiah) of all lines sum to the payment. */
export interface SplitLine {
  label: string;
  /** who and how many months, class by class; none: the label says it all */
  shares: string[];
  amount: number;
}

const texts = {
  withoutMonth: ['Tunggakan yang bulannya tidak dirinci', 'Arrears listed without months'],
  carried: ['Sudah dibayar sebelumnya', 'Paid before already'],
  rest: ['Sisa, menunggu bulan berikutnya', 'Left, waiting for the next month'],
  members: ['{count} peserta kelas {class}', '{count} of class {class}'],
  months: ['{count} bulan', '{count} mo'],
  asListed: ['menurut daftar', 'as listed'],
} as const satisfies Record<string, Text>;

const roman: Record<DuesClass, string> = { 1: 'I', 2: 'II', 3: 'III' };

/** The lines of a split, oldest month first; what earlier payments had begun is taken off. */
export function splitLines(split: PaymentSplit, locale: StudioLocale): SplitLine[] {
  const { withoutMonth, carried, rest, parts } = split;
  const alone = (text: Text, amount: number): SplitLine[] =>
    amount === 0 ? [] : [{ label: fillText(text, locale), shares: [], amount }];
  return [
    ...alone(texts.withoutMonth, withoutMonth),
    ...parts.map((part) => ({
      label: formatMonthSpan(part.from, part.through, locale),
      shares: sharesOf(part, locale),
      amount: part.amount,
    })),
    ...alone(texts.carried, -carried),
    ...alone(texts.rest, rest),
  ];
}

function sharesOf({ shares, months }: SplitPart, locale: StudioLocale): string[] {
  const span = fillText(texts.months, locale, { count: months });
  return shares.map(({ class: duesClass, members, each, amount }) => {
    const people = fillText(texts.members, locale, { count: members, class: roman[duesClass] });
    if (each !== null) return `${people} × ${span} × ${formatRupiah(each, locale)}`;
    const listed = fillText(texts.asListed, locale);
    const part = shares.length === 1 ? listed : `${formatRupiah(amount, locale)} ${listed}`;
    return `${people} × ${span} (${part})`;
  });
}

/** How many members are of which class: `I 1, III 2`. */
export function mixedWords(mixed: MembersByClass): string {
  return duesClasses
    .map((duesClass, index) => ({ duesClass, members: mixed[index] ?? 0 }))
    .filter(({ members }) => members > 0)
    .map(({ duesClass, members }) => `${roman[duesClass]} ${members}`)
    .join(', ');
}
