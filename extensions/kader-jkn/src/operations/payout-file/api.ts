import type { OperationApiConfig } from '@directus/types';
import type { OperationOutputs } from '../../contract/operations.ts';
import { deskOfFlow, selectedRecords, untouched } from '../../server/operations/flow-context.ts';
import { type PayoutAsked, payoutByFlow } from '../../server/operations/payout-by-flow.ts';

/** Makes and keeps the file for the bank in a flow, on behalf of whoever set it off. */
const operation: OperationApiConfig<PayoutAsked> = {
  id: 'kader-payout-file',
  handler: async (asked, context): Promise<OperationOutputs['kader-payout-file']> =>
    await payoutByFlow(await deskOfFlow(context, () => new Date()), {
      ...asked,
      period: untouched(asked.period, context.data, selectedRecords),
    }),
};

export default operation;
