import { InvalidCredentialsError } from '@directus/errors';
import type { Accountability, EndpointExtensionContext, SchemaOverview } from '@directus/types';
import type { NextFunction, Request, RequestHandler, Response, Router } from 'express';
import type { Id } from '../../contract/records.ts';
import { refusal } from '../errors.ts';
import { correctPayment, showCorrection } from './correct-payment.ts';
import type { Desk } from './desk.ts';
import { readCorrection, readId, readPart, readPreview } from './parse-request.ts';
import { previewPayment } from './preview-payment.ts';
import { readReceipt } from './read-receipt.ts';
import { receiptMessage } from './receipt.ts';
import { receiptPage, receiptPolicy } from './receipt-page.ts';

type DirectusRequest = Request & { accountability?: Accountability | null; schema: SchemaOverview };

/** The caller's desk. Refuses who is not signed in (401), and a database without our schema (KADER_NOT_INSTALLED). */
export function deskOf(request: Request, { database, services }: EndpointExtensionContext): Desk {
  const { accountability, schema } = request as DirectusRequest;
  if (!accountability?.user) throw new InvalidCredentialsError();
  if (!schema.collections['collection']) throw refusal('KADER_NOT_INSTALLED');
  return { knex: database, schema, accountability, services, now: () => new Date() };
}

/** The desk of staff and kader: what a payment would earn, its correction, its receipt. Everything with the caller's rights. */
export function addDeskRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk =
    (work: (desk: Desk, request: Request, response: Response) => Promise<unknown>): RequestHandler =>
    async (request, response, next: NextFunction) => {
      try {
        response.set('Cache-Control', 'private, no-store');
        const data = await work(deskOf(request, context), request, response);
        if (!response.headersSent) response.json({ data });
      } catch (error) {
        next(error);
      }
    };
  const idOf = (request: Request): Id => readId(request.params['id']);

  router.get(
    '/preview',
    withDesk((desk, request) => previewPayment(desk, readPreview(request.query))),
  );
  router.get(
    '/collections/:id/correction',
    withDesk((desk, request) => showCorrection(desk, idOf(request), readPart(request.query))),
  );
  router.post(
    '/collections/:id/correction',
    withDesk((desk, request) => correctPayment(desk, idOf(request), readCorrection(request.body))),
  );
  router.get(
    '/collections/:id/receipt',
    withDesk(async (desk, request, response) => {
      const receipt = await readReceipt(desk, idOf(request));
      if (request.query['format'] === 'text') return receiptMessage(receipt);
      return response.set('Content-Security-Policy', receiptPolicy).type('html').send(receiptPage(receipt));
    }),
  );
}
