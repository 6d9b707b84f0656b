import type { OperationApiConfig } from '@directus/types';
import type { OperationOutputs } from '../../contract/operations.ts';
import { evaluateStreaks, type StreaksAsked } from '../../server/operations/evaluate-streaks.ts';
import { deskOfFlow } from '../../server/operations/flow-context.ts';

/** Tells in a flow which zero-month warnings and reviews were and would be opened; opens none. */
const operation: OperationApiConfig<StreaksAsked> = {
  id: 'kader-evaluate-streaks',
  handler: async (asked, context): Promise<OperationOutputs['kader-evaluate-streaks']> =>
    await evaluateStreaks(await deskOfFlow(context, () => new Date()), asked),
};

export default operation;
