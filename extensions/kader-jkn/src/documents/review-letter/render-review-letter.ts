import type { Kader } from '../../contract/records.ts';
import type { ReviewDecision } from '../../contract/reviews.ts';
import { dateOf } from '../../core/period.ts';
import { formatCount, formatDate, formatMoment } from '../../studio/format.ts';
import { renderLetter } from '../render-letter.ts';
import { renderTemplate } from '../render-template.ts';
import type { ReviewLetter } from './review-letter.ts';
import { reviewTemplate } from './template.ts';

/** A letter to a partner is written in Indonesian, whoever made it. */
const locale = 'id-ID';

const headlines: Readonly<Record<ReviewDecision, string>> = {
  continue: 'Kemitraan dilanjutkan',
  extend: 'Kemitraan dilanjutkan, dengan waktu untuk memperbaiki',
  warn: 'Kemitraan dilanjutkan, dengan peringatan',
  end: 'Kemitraan berakhir',
};

const endReasons: Readonly<Record<NonNullable<Kader['end_reason']>, string>> = {
  zero_collection: 'tanpa penerimaan',
  other_work: 'pekerjaan lain',
  moved: 'pindah',
  health: 'kesehatan',
  own_wish: 'keinginan sendiri',
  contract_expired: 'kontrak selesai',
  breach: 'pelanggaran',
  deceased: 'meninggal',
  other: 'lainnya',
};

/** The number of the letter, lasting and unique: `PK/KC-SKA/2022-01-31/17`. */
export function reviewLetterNumber({ id, branch, decided_at }: ReviewLetter): string {
  return `PK/${branch.code}/${dateOf(decided_at, branch.timezone)}/${id}`;
}

function openingOf({ opened_on, answer }: ReviewLetter): string {
  const heard =
    answer === null
      ? 'Setelah mempelajari dasarnya dan menunggu jawaban Anda'
      : 'Setelah mempelajari dasarnya dan jawaban Anda';
  return `Kemitraan Anda ditinjau sejak ${formatDate(opened_on, locale)}. ${heard}, kami memutuskan sebagai berikut.`;
}

function effectOf({ decision, follow_up_on, end }: ReviewLetter): string {
  switch (decision) {
    case 'continue':
      return 'Tidak ada yang berubah pada kontrak, keluarga binaan, dan imbal jasa Anda.';
    case 'extend':
      return `Penerimaan Anda dibicarakan lagi pada ${formatDate(follow_up_on, locale)}. Sampai hari itu kontrak, keluarga binaan, dan imbal jasa Anda tetap.`;
    case 'warn':
      return 'Peringatan ini tercatat pada riwayat Anda. Kontrak, keluarga binaan, dan imbal jasa Anda tetap.';
    case 'end':
      return end === null
        ? 'Kemitraan ini sudah berakhir sebelum keputusan ini dibuat.'
        : `Hari terakhir kemitraan ${formatDate(end.on, locale)}, karena ${endReasons[end.reason]}. Pembayaran sampai hari itu tetap dikreditkan kepada Anda, dan imbal jasanya dibayarkan.`;
  }
}

function familiesOf({ end }: ReviewLetter): string | null {
  if (end === null) return null;
  const { assigned, released } = end.families;
  if (assigned + released === 0) return null;
  const parts = [
    assigned > 0 && `${formatCount(assigned, locale)} keluarga diserahkan kepada kader lain`,
    released > 0 && `${formatCount(released, locale)} keluarga untuk sementara tanpa kader`,
  ].filter((part) => part !== false);
  return `Dari keluarga binaan Anda, ${parts.join(' dan ')}.`;
}

function answerOf({ answer, due_on }: ReviewLetter): string[] {
  if (answer !== null) return paragraphs(answer);
  return [`Sampai ${formatDate(due_on, locale)} tidak ada jawaban yang tercatat.`];
}

function objectionOf({ branch, decided_by }: ReviewLetter): string {
  const where = branch.phone ? `kantor cabang, telepon ${branch.phone}` : 'kantor cabang';
  const who = decided_by === null ? '' : `Yang memutuskan: ${decided_by}. `;
  return `${who}Bila Anda tidak sependapat, sampaikan kepada ${where}.`;
}

/** What people typed, a paragraph a line. */
function paragraphs(words: string): string[] {
  return words.split(/\n+/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

/** The letter of a decision on a partnership as PDF on A4. The same decision gives the same bytes. */
export async function renderReviewLetter(letter: ReviewLetter): Promise<Buffer> {
  const { branch, kader, decided_at, version } = letter;
  const timeZone = branch.timezone;
  const decidedOn = dateOf(decided_at, timeZone);
  const number = reviewLetterNumber(letter);
  const contact = [branch.city, branch.phone && `Telepon ${branch.phone}`].filter(Boolean).join(' · ');
  const markup = renderTemplate(
    reviewTemplate,
    {
      branch,
      kader,
      contact,
      letterNumber: number,
      decidedOn,
      opening: openingOf(letter),
      headline: headlines[letter.decision],
      effect: effectOf(letter),
      families: familiesOf(letter),
      grounds: paragraphs(letter.decision_note),
      evidence: paragraphs(letter.evidence),
      answer: answerOf(letter),
      answeredAt: letter.answered_at && formatMoment(letter.answered_at, timeZone, locale),
      objection: objectionOf(letter),
      signedAt: [branch.city, formatDate(decidedOn, locale)].filter(Boolean).join(', '),
      signerTitle: branch.head_title ?? 'Kepala cabang',
      signer: branch.head_name ?? '…………………………………',
    },
    { locale, timeZone },
  );
  return renderLetter(markup, {
    locale,
    title: `Keputusan peninjauan kemitraan ${kader.name}`,
    author: branch.name,
    madeAt: new Date(decided_at),
    footer: [number, `Kader JKN ${version}`].join(' · '),
  });
}
