import { InvalidCredentialsError } from '@directus/errors';
import type { Accountability, EndpointExtensionContext, SchemaOverview } from '@directus/types';
import type { Request, RequestHandler, Response } from 'express';
import type { CollectionName } from '../../contract/records.ts';
import { refusal } from '../errors.ts';
import type { Desk } from './desk.ts';

type DirectusRequest = Request & { accountability?: Accountability | null; schema: SchemaOverview };

/** What an endpoint of ours does for its caller: the `data` of its answer, unless it sent an answer of its own. */
export type DeskWork = (desk: Desk, request: Request, response: Response) => Promise<unknown>;

/**
 * Makes handlers that work with the caller's rights and answer `{ data }`, which nobody may keep. Refuses who is not signed
 * in (401), and a database that has no `needed` of ours yet (KADER_NOT_INSTALLED).
 */
export function answering(
  { database, services }: EndpointExtensionContext,
  needed: CollectionName,
): (work: DeskWork) => RequestHandler {
  function deskOf(request: Request): Desk {
    const { accountability, schema } = request as DirectusRequest;
    if (!accountability?.user) throw new InvalidCredentialsError();
    if (!schema.collections[needed]) throw refusal('KADER_NOT_INSTALLED');
    return { knex: database, schema, accountability, services, now: () => new Date() };
  }

  return (work) => async (request, response, next) => {
    try {
      response.set('Cache-Control', 'private, no-store');
      const data = await work(deskOf(request), request, response);
      if (!response.headersSent) response.json({ data });
    } catch (error) {
      next(error);
    }
  };
}
