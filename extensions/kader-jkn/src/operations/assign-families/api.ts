import type { OperationApiConfig } from '@directus/types';
import type { OperationOutputs } from '../../contract/operations.ts';
import { assignByFlow, type SharingAsked } from '../../server/operations/assign-by-flow.ts';
import { deskOfFlow } from '../../server/operations/flow-context.ts';

/** Proposes kader for families that nobody holds in a flow, and gives them where it says so. */
const operation: OperationApiConfig<SharingAsked> = {
  id: 'kader-assign-families',
  handler: async (asked, context): Promise<OperationOutputs['kader-assign-families']> =>
    await assignByFlow(await deskOfFlow(context, () => new Date()), asked),
};

export default operation;
