import type { OperationApiConfig } from '@directus/types';
import type { OperationOutputs } from '../../contract/operations.ts';
import { deskOfFlow } from '../../server/operations/flow-context.ts';
import { type DraftsAsked, recomputeDrafts } from '../../server/operations/recompute-drafts.ts';

/** Reckons the running month per kader in a flow, on behalf of whoever set it off; keeps nothing. */
const operation: OperationApiConfig<DraftsAsked> = {
  id: 'kader-recompute-drafts',
  handler: async (asked, context): Promise<OperationOutputs['kader-recompute-drafts']> =>
    await recomputeDrafts(await deskOfFlow(context, () => new Date()), asked),
};

export default operation;
