import type { Knex } from 'knex';
import type { EndRequest, KaderEnded } from '../../contract/life.ts';
import type { FileId, Id } from '../../contract/records.ts';
import type { ReviewLetter } from '../../documents/index.ts';
import type { Desk } from '../desk/desk.ts';
import { bundleVersion } from '../install/version.ts';
import { loadDocuments } from '../load-documents.ts';
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

/** Makes the letter of a decision from what is kept, and keeps it among the files, in the caller's transaction. */
export async function fileReviewLetter(desk: Desk, id: Id, ending: Ending | null): Promise<FileId> {
  const letter = await readLetter(desk.knex, id, ending);
  const { renderReviewLetter } = await loadDocuments();
  const { kader } = letter;
  return await storeDocument(desk, {
    name: letterName(kader.code, id),
    title: `Keputusan peninjauan kemitraan ${kader.name}`,
    type: 'application/pdf',
    content: await renderReviewLetter(letter),
  });
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
