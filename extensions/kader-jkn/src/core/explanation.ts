/**
 * The stored sentences that say why a collection earns what it earns: one Indonesian, one English, the same figures.
 */
import { dayWords } from './calendar-words.ts';
import { formatRate, formatRupiah } from './money.ts';
import type { DateText } from './period.ts';
import { bandWords, monthsEn, type Scheme, type SchemeRule } from './scheme.ts';

export interface Explanation {
  explanation: string;
  explanation_en: string;
}

/** One rule that matched a payment and the rupiah it gave. */
export interface Earning {
  rule: SchemeRule;
  amount: number;
}

export interface Earned {
  scheme: Scheme;
  earnings: readonly Earning[];
  base: number;
  monthsOwed: number;
  members: number;
  commission: number;
  rest: number;
}

export function explainEarned(earned: Earned): Explanation {
  const { earnings, commission, scheme, rest } = earned;
  const rules = earnings.map(({ rule }) => bandWords(rule));
  const sum = earnings.length > 1 ? ` = ${formatRupiah(commission)}` : '';
  const left = rest > 0 ? formatRupiah(rest) : null;
  const id = earnings.map((earning) => earningWords(earning, earned).id).join(' + ');
  const en = earnings.map((earning) => earningWords(earning, earned).en).join(' + ');
  return {
    explanation:
      `${id}${sum}, menurut ${schemeName(scheme)} aturan ${quoted(rules.map((words) => words.id))}` +
      `${left === null ? '' : `; sisa ${left} menunggu bulan berikutnya`}.`,
    explanation_en:
      `${en}${sum}, by rule ${quoted(rules.map((words) => words.en))} of ${schemeName(scheme)}` +
      `${left === null ? '' : `; the remaining ${left} waits for the next month`}.`,
  };
}

function earningWords({ rule, amount }: Earning, earned: Earned): { id: string; en: string } {
  const result = formatRupiah(amount);
  const base = formatRupiah(earned.base);
  const months = `${earned.monthsOwed} bulan`;
  const monthsInEnglish = monthsEn(earned.monthsOwed);
  if (rule.kind === 'percentage') {
    const rate = formatRate(rule.rate_bp ?? 0);
    return earned.scheme.base === 'arrears'
      ? {
          id: `${rate} dari ${base} tunggakan (${months}) = ${result}`,
          en: `${rate} of ${base} arrears (${monthsInEnglish}) = ${result}`,
        }
      : {
          id: `${rate} dari ${base} pembayaran (tunggakan ${months}) = ${result}`,
          en: `${rate} of ${base} paid (${monthsInEnglish} owed) = ${result}`,
        };
  }
  const each = formatRupiah(rule.amount ?? 0);
  return rule.kind === 'flat_participant'
    ? {
        id: `${each} × ${earned.members} peserta = ${result}`,
        en: `${each} × ${earned.members} ${earned.members === 1 ? 'participant' : 'participants'} = ${result}`,
      }
    : { id: `${each} untuk satu pembayaran`, en: `${each} for one payment` };
}

export function explainNoHolder(paidOn: DateText): Explanation {
  const paid = dayWords(paidOn);
  return {
    explanation: `Tanpa imbal jasa: tidak ada kader yang memegang keluarga ini pada ${paid.id}.`,
    explanation_en: `No commission: no kader held this family on ${paid.en}.`,
  };
}

export function explainEnded(endedOn: DateText, paidOn: DateText): Explanation {
  const [ended, paid] = [dayWords(endedOn), dayWords(paidOn)];
  return {
    explanation: `Tanpa imbal jasa: kemitraan kadernya berakhir pada ${ended.id}, sebelum pembayaran pada ${paid.id}.`,
    explanation_en: `No commission: the kader's partnership ended on ${ended.en}, before the payment on ${paid.en}.`,
  };
}

export function explainNotArrears(scheme: Scheme, kind: 'arrears' | 'current' | 'advance'): Explanation {
  const paid = kind === 'advance' ? 'bayar di muka' : 'iuran berjalan';
  const paidInEnglish = kind === 'advance' ? 'paid in advance' : 'current dues';
  return {
    explanation: `Tanpa imbal jasa: ${schemeName(scheme)} membayar atas tunggakan, sedangkan ini ${paid}.`,
    explanation_en: `No commission: ${schemeName(scheme)} pays on arrears, and this is ${paidInEnglish}.`,
  };
}

export function explainNoRule(scheme: Scheme, monthsOwed: number): Explanation {
  return {
    explanation: `Tanpa imbal jasa: ${schemeName(scheme)} tidak memuat aturan untuk tunggakan ${monthsOwed} bulan.`,
    explanation_en: `No commission: ${schemeName(scheme)} has no rule for ${monthsEn(monthsOwed)} owed.`,
  };
}

export function explainUnknownFamily(): Explanation {
  return {
    explanation: 'Belum dialokasikan: keluarganya belum dikenal; tanpa imbal jasa sampai petugas memeriksanya.',
    explanation_en: 'Unallocated: the family is not known yet; no commission until staff look at it.',
  };
}

export function explainAboveOwed(amount: number, owed: number): Explanation {
  const figures = [formatRupiah(amount), formatRupiah(owed)] as const;
  return {
    explanation: `Belum dialokasikan: ${figures[0]} melebihi tunggakan ${figures[1]}; tanpa imbal jasa sampai petugas memeriksanya.`,
    explanation_en: `Unallocated: ${figures[0]} is more than the ${figures[1]} owed; no commission until staff look at it.`,
  };
}

/** The part taken back of a collection and of its commission, both as positive rupiah. */
export function explainReversal(part: number, whole: number, commission: number, rate: number | null): Explanation {
  const figures = `${formatRupiah(part)} dari ${formatRupiah(whole)}`;
  const figuresInEnglish = `${formatRupiah(part)} of ${formatRupiah(whole)}`;
  const at = rate === null ? '' : `, menurut tarif semula ${formatRate(rate)}`;
  const atInEnglish = rate === null ? '' : `, at the original rate of ${formatRate(rate)}`;
  return {
    explanation: `Pembalikan ${figures}: imbal jasa ${formatRupiah(commission)} ditarik kembali${at}.`,
    explanation_en: `Reversal of ${figuresInEnglish}: ${formatRupiah(commission)} of commission taken back${atInEnglish}.`,
  };
}

function schemeName({ name }: Scheme): string {
  return /^skema\b/i.test(name) ? name : `Skema ${name}`;
}

/** The rules' bands, each named once. */
function quoted(bands: readonly string[]): string {
  return [...new Set(bands)].map((band) => `'${band}'`).join(', ');
}
