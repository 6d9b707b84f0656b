import type { OperationApiConfig } from '@directus/types';
import type { OperationOutputs } from '../../contract/operations.ts';
import { deskOfFlow, firstSelected, untouched } from '../../server/operations/flow-context.ts';
import { idTold } from '../../server/operations/told.ts';
import { parseSchemeId, parseSimulation } from '../../server/schemes/parse-simulation.ts';
import { simulateForCaller } from '../../server/schemes/simulate-for-caller.ts';

/** Ids and months as a flow gives them: records chosen in the form, numbers, text, or empty. */
interface Options {
  scheme?: unknown;
  branch?: unknown;
  from?: unknown;
  to?: unknown;
}

/** Compares closed months with what a scheme would have paid, on behalf of whoever set the flow off. */
const operation: OperationApiConfig<Options> = {
  id: 'kader-simulate-scheme',
  handler: async ({ scheme, branch, from, to }, context): Promise<OperationOutputs['kader-simulate-scheme']> => {
    const asked = parseSimulation({ branch: idTold(branch, 'branch'), from, to });
    const desk = await deskOfFlow(context, () => new Date());
    return await simulateForCaller(
      desk,
      parseSchemeId(idTold(untouched(scheme, context.data, firstSelected), 'scheme')),
      asked,
    );
  },
};

export default operation;
