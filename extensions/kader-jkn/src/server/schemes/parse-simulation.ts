import { z } from 'zod';
import type { Id } from '../../contract/records.ts';
import type { Period } from '../../core/period.ts';
import { parseQuery } from '../monev/parse-query.ts';

/** What a simulation is asked; null: all that the caller may see, or the newest closed months. */
export interface SimulationAsked {
  branch: Id | null;
  from: Period | null;
  to: Period | null;
}

/** A form of an operation leaves empty text where nothing is chosen. */
const absent = z.union([z.literal(''), z.null(), z.undefined()]).transform(() => null);
const id = z.coerce.number({ error: 'number' }).int({ error: 'number' }).min(1, { error: 'number' });
const idOfRecord = id.max(2_147_483_647, { error: 'most' });
const month = z.string({ error: 'month' }).regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'month' });

const simulationQuery = z
  .object({
    branch: absent.or(idOfRecord),
    from: absent.or(month),
    to: absent.or(month),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, { path: ['from'], error: 'order' });

/** Refused as KADER_QUERY_INVALID naming the first thing that cannot be read. */
export function parseSimulation(query: unknown): SimulationAsked {
  return parseQuery(simulationQuery, query) as SimulationAsked;
}

/** The id of a scheme, from an address or a form. */
export function parseSchemeId(scheme: unknown): Id {
  return parseQuery(z.object({ scheme: idOfRecord }), { scheme }).scheme;
}
