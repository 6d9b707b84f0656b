import type { EndpointExtensionContext } from '@directus/types';
import type { Response, Router } from 'express';
import type { Id, Kader, PartnershipReview } from '../../contract/records.ts';
import { answering } from '../desk/answering.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { readId } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';
import { sendDocument } from '../send-document.ts';
import { decideReview } from './decide-review.ts';
import { letterName } from './file-review-letter.ts';
import { readDecision } from './parse-decision.ts';

/** `/kader-jkn/reviews/:id/`: `decide` is the head's, `letter` is for whoever may read the review, the kader too. */
export function addReviewRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'monev_session');

  router.post(
    '/reviews/:id/decide',
    withDesk((desk, { params, body }) => decideReview(desk, readId(params['id']), readDecision(body))),
  );
  router.get(
    '/reviews/:id/letter',
    withDesk((desk, { params }, response) => sendLetter(desk, readId(params['id']), response)),
  );
}

async function sendLetter(desk: Desk, id: Id, response: Response): Promise<void> {
  const review = await visibleRecord(desk, 'partnership_review', id, ['letter', 'kader.code']);
  if (review === null) throw refusal('KADER_REVIEW_UNKNOWN');
  const { letter, kader } = review as Pick<PartnershipReview, 'letter'> & { kader: Pick<Kader, 'code'> };
  if (letter === null) throw refusal('KADER_REVIEW_NO_LETTER');
  await sendDocument(desk, response, { file: letter, name: letterName(kader.code, id) });
}
