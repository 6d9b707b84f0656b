/**
 * The stored sentences that say why a collection earns what it earns: one Indonesian, one English, the same figures.
 */
import { dayWords, monthWords } from './calendar-words.ts';
import { basisPointsOfWhole, formatRate, formatRupiah } from './money.ts';
import type { DateText, Period } from './period.ts';
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
  const rounding = roundingOf(earned);
  const id = earnings.map((earning) => earningWords(earning, earned).id).join(' + ');
  const en = earnings.map((earning) => earningWords(earning, earned).en).join(' + ');
  return {
    explanation:
      `${id}${sum}, menurut ${schemeName(scheme)} aturan ${quoted(rules.map((words) => words.id))}; ${rounding.id}` +
      `${left === null ? '' : `; sisa ${left} menunggu bulan berikutnya`}.`,
    explanation_en:
      `${en}${sum}, by rule ${quoted(rules.map((words) => words.en))} of ${schemeName(scheme)}; ${rounding.en}` +
      `${left === null ? '' : `; the remaining ${left} waits for the next month`}.`,
  };
}

function roundingOf({ earnings, base }: Earned): { id: string; en: string } {
  const isExact = earnings.every(({ rule }) => rule.kind !== 'percentage' || isWhole(base, rule.rate_bp ?? 0));
  return isExact
    ? { id: 'tanpa pembulatan', en: 'nothing rounded' }
    : { id: 'dibulatkan ke rupiah terdekat', en: 'rounded to the nearest rupiah' };
}

function isWhole(base: number, rate: number): boolean {
  return ((base % basisPointsOfWhole) * rate) % basisPointsOfWhole === 0;
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

export function explainAboveLimit(amount: number, limit: number, months: number): Explanation {
  const figures = [formatRupiah(amount), formatRupiah(limit)] as const;
  return {
    explanation: `Belum dialokasikan: ${figures[0]} melebihi ${figures[1]} yang masih dapat dibayar di muka (iuran ${months} bulan); tanpa imbal jasa sampai petugas memeriksanya.`,
    explanation_en: `Unallocated: ${figures[0]} is more than the ${figures[1]} that can still be paid ahead (dues of ${monthsEn(months)}); no commission until staff look at it.`,
  };
}

/** What is taken back of a collection, in positive rupiah: `part` of the `whole` that was paid, and what that part had earned. */
export interface TakenBack {
  part: number;
  whole: number;
  base: number;
  commission: number;
  rate: number | null;
}

/** Ends with the original's own sentence, which names its scheme and rule. */
export function explainReversal(
  { part, whole, base, commission, rate }: TakenBack,
  original: Explanation,
): Explanation {
  const [partly, wholly, on, back] = [part, whole, base, commission].map(formatRupiah);
  const at = rate === null ? '' : `, menurut tarif semula ${formatRate(rate)} dari dasar ${on}`;
  const atInEnglish = rate === null ? '' : `, at the original rate of ${formatRate(rate)} on a base of ${on}`;
  return {
    explanation:
      `Pembalikan ${partly} dari ${wholly}: imbal jasa ${back} ditarik kembali${at}; ` +
      `dibulatkan sehingga pembalikan penuh tepat sama dengan semula, yaitu: ${original.explanation}`,
    explanation_en:
      `Reversal of ${partly} of ${wholly}: ${back} of commission taken back${atInEnglish}; ` +
      `rounded so that a full reversal is exactly the original, which was: ${original.explanation_en}`,
  };
}

/** Adds that the payment came after its month was closed, and in whose books it stands instead. */
export function explainLate({ explanation, explanation_en }: Explanation, paid: Period, booked: Period): Explanation {
  const [from, to] = [monthWords(paid), monthWords(booked)];
  const late = `; terlambat: ${from.id} sudah ditutup, sehingga masuk pembukuan ${to.id}.`;
  const lateInEnglish = `; late: ${from.en} was closed already, so it stands in the books of ${to.en}.`;
  return {
    explanation: explanation.replace(/\.$/, late),
    explanation_en: explanation_en.replace(/\.$/, lateInEnglish),
  };
}

/** `Skema Pekanbaru 2017`, whether or not its own name begins so. */
export function schemeName({ name }: Pick<Scheme, 'name'>): string {
  return /^skema\b/i.test(name) ? name : `Skema ${name}`;
}

/** The rules' bands, each named once. */
function quoted(bands: readonly string[]): string {
  return [...new Set(bands)].map((band) => `'${band}'`).join(', ');
}
