import { dateOf } from '../../core/period.ts';
import { formatDate, formatMoment } from '../../studio/format.ts';
import { renderLetter } from '../render-letter.ts';
import { renderTemplate } from '../render-template.ts';
import {
  decisionEffect,
  decisionFamilies,
  decisionHeadline,
  decisionOpening,
  paragraphs,
  reviewLetterNumber,
} from './decision-words.ts';
import type { ReviewLetter } from './review-letter.ts';
import { reviewTemplate } from './template.ts';

/** A letter to a partner is written in Indonesian, whoever made it. */
const locale = 'id-ID';

function answerOf({ answer, due_on }: ReviewLetter): string[] {
  if (answer !== null) return paragraphs(answer);
  return [`Sampai ${formatDate(due_on, locale)} tidak ada jawaban yang tercatat.`];
}

function objectionOf({ branch, decided_by }: ReviewLetter): string {
  const where = branch.phone ? `kantor cabang, telepon ${branch.phone}` : 'kantor cabang';
  const who = decided_by === null ? '' : `Yang memutuskan: ${decided_by}. `;
  return `${who}Bila Anda tidak sependapat, sampaikan kepada ${where}.`;
}

/** The letter in the words of the bundle: what there is where no template is in use. */
function ownMarkup(letter: ReviewLetter): string {
  const { branch, kader, decided_at } = letter;
  const decidedOn = dateOf(decided_at, branch.timezone);
  const context = {
    branch,
    kader,
    decidedOn,
    contact: [branch.city, branch.phone && `Telepon ${branch.phone}`].filter(Boolean).join(' · '),
    letterNumber: reviewLetterNumber(letter),
    opening: decisionOpening(letter, locale),
    headline: decisionHeadline(letter.decision, locale),
    effect: decisionEffect(letter, locale),
    families: decisionFamilies(letter, locale),
    grounds: paragraphs(letter.decision_note),
    evidence: paragraphs(letter.evidence),
    answer: answerOf(letter),
    answeredAt: letter.answered_at && formatMoment(letter.answered_at, branch.timezone, locale),
    objection: objectionOf(letter),
    signedAt: [branch.city, formatDate(decidedOn, locale)].filter(Boolean).join(', '),
    signerTitle: branch.head_title ?? 'Kepala Cabang',
    signer: branch.head_name ?? '…………………………………',
  };
  return renderTemplate(reviewTemplate, context, { locale, timeZone: branch.timezone });
}

/** A letter as a message_template words it. */
export interface WordedLetter {
  title: string;
  markup: string;
}

/**
 * The letter of a decision on a partnership as PDF on A4, in the words of a template or, without one, of the bundle. The same
 * decision in the same words gives the same bytes.
 */
export async function renderReviewLetter(letter: ReviewLetter, worded: WordedLetter | null = null): Promise<Buffer> {
  const { branch, kader, decided_at, version } = letter;
  return renderLetter(worded?.markup ?? ownMarkup(letter), {
    locale,
    title: worded?.title ?? `Keputusan peninjauan kemitraan ${kader.name}`,
    author: branch.name,
    madeAt: new Date(decided_at),
    footer: [reviewLetterNumber(letter), `Kader JKN ${version}`].join(' · '),
  });
}
