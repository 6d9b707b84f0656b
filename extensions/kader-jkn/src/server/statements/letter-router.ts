import type { EndpointExtensionContext } from '@directus/types';
import type { Request, Response, Router } from 'express';
import type { StatementLetter } from '../../documents/index.ts';
import { answering } from '../desk/answering.ts';
import type { Desk } from '../desk/desk.ts';
import { readId } from '../desk/parse-request.ts';
import { loadDocuments } from '../load-documents.ts';
import { readDraftRequest } from './read-drafts.ts';
import { readDraftLetter, readStatementLetter } from './read-letter.ts';

/** What the letter is saved as: `imbal-jasa-2022-01-SKA-01.pdf`. */
function fileName({ month, kader, id }: StatementLetter): string {
  const code = kader.code.replace(/[^\w.-]+/g, '-');
  return `imbal-jasa-${month}-${code}${id === null ? '-rancangan' : ''}.pdf`;
}

async function sendLetter(request: Request, response: Response, letter: StatementLetter): Promise<void> {
  const { renderStatementLetter } = await loadDocuments();
  const pdf = await renderStatementLetter(letter, request.query['language'] === 'en' ? 'en-US' : 'id-ID');
  response
    .set('Content-Disposition', `inline; filename="${fileName(letter)}"`)
    .type('pdf')
    .send(pdf);
}

/** The letter of a statement as PDF: of one that is made, or of a kader's open month. With the caller's own rights. */
export function addLetterRoutes(router: Router, context: EndpointExtensionContext): void {
  const answer = answering(context, 'commission');
  const withLetter = (read: (desk: Desk, request: Request) => Promise<StatementLetter>) =>
    answer(async (desk, request, response) => sendLetter(request, response, await read(desk, request)));

  router.get(
    '/statements/draft/letter',
    withLetter((desk, { query }) => readDraftLetter(desk, readDraftRequest(query))),
  );
  router.get(
    '/statements/:id/letter',
    withLetter((desk, { params }) => readStatementLetter(desk, readId(params['id']))),
  );
}
