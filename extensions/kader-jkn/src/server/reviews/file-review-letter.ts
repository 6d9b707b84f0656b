import type { Knex } from 'knex';
import type { EndRequest, KaderEnded } from '../../contract/life.ts';
import type { FileId, Id } from '../../contract/records.ts';
import type { ReviewLetter } from '../../documents/index.ts';
import type { WordedLetter } from '../../documents/review-letter/render-review-letter.ts';
import type { Desk } from '../desk/desk.ts';
import { bundleVersion } from '../install/version.ts';
import { loadDocuments } from '../load-documents.ts';
import { readContext } from '../messages/context/read-context.ts';
import { findTemplate } from '../messages/templates/find-template.ts';
import { renderMessage } from '../messages/templates/render-message.ts';
import { refusalOfProblem } from '../messages/templates/template-refusal.ts';
import { storeDocument } from '../store-document.ts';

type Ending = KaderEnded & { request: EndRequest | null };
type LetterRow = Omit<
  ReviewLetter,
  'branch' | 'kader' | 'end' | 'version' | 'decided_at' | 'answered_at' | 'decision'
> & {
  decision: ReviewLetter['decision'];
  decided_at: Date;
  answered_at: Date | null;
  branch: ReviewLetter['branch'];
  kader: ReviewLetter['kader'];
};

/** Whose letter it is. */
interface Addressed {
  branch: Id;
  kader: Id;
}

/** A letter to a partner is written in Indonesian, whoever made it. */
const language = 'id-ID';

const question = `
  select r.id, r.opened_on::text as opened_on, r.due_on::text as due_on, r.evidence,
    nullif(btrim(r.answer), '') as answer, r.answered_at, r.decision, r.decision_note,
    r.follow_up_on::text as follow_up_on, r.decided_at,
    (select nullif(concat_ws(' ', u.first_name, u.last_name), '') from directus_users u where u.id = r.decided_by) as decided_by,
    json_build_object('code', k.code, 'name', k.name) as kader,
    json_build_object('code', b.code, 'name', b.name, 'city', b.city, 'address', b.address, 'phone', b.phone,
      'head_name', b.head_name, 'head_title', b.head_title, 'timezone', b.timezone) as branch
  from partnership_review r
  join kader k on k.id = r.kader
  join branch b on b.id = r.branch
  where r.id = :id`;

/** What a letter is downloaded as. */
export function letterName(kaderCode: string, review: Id): string {
  return `keputusan-kemitraan-${kaderCode.replace(/[^\w.-]+/g, '-')}-${review}.pdf`;
}

/**
 * Makes the letter of a decision from what is kept, in the words of its template, and keeps it among the files, in the caller's
 * transaction. Refused as KADER_TEMPLATE_INVALID where the template cannot be written with this decision.
 */
export async function fileReviewLetter(desk: Desk, id: Id, ending: Ending | null): Promise<FileId> {
  const letter = await readLetter(desk.knex, id, ending);
  const worded = await wordLetter(desk.knex, letter);
  const { renderReviewLetter } = await loadDocuments();
  const { kader } = letter;
  return await storeDocument(desk, {
    name: letterName(kader.code, id),
    title: `Keputusan peninjauan kemitraan ${kader.name}`,
    type: 'application/pdf',
    content: await renderReviewLetter(letter, worded),
  });
}

/** The letter in the words of the branch's template or the national one; null where none is in use. */
async function wordLetter(knex: Knex, letter: ReviewLetter): Promise<WordedLetter | null> {
  const { id, kader: addressee } = letter;
  const addressed: Addressed | undefined = await knex('partnership_review').where({ id }).first('branch', 'kader');
  if (addressed === undefined) return null;
  const { branch, kader } = addressed;
  const template = await findTemplate(knex, { key: 'review_decision', channel: 'letter', branch, language });
  const recipient = { kader, name: addressee.name };
  // Where the families go is known to whoever ends the partnership alone.
  const asked = { item: id, recipient, data: { end: letter.end }, language } as const;
  const context = template && (await readContext(knex, 'review', asked));
  if (template === null || context === null) return null;
  try {
    const settings = { locale: language, timeZone: letter.branch.timezone } as const;
    const { subject, html } = await renderMessage(template, context, settings);
    return { title: subject ?? template.name, markup: html ?? '' };
  } catch (problem) {
    throw refusalOfProblem(problem);
  }
}

async function readLetter(knex: Knex, id: Id, ending: Ending | null): Promise<ReviewLetter> {
  const { rows } = await knex.raw<{ rows: [LetterRow] }>(question, { id });
  const [{ decided_at, answered_at, ...row }] = rows;
  return {
    ...row,
    decided_at: decided_at.toISOString(),
    answered_at: answered_at?.toISOString() ?? null,
    end:
      ending === null || ending.request === null
        ? null
        : {
            on: ending.ended_on,
            reason: ending.request.reason,
            families: { assigned: ending.assigned, released: ending.released },
          },
    version: bundleVersion,
  };
}
