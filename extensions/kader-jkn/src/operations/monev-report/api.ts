import type { OperationApiConfig } from '@directus/types';
import type { OperationOutputs } from '../../contract/operations.ts';
import { selectedRecords, untouched } from '../../server/operations/flow-context.ts';
import { reportByFlow } from '../../server/reports/report-by-flow.ts';

interface Options {
  /** a `period`, or several */
  period?: unknown;
}

/** Makes the "Laporan Monev" of closed months in a flow, on behalf of whoever set it off. */
const operation: OperationApiConfig<Options> = {
  id: 'kader-monev-report',
  handler: async ({ period }, context): Promise<OperationOutputs['kader-monev-report']> =>
    await reportByFlow(untouched(period, context.data, selectedRecords), context, () => new Date()),
};

export default operation;
