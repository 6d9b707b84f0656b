import type { Accountability, EndpointExtensionContext, Query } from '@directus/types';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { CollectionName } from '../../contract/records.ts';
import { refusal } from '../errors.ts';
import { type Asked, type MonevScope, type ReadAsCaller, requireReadable, resolveScope } from './scope.ts';

/** A collection and the fields of it that a figure is made of. */
export type Readable = readonly [CollectionName, readonly string[]];

/** Whoever asks for figures. */
export interface MonevCaller {
  read: ReadAsCaller;
  /** narrows what was asked to what the caller may see; refused with KADER_NOT_ALLOWED where nothing is left */
  scope(asked: Asked): Promise<MonevScope>;
  /** refuses with KADER_NOT_ALLOWED a caller who may not read one of these fields */
  require(readable: readonly Readable[]): Promise<void>;
}

/** Makes a route of monev: `{ data }` of what the caller may see, kept in no cache. */
export function monevRoute(
  context: EndpointExtensionContext,
  respond: (caller: MonevCaller, request: Request) => Promise<unknown>,
): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    callerOf(context, request)
      .then((caller) => respond(caller, request))
      .then((data) => response.set('Cache-Control', 'no-store').json({ data }))
      .catch(next);
  };
}

async function callerOf(context: EndpointExtensionContext, request: Request): Promise<MonevCaller> {
  const { accountability = null } = request as Request & { accountability?: Accountability | null };
  const schema = await context.getSchema();
  if (!('branch' in schema.collections)) throw refusal('KADER_NOT_INSTALLED');

  async function read(collectionName: CollectionName, query: Query): Promise<Record<string, unknown>[]> {
    const items = new context.services.ItemsService(collectionName, { knex: context.database, schema, accountability });
    try {
      return await items.readByQuery(query);
    } catch (error) {
      throw isForbidden(error) ? refusal('KADER_NOT_ALLOWED') : error;
    }
  }
  return {
    read,
    scope: (asked) => resolveScope({ read, knex: context.database, accountability }, asked),
    require: async (readable) => {
      await Promise.all(readable.map(([collectionName, fields]) => requireReadable(read, collectionName, fields)));
    },
  };
}

function isForbidden(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'FORBIDDEN';
}
