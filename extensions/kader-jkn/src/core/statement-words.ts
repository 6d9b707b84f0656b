/**
 * The stored sentences that say why a line of a statement is that amount: scheme, rule, rate, base and rounding, in the
 * figures of the line itself.
 */
import type { Bonus } from './bonus.ts';
import type { Enrolments } from './enrolment.ts';
import { type Explanation, schemeName } from './explanation.ts';
import { basisPointsOfWhole, formatRate, formatRupiah } from './money.ts';
import type { PayableGroup } from './payable.ts';
import { bandWords, type Scheme, type SchemeRule, taxNumberOf } from './scheme.ts';

const noRounding = { id: 'rupiah bulat, tanpa pembulatan', en: 'whole rupiah, nothing rounded' };

/** Each payment was priced and rounded by itself, so the line is their sum and may differ a little from one product. */
export function explainEarnedLine(group: PayableGroup): Explanation {
  const paid = paymentsOf(group);
  const by = byRule(group);
  const amount = group.commission - group.on_top;
  const result = formatRupiah(amount);
  if (group.kind === 'percentage') {
    const figures = [formatRate(group.rate_bp ?? 0), formatRupiah(group.base)] as const;
    return {
      explanation:
        `${figures[0]} dari ${figures[1]} (${paid.id}) = ${result}, ${by.id}; ` +
        'dihitung per pembayaran dan dibulatkan ke rupiah terdekat.',
      explanation_en:
        `${figures[0]} of ${figures[1]} (${paid.en}) = ${result}, ${by.en}; ` +
        'reckoned payment by payment and rounded to the nearest rupiah.',
    };
  }
  const each = group.rule_amount ?? 0;
  const participants = each === 0 ? 0 : amount / each;
  const times =
    group.kind === 'flat_participant'
      ? { id: `${participants} peserta (${paid.id})`, en: `${counted(participants, 'participant')} (${paid.en})` }
      : { id: paid.id, en: paid.en };
  return {
    explanation: `${formatRupiah(each)} × ${times.id} = ${result}, ${by.id}; ${noRounding.id}.`,
    explanation_en: `${formatRupiah(each)} × ${times.en} = ${result}, ${by.en}; ${noRounding.en}.`,
  };
}

export function explainOnTop(group: PayableGroup): Explanation {
  const paid = paymentsOf(group);
  const amount = formatRupiah(group.on_top);
  return {
    explanation:
      `Tambahan ${amount} untuk ${paid.id}, menurut aturan tetap per pembayaran atau per peserta ` +
      `dalam ${nameOf(group)}; ${noRounding.id}.`,
    explanation_en:
      `${amount} more for ${paid.en}, by the flat rules a payment or a participant of ` +
      `${nameOf(group)}; ${noRounding.en}.`,
  };
}

export function explainReversedLine(group: PayableGroup): Explanation {
  const paid = paymentsOf(group);
  const figures = [formatRupiah(-group.commission), formatRupiah(-group.base)] as const;
  if (group.rule === null) {
    return {
      explanation: `Imbal jasa ${figures[0]} ditarik kembali: ${paid.id} dibalik yang semula tidak berimbal jasa.`,
      explanation_en: `${figures[0]} of commission taken back: ${paid.en} reversed that had earned none.`,
    };
  }
  const rate = group.rate_bp === null ? null : formatRate(group.rate_bp);
  const by = byRule(group);
  return {
    explanation:
      `Imbal jasa ${figures[0]} ditarik kembali atas dasar ${figures[1]} (${paid.id}, dibalik), ${by.id}` +
      `${rate === null ? '' : ` dengan tarif semula ${rate}`}; dibulatkan sehingga pembalikan penuh tepat sama dengan imbal jasa semula.`,
    explanation_en:
      `${figures[0]} of commission taken back on a base of ${figures[1]} (${paid.en}, reversed), ${by.en}` +
      `${rate === null ? '' : ` at the original rate of ${rate}`}; rounded so that a full reversal is exactly what was earned.`,
  };
}

export function explainEnrolments(scheme: Scheme, each: number, { participants, families }: Enrolments): Explanation {
  const [one, all] = [formatRupiah(each), formatRupiah(each * participants)];
  const of = { id: `dari ${families} pendaftaran`, en: `of ${counted(families, 'enrolment')}` };
  return {
    explanation: `${one} × ${participants} peserta baru (${of.id}) = ${all}, menurut ${schemeName(scheme)} aturan peserta baru; ${noRounding.id}.`,
    explanation_en: `${one} × ${counted(participants, 'new participant')} (${of.en}) = ${all}, by the enrolment rule of ${schemeName(scheme)}; ${noRounding.en}.`,
  };
}

/** `collected`: the rupiah payable in the month, of which the base is all or the part within the band. */
export function explainBonus(scheme: Scheme, bonus: Bonus, collected: number, target: number): Explanation {
  const { rule, attained, base, amount } = bonus;
  const band = attainmentWords(rule);
  const [rate, of, result] = [formatRate(rule.rate_bp ?? 0), formatRupiah(base), formatRupiah(amount)];
  const [reached, paid, due] = [formatRate(attained), formatRupiah(collected), formatRupiah(target)];
  const whole = rule.bonus_mode !== 'marginal';
  return {
    explanation:
      `${rate} dari ${of} (${whole ? 'seluruh penerimaan yang dibayar bulan ini' : 'bagian penerimaan dalam rentangnya'}) = ${result}, ` +
      `karena ${paid} adalah ${reached} dari target ${due}, menurut ${schemeName(scheme)} aturan bonus '${band.id}'; dibulatkan ke rupiah terdekat.`,
    explanation_en:
      `${rate} of ${of} (${whole ? 'all that is paid this month' : 'the part of the collections within its band'}) = ${result}, ` +
      `because ${paid} is ${reached} of the target ${due}, by the bonus rule '${band.en}' of ${schemeName(scheme)}; rounded to the nearest rupiah.`,
  };
}

export function explainFloor(scheme: Scheme, before: number, floor: number): Explanation {
  const [was, lifted, limit] = [before, floor - before, floor].map(formatRupiah);
  return {
    explanation: `Imbal jasa ${was} ditambah ${lifted} sampai batas bawah bulanan ${limit}, menurut ${schemeName(scheme)}; ${noRounding.id}.`,
    explanation_en: `Commission of ${was} is lifted by ${lifted} to the monthly floor of ${limit}, by ${schemeName(scheme)}; ${noRounding.en}.`,
  };
}

export function explainCap(scheme: Scheme, before: number, cap: number): Explanation {
  const [was, taken, limit] = [before, before - cap, cap].map(formatRupiah);
  return {
    explanation: `Imbal jasa ${was} dikurangi ${taken} sampai batas atas bulanan ${limit}, menurut ${schemeName(scheme)}; ${noRounding.id}.`,
    explanation_en: `Commission of ${was} is lowered by ${taken} to the monthly cap of ${limit}, by ${schemeName(scheme)}; ${noRounding.en}.`,
  };
}

export function explainCorrection(amount: number, reason: string): Explanation {
  const figure = formatRupiah(amount);
  const text = reason.replace(/[.\s]+$/, '');
  return {
    explanation: `Koreksi ${figure} oleh kantor cabang: ${text}; di luar skema dan tarif, tanpa pembulatan.`,
    explanation_en: `Correction of ${figure} by the branch: ${text}; outside schemes and rates, nothing rounded.`,
  };
}

export function explainWithholding(
  scheme: Scheme,
  rule: SchemeRule,
  { gross, base, amount }: { gross: number; base: number; amount: number },
): Explanation {
  const share = rule.share_bp ?? basisPointsOfWhole;
  const [rate, of, result, whole] = [formatRate(rule.rate_bp ?? 0), ...[base, amount, gross].map(formatRupiah)];
  const whose = {
    any: ['', ''],
    with: [' bagi kader dengan NPWP', ' for kader with a tax number'],
    without: [' bagi kader tanpa NPWP', ' for kader without a tax number'],
  }[taxNumberOf(rule)];
  const part =
    share === basisPointsOfWhole
      ? { id: `seluruh bruto ${whole}`, en: `the whole gross of ${whole}` }
      : { id: `${formatRate(share)} dari bruto ${whole}`, en: `${formatRate(share)} of the gross of ${whole}` };
  return {
    explanation:
      `Potongan ${rate} dari ${of} = ${result}, menurut ${schemeName(scheme)} aturan potongan${whose[0]}; ` +
      `dasarnya ${part.id}, dibulatkan ke rupiah terdekat.`,
    explanation_en:
      `${rate} withheld of ${of} = ${result}, by the withholding rule${whose[1]} of ${schemeName(scheme)}; ` +
      `its base is ${part.en}, rounded to the nearest rupiah.`,
  };
}

export function explainCarriedIn(carried: number): Explanation {
  const figure = formatRupiah(carried);
  return {
    explanation: `Sisa ${figure} yang belum tertutup pada perhitungan sebelumnya dipotong bulan ini; tanpa tarif dan tanpa pembulatan.`,
    explanation_en: `The ${figure} that earlier statements could not bear is set off this month; no rate, nothing rounded.`,
  };
}

export function explainCarriedOut(carried: number): Explanation {
  const figure = formatRupiah(carried);
  return {
    explanation: `Bulan ini kurang ${figure} untuk menutup yang ditarik kembali; kader tidak pernah dibayar di bawah nol, sisanya dibawa ke bulan berikutnya tanpa pembulatan.`,
    explanation_en: `This month is ${figure} short of what is taken back; nobody is paid below zero, so the rest is carried to the next month, nothing rounded.`,
  };
}

/** `3 pembayaran dari 2 keluarga, 1 terlambat`. */
function paymentsOf({ count, families, late }: PayableGroup): { id: string; en: string } {
  return {
    id: `${count} pembayaran dari ${families} keluarga${late === 0 ? '' : `, ${late} terlambat`}`,
    en: `${counted(count, 'payment')} of ${families} ${families === 1 ? 'family' : 'families'}${late === 0 ? '' : `, ${late} late`}`,
  };
}

function byRule(group: PayableGroup): { id: string; en: string } {
  const band = bandWords(group);
  return {
    id: `menurut ${nameOf(group)} aturan '${band.id}'`,
    en: `by rule '${band.en}' of ${nameOf(group)}`,
  };
}

function nameOf({ scheme_name }: PayableGroup): string {
  return schemeName({ name: scheme_name ?? '' });
}

function attainmentWords({ attainment_from_bp, attainment_to_bp }: SchemeRule): { id: string; en: string } {
  const from = formatRate(attainment_from_bp ?? 0);
  if (attainment_to_bp === null) return { id: `capaian ${from} ke atas`, en: `${from} and above` };
  const to = formatRate(attainment_to_bp);
  return { id: `capaian ${from} sampai di bawah ${to}`, en: `${from} to below ${to}` };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
