import type { Kader } from '../../contract/records.ts';
import type { ReviewDecision } from '../../contract/reviews.ts';
import { dateOf } from '../../core/period.ts';
import { formatCount, formatDate, type StudioLocale } from '../../studio/format.ts';
import { fillText, type Text } from '../../studio/text.ts';
import type { ReviewLetter } from './review-letter.ts';

const headlines: Readonly<Record<ReviewDecision, Text>> = {
  continue: ['Kemitraan dilanjutkan', 'The partnership goes on'],
  extend: ['Kemitraan dilanjutkan, dengan waktu untuk memperbaiki', 'The partnership goes on, with time to improve'],
  warn: ['Kemitraan dilanjutkan, dengan peringatan', 'The partnership goes on, with a warning'],
  end: ['Kemitraan berakhir', 'The partnership ends'],
};

const endReasons: Readonly<Record<NonNullable<Kader['end_reason']>, Text>> = {
  zero_collection: ['tanpa penerimaan', 'without collection'],
  other_work: ['pekerjaan lain', 'other work'],
  moved: ['pindah', 'moved away'],
  health: ['kesehatan', 'health'],
  own_wish: ['keinginan sendiri', 'own wish'],
  contract_expired: ['kontrak selesai', 'contract over'],
  breach: ['pelanggaran', 'breach'],
  deceased: ['meninggal', 'deceased'],
  other: ['lainnya', 'other'],
};

const texts = {
  opening: [
    'Kemitraan Anda ditinjau sejak {day}. {heard}, kami memutuskan sebagai berikut.',
    'Your partnership has been under review since {day}. {heard}, we decide as follows.',
  ],
  heard: ['Setelah mempelajari dasarnya dan jawaban Anda', 'Having considered what it rests on and your answer'],
  unheard: [
    'Setelah mempelajari dasarnya dan menunggu jawaban Anda',
    'Having considered what it rests on and awaited your answer',
  ],
  continue: [
    'Tidak ada yang berubah pada kontrak, keluarga binaan, dan imbal jasa Anda.',
    'Nothing changes in your contract, your families or your imbal jasa.',
  ],
  extend: [
    'Penerimaan Anda dibicarakan lagi pada {day}. Sampai hari itu kontrak, keluarga binaan, dan imbal jasa Anda tetap.',
    'Your collections are talked about again on {day}. Until then your contract, your families and your imbal jasa stay as they are.',
  ],
  warn: [
    'Peringatan ini tercatat pada riwayat Anda. Kontrak, keluarga binaan, dan imbal jasa Anda tetap.',
    'This warning is noted in your history. Your contract, your families and your imbal jasa stay as they are.',
  ],
  endedBefore: [
    'Kemitraan ini sudah berakhir sebelum keputusan ini dibuat.',
    'This partnership had ended before this decision was made.',
  ],
  end: [
    'Hari terakhir kemitraan {day}, karena {reason}. Pembayaran sampai hari itu tetap dikreditkan kepada Anda, dan imbal jasanya dibayarkan.',
    'The last day of the partnership is {day}. Reason: {reason}. Payments up to that day are credited to you, and their imbal jasa is paid out.',
  ],
  families: ['Dari keluarga binaan Anda, {parts}.', 'Of your families, {parts}.'],
  assigned: ['{count} keluarga diserahkan kepada kader lain', '{count} are given to other kader'],
  released: ['{count} keluarga untuk sementara tanpa kader', '{count} are without a kader for the time being'],
  and: [' dan ', ' and '],
} as const satisfies Record<string, Text>;

/** The number of the letter, lasting and unique: `PK/KC-SKA/2022-01-31/17`. */
export function reviewLetterNumber({
  id,
  branch,
  decided_at,
}: Pick<ReviewLetter, 'id' | 'decided_at'> & { branch: Pick<ReviewLetter['branch'], 'code' | 'timezone'> }): string {
  return `PK/${branch.code}/${dateOf(decided_at, branch.timezone)}/${id}`;
}

/** `Kemitraan dilanjutkan, dengan peringatan`. */
export function decisionHeadline(decision: ReviewDecision, locale: StudioLocale): string {
  return fillText(headlines[decision], locale);
}

/** How the letter begins. */
export function decisionOpening(
  { opened_on, answer }: Pick<ReviewLetter, 'opened_on' | 'answer'>,
  locale: StudioLocale,
) {
  const heard = fillText(answer === null ? texts.unheard : texts.heard, locale);
  return fillText(texts.opening, locale, { day: formatDate(opened_on, locale), heard });
}

/** What the decision changes for the kader. */
export function decisionEffect(
  { decision, follow_up_on, end }: Pick<ReviewLetter, 'decision' | 'follow_up_on' | 'end'>,
  locale: StudioLocale,
): string {
  if (decision === 'extend') return fillText(texts.extend, locale, { day: formatDate(follow_up_on, locale) });
  if (decision !== 'end') return fillText(texts[decision], locale);
  if (end === null) return fillText(texts.endedBefore, locale);
  const reason = fillText(endReasons[end.reason], locale);
  return fillText(texts.end, locale, { day: formatDate(end.on, locale), reason });
}

/** Where the families go when a partnership ends; null: it does not, or there were none. */
export function decisionFamilies({ end }: Pick<ReviewLetter, 'end'>, locale: StudioLocale): string | null {
  if (end === null) return null;
  const { assigned, released } = end.families;
  if (assigned + released === 0) return null;
  const parts = [
    assigned > 0 && fillText(texts.assigned, locale, { count: formatCount(assigned, locale) }),
    released > 0 && fillText(texts.released, locale, { count: formatCount(released, locale) }),
  ].filter((part) => part !== false);
  return fillText(texts.families, locale, { parts: parts.join(fillText(texts.and, locale)) });
}

/** What people typed, a paragraph a line. */
export function paragraphs(words: string): string[] {
  return words.split(/\n+/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

/** A decision as a template of `review` tells it (contract/message-contexts.ts). */
export function decisionFields(letter: ReviewLetter, locale: StudioLocale): Record<string, unknown> {
  const rows = (words: string) => paragraphs(words).map((text) => ({ text }));
  return {
    number: reviewLetterNumber(letter),
    opened_on: letter.opened_on,
    due_on: letter.due_on,
    evidence: rows(letter.evidence),
    answer: rows(letter.answer ?? ''),
    answered_at: letter.answered_at,
    decided: true,
    decided_on: dateOf(letter.decided_at, letter.branch.timezone),
    decided_by: letter.decided_by,
    opening: decisionOpening(letter, locale),
    decision: decisionHeadline(letter.decision, locale),
    effect: decisionEffect(letter, locale),
    families: decisionFamilies(letter, locale),
    follow_up_on: letter.follow_up_on,
    grounds: rows(letter.decision_note),
  };
}
