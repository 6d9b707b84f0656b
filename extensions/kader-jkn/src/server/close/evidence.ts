import { monthWords } from '../../core/calendar-words.ts';
import type { Period } from '../../core/period.ts';
import type { Streak, StreakMonth, StreakState } from '../../core/streak.ts';

/** What a review says before anybody judges: facts only, in the words the kader reads. */
export interface Evidence {
  streak: Streak;
  months: readonly StreakMonth[];
  lastPaid: Period | null;
  familiesHeld: number;
  /** months at which the policy opens a review */
  limit: number;
}

const uncounted: Partial<Record<StreakState, string>> = {
  not_joined: 'belum bergabung sebulan penuh',
  grace: 'masa tenggang',
  leave: 'cuti',
  no_binaan: 'tidak memegang keluarga binaan',
  ended: 'kemitraan berakhir',
};

/** Why a warning was given, in one sentence. */
export function warningReason({ streak, months }: Pick<Evidence, 'streak' | 'months'>): string {
  return `Tanpa penerimaan ${streak.length} bulan berturut-turut: ${zeroMonths(streak, months)}.`;
}

/** The evidence of a review: the months without money, those that were left out and why, the last money, the families held. */
export function reviewEvidence({ streak, months, lastPaid, familiesHeld, limit }: Evidence): string {
  const { from } = streak;
  const leftOut = months
    .filter(({ month, state }) => from !== null && month > from && uncounted[state] !== undefined)
    .map(({ month, state }) => `${monthWords(month).id} (${uncounted[state]})`);
  return [
    `Tidak ada penerimaan selama ${streak.length} bulan yang dihitung berturut-turut: ${zeroMonths(streak, months)}.`,
    ...(leftOut.length > 0 ? [`Bulan yang tidak dihitung: ${leftOut.join(', ')}.`] : []),
    lastPaid === null
      ? 'Belum pernah ada penerimaan sejak pembukuan dimulai.'
      : `Penerimaan terakhir: ${monthWords(lastPaid).id}.`,
    `Keluarga binaan yang dipegang: ${familiesHeld}.`,
    `Kebijakan program meninjau kemitraan setelah ${limit} bulan. Jawaban kader didengar sebelum ada keputusan.`,
  ].join('\n');
}

function zeroMonths({ from }: Streak, months: readonly StreakMonth[]): string {
  return months
    .filter(({ month, state }) => state === 'zero' && from !== null && month >= from)
    .map(({ month }) => monthWords(month).id)
    .join(', ');
}
