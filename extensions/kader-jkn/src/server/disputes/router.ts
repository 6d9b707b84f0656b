import type { EndpointExtensionContext } from '@directus/types';
import type { Request, Router } from 'express';
import type { DisputeCorrectionShown, DisputeState } from '../../contract/disputes.ts';
import type { Id } from '../../contract/records.ts';
import { answering } from '../desk/answering.ts';
import { type Desk, itemsFor, visibleRecord } from '../desk/desk.ts';
import { readId } from '../desk/parse-request.ts';
import { refusal } from '../errors.ts';
import { answerDispute } from './answer.ts';
import { readAnswer, readCorrection, readQuestion } from './parse-request.ts';
import { correctionShown } from './show-correction.ts';

/** Disputes: a kader asks and may withdraw, a head sees what accepting will do and answers. Everything with the caller's rights. */
export function addDisputeRoutes(router: Router, context: EndpointExtensionContext): void {
  const withDesk = answering(context, 'dispute');
  const idOf = (request: Request): Id => readId(request.params['id']);

  router.post(
    '/disputes',
    withDesk((desk, request) => ask(desk, request.body)),
  );
  router.get(
    '/disputes/:id/correction',
    withDesk((desk, request) => show(desk, idOf(request), request.query)),
  );
  router.post(
    '/disputes/:id/answer',
    withDesk((desk, request) => answerDispute(desk, idOf(request), readAnswer(request.body))),
  );
  router.post(
    '/disputes/:id/withdraw',
    withDesk((desk, request) => withdraw(desk, idOf(request))),
  );
}

async function ask(desk: Desk, body: unknown): Promise<DisputeState> {
  const id = Number(await itemsFor(desk, 'dispute').createOne({ ...readQuestion(body) }));
  return { id, status: 'open', adjustment: null, collection: null };
}

async function show(desk: Desk, id: Id, query: unknown): Promise<DisputeCorrectionShown> {
  const dispute = await visibleRecord(desk, 'dispute', id, ['kader', 'branch', 'status']);
  if (!dispute) throw refusal('KADER_DISPUTE_UNKNOWN');
  if (dispute['status'] !== 'open') throw refusal('KADER_DISPUTE_ENDED', { id });
  const of = { kader: dispute['kader'], branch: dispute['branch'] };
  return await correctionShown({ ...desk, database: desk.knex }, of, readCorrection(query));
}

async function withdraw(desk: Desk, id: Id): Promise<DisputeState> {
  if (!(await visibleRecord(desk, 'dispute', id, ['id']))) throw refusal('KADER_DISPUTE_UNKNOWN');
  await itemsFor(desk, 'dispute').updateOne(id, { status: 'withdrawn' });
  return { id, status: 'withdrawn', adjustment: null, collection: null };
}
