import type { EndpointExtensionContext } from '@directus/types';
import type { Request, Router } from 'express';
import type { Id } from '../../contract/records.ts';
import { answering } from './answering.ts';
import { correctPayment, showCorrection } from './correct-payment.ts';
import { readCorrection, readId, readPart, readPreview } from './parse-request.ts';
import { previewPayment } from './preview-payment.ts';
import { readReceipt } from './read-receipt.ts';
import { receiptMessage } from './receipt.ts';
import { receiptPage, receiptPolicy } from './receipt-page.ts';

/** The desk of staff and kader: what a payment would earn, its correction, its receipt. Everything with the caller's rights. */
export function addDeskRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'collection');
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
