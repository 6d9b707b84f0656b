import type { EndpointExtensionContext } from '@directus/types';
import type { Router } from 'express';
import { z } from 'zod';
import { messageAbouts } from '../../../contract/message-contexts.ts';
import { answering } from '../../desk/answering.ts';
import { type Desk, itemsFor } from '../../desk/desk.ts';
import { parsed } from '../../desk/parse-request.ts';
import { refusal } from '../../errors.ts';
import { previewLetter, previewTemplate, readPreviewRequest } from './preview-template.ts';
import { templateRecords } from './template-records.ts';

const recordsQuery = z.object({ about: z.enum(messageAbouts) });

/** Templates are tried by whoever may read them. Refused as KADER_NOT_ALLOWED. */
async function requireTemplates(desk: Desk): Promise<void> {
  try {
    await itemsFor(desk, 'message_template').readByQuery({ fields: ['id', 'html'], limit: 1 });
  } catch (error) {
    throw (error as { code?: unknown }).code === 'FORBIDDEN' ? refusal('KADER_NOT_ALLOWED') : error;
  }
}

/** `/kader-jkn/templates/`: how a template looks, and the records that it can be tried with. */
export function addTemplateRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'message_template');

  router.post(
    '/templates/preview',
    withDesk(async (desk, { body, query }, response) => {
      await requireTemplates(desk);
      const asked = readPreviewRequest(body);
      if (query['as'] !== 'pdf') return await previewTemplate(desk, asked);
      const letter = await previewLetter(desk, asked);
      response.set('Content-Disposition', 'inline; filename="surat.pdf"').type('pdf').send(letter);
      return null;
    }),
  );
  router.get(
    '/templates/records',
    withDesk(async (desk, { query }) => {
      await requireTemplates(desk);
      return await templateRecords(desk, parsed(recordsQuery, query).about);
    }),
  );
}
