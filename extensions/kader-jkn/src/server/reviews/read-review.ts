import type { Knex } from 'knex';
import type { DateText, Id, KaderStatus, PartnershipReview } from '../../contract/records.ts';
import type { DateText as Day } from '../../core/period.ts';
import { isKader, leadsBranch } from '../caller.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { refusal } from '../errors.ts';

/** A review on its way to a decision. */
export type DecidedReview = Pick<
  PartnershipReview,
  'id' | 'kader' | 'branch' | 'status' | 'evidence' | 'answer' | 'answered_at'
> & {
  kader_code: string;
  kader_name: string;
  kader_status: KaderStatus;
  opened_on: DateText;
  due_on: DateText | null;
  /** in the branch's calendar */
  today: Day;
};

const question = `
  select r.id, r.kader, r.branch, r.status, r.evidence, r.answer, r.answered_at,
    r.opened_on::text as opened_on, r.due_on::text as due_on,
    k.code as kader_code, k.name as kader_name, k.status as kader_status,
    (now() at time zone b.timezone)::date::text as today
  from partnership_review r
  join kader k on k.id = r.kader
  join branch b on b.id = r.branch
  where r.id = :id
  for no key update of r`;

// the kader before the review, as a close takes them
const kaderQuestion = `
  select from kader k
  join partnership_review r on r.kader = k.id
  where r.id = :id
  for no key update of k`;

/**
 * A review that the caller leads the branch of and is not about themselves, held until the transaction ends. Refused as
 * KADER_REVIEW_UNKNOWN, KADER_NOT_ALLOWED, KADER_REVIEW_OWN or, where nothing is left to decide, KADER_REVIEW_OVER.
 */
export async function holdReview(desk: Desk, id: Id): Promise<DecidedReview> {
  if ((await visibleRecord(desk, 'partnership_review', id, ['id'])) === null) throw refusal('KADER_REVIEW_UNKNOWN');
  const review = await readReview(desk.knex, id);
  if (!(await leadsBranch(desk.knex, desk.accountability, review.branch))) throw refusal('KADER_NOT_ALLOWED');
  if (await isKader(desk.knex, desk.accountability, review.kader)) throw refusal('KADER_REVIEW_OWN');
  if (review.status !== 'open' && review.status !== 'answered') throw refusal('KADER_REVIEW_OVER');
  return review;
}

async function readReview(knex: Knex, id: Id): Promise<DecidedReview> {
  await knex.raw(kaderQuestion, { id });
  const { rows } = await knex.raw<{ rows: DecidedReview[] }>(question, { id });
  const [review] = rows;
  if (review === undefined) throw refusal('KADER_REVIEW_UNKNOWN');
  return review;
}
