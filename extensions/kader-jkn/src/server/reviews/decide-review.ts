import type { KaderEnded } from '../../contract/life.ts';
import type { Id } from '../../contract/records.ts';
import type { DecideRequest, ReviewDecided } from '../../contract/reviews.ts';
import type { DateText } from '../../core/period.ts';
import { type Desk, itemsFor, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { endPartnership } from '../life/end-partnership.ts';
import { fileReviewLetter } from './file-review-letter.ts';
import { type DecidedReview, holdReview } from './read-review.ts';

/**
 * Decides on a partnership as its head did: the decision is kept, carried out, written in a letter and told to the kader
 * (by the database), in one transaction. A code never decides (fairness). Refused as KADER_REVIEW_UNKNOWN, KADER_NOT_ALLOWED,
 * KADER_REVIEW_OWN, KADER_REVIEW_OVER, KADER_REVIEW_FOLLOW_UP, KADER_SESSION_UNKNOWN, KADER_FAMILIES_CHOICE,
 * KADER_ANSWER_REQUIRED before the kader was heard, or as the end of a partnership is.
 */
export async function decideReview(desk: Desk, id: Id, told: DecideRequest): Promise<ReviewDecided> {
  return await desk.knex.transaction(async (trx) => {
    const within: Desk = { ...desk, knex: trx };
    const review = await holdReview(within, id);
    const { decision, decision_note, follow_up_on } = told;
    if (decision === 'extend' && (follow_up_on === null || follow_up_on <= review.today)) {
      throw refusal('KADER_REVIEW_FOLLOW_UP');
    }
    await requireSession(within, told.session, review.branch);

    await trx.raw("select set_config('kader.deciding', :id, true)", { id: String(id) });
    await itemsFor(within, 'partnership_review').updateOne(id, {
      ...{ decision, decision_note },
      ...(follow_up_on !== null && { follow_up_on }),
    });
    const ended = await carryOut(within, review, told);
    const letter = await fileReviewLetter(within, id, ended === null ? null : { ...ended, request: told.end });
    // Ours alone: nobody links another file or session to a decision.
    await trx('partnership_review').where({ id }).update({ letter, decided_in: told.session });
    return { id, decision, letter, ended: ended && { assigned: ended.assigned, released: ended.released } };
  });
}

/** The session must be of the review's branch. */
async function requireSession(desk: Desk, session: Id | null, branch: Id): Promise<void> {
  if (session === null) return;
  const found = await visibleRecord(desk, 'monev_session', session, ['id', 'branch']);
  if (found === null || found['branch'] !== branch) throw refusal('KADER_SESSION_UNKNOWN');
}

/** What the decision does; the end of a partnership, where it ends by it. */
async function carryOut(desk: Desk, review: DecidedReview, told: DecideRequest): Promise<KaderEnded | null> {
  const { decision, decision_note, follow_up_on, end } = told;
  switch (decision) {
    case 'continue':
      return null;
    case 'warn':
      await note(desk, review, 'warned', decision_note);
      return null;
    case 'extend':
      await note(desk, review, 'extended', `Diberi waktu sampai ${follow_up_on}. ${decision_note}`);
      return null;
    case 'end': {
      if (review.kader_status === 'ended') return null;
      if (end === null) throw refusal('KADER_FAMILIES_CHOICE');
      return await endPartnership(desk, review.kader, { ...end, ended_on: end.ended_on as DateText });
    }
  }
}

/** A line in the kader's history, which the kader reads; a long ground stands whole in the letter. */
async function note(
  desk: Desk,
  { kader, today }: DecidedReview,
  kind: 'warned' | 'extended',
  reason: string,
): Promise<void> {
  const line = reason.length > 255 ? `${reason.slice(0, 254)}…` : reason;
  await itemsFor(desk, 'kader_event').createOne({ kader, kind, on_date: today, reason: line });
}
