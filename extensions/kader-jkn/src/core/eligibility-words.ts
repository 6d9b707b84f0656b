/** Why a family is, or is not, a kader's or telekolekting's, in sentences (design 5.11). */
import type { Words } from './calendar-words.ts';
import type { Eligibility, EligibleFamily, IneligibleReason, WindowPolicy } from './eligibility.ts';

type Whose = 'kader' | 'tele';

const names: Readonly<Record<Whose, Words>> = {
  kader: { id: 'kader', en: 'kader' },
  tele: { id: 'telekolekting', en: 'telekolekting' },
};

const statusWords: Readonly<Record<string, Words>> = {
  settled: { id: 'lunas', en: 'settled' },
  off_list: { id: 'tidak di daftar', en: 'off list' },
  moved: { id: 'pindah', en: 'moved' },
  transferred: { id: 'pindah segmen', en: 'of another segment' },
  written_off: { id: 'dihapus bukukan', en: 'written off' },
  muted: { id: 'tidak boleh dihubungi', en: 'not to be contacted' },
  merged: { id: 'digabung dengan keluarga lain', en: 'merged into another family' },
};

/** The sentences of an answer: the window that decides first, then whatever else speaks against it. */
export function eligibilityWords(
  { eligible, priority, reasons }: Eligibility,
  whose: Whose,
  family: EligibleFamily,
  policy: WindowPolicy,
): Words[] {
  if (!eligible) return reasons.map((reason) => refusalWords(reason, whose, family, policy));
  const window = windowWords(policy[`${whose}_window_min`], policy[`${whose}_window_max`]);
  const months = monthsWords(family.owed_months);
  const inWindow = {
    id: `Menunggak ${months.id}, dalam jangkauan ${names[whose].id} (${window.id}).`,
    en: `Owes ${months.en}, within the window of ${names[whose].en} (${window.en}).`,
  };
  return priority ? [inWindow, priorityWords(policy.priority_min ?? 0)] : [inWindow];
}

/** Inclusive whole months in words: `12 sampai 24 bulan`. */
export function windowWords(min: number | null, max: number | null): Words {
  if (min !== null && max !== null) return { id: `${min} sampai ${max} bulan`, en: `${min} to ${max} months` };
  if (min !== null) return { id: `mulai ${min} bulan`, en: `from ${monthsWords(min).en}` };
  if (max !== null) return { id: `sampai ${max} bulan`, en: `up to ${monthsWords(max).en}` };
  return { id: 'berapa bulan pun', en: 'any number of months' };
}

function priorityWords(min: number): Words {
  return {
    id: `Didahulukan: menunggak ${min} bulan atau lebih.`,
    en: `Comes first: owes ${monthsWords(min).en} or more.`,
  };
}

function refusalWords(reason: IneligibleReason, whose: Whose, family: EligibleFamily, policy: WindowPolicy): Words {
  const months = monthsWords(family.owed_months);
  const window = windowWords(policy[`${whose}_window_min`], policy[`${whose}_window_max`]);
  const status = statusWords[family.status] ?? { id: family.status, en: family.status };
  const sentences: Record<IneligibleReason, Words> = {
    'not-active': {
      id: `Keluarga ini ${status.id}.`,
      en: `The family is ${status.en}.`,
    },
    'nothing-owed': { id: 'Tidak ada tunggakan.', en: 'Nothing is owed.' },
    'below-window': {
      id: `Menunggak ${months.id}, di bawah jangkauan ${names[whose].id} (${window.id}).`,
      en: `Owes ${months.en}, below the window of ${names[whose].en} (${window.en}).`,
    },
    'above-window': {
      id: `Menunggak ${months.id}, di atas jangkauan ${names[whose].id} (${window.id}).`,
      en: `Owes ${months.en}, above the window of ${names[whose].en} (${window.en}).`,
    },
    'outside-list-not-allowed': {
      id: 'Di luar daftar, dan kebijakan cabang tidak memperbolehkannya.',
      en: "Outside the list, which the branch's policy does not allow.",
    },
    'outside-own-desa': {
      id: 'Di luar daftar, dan desanya bukan desa binaan kader itu.',
      en: "Outside the list, and not in a desa of the kader's own.",
    },
  };
  return sentences[reason];
}

function monthsWords(months: number): Words {
  return { id: `${months} bulan`, en: months === 1 ? '1 month' : `${months} months` };
}
