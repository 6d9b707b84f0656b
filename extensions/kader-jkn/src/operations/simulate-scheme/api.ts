import type { OperationApiConfig } from '@directus/types';
import type { SchemeSimulation } from '../../contract/schemes.ts';
import { parseSchemeId, parseSimulation } from '../../server/schemes/parse-simulation.ts';
import { simulateForCaller } from '../../server/schemes/simulate-for-caller.ts';

/** Ids and months as a flow gives them: numbers, text, or empty. */
interface Options {
  scheme?: unknown;
  branch?: unknown;
  from?: unknown;
  to?: unknown;
}

/** Compares closed months with what a scheme would have paid, on behalf of whoever set the flow off. */
const operation: OperationApiConfig<Options> = {
  id: 'kader-simulate-scheme',
  handler: async (
    { scheme, ...asked },
    { database, services, getSchema, accountability },
  ): Promise<SchemeSimulation> => {
    const desk = { knex: database, services, schema: await getSchema(), accountability };
    return await simulateForCaller(desk, parseSchemeId(scheme), parseSimulation(asked));
  },
};

export default operation;
