import type { OperationApiConfig } from '@directus/types';
import { reportByFlow } from '../../server/reports/report-by-flow.ts';

interface Options {
  /** id of a `period`, or several */
  period?: unknown;
}

/** Makes the "Laporan Monev" of closed months in a flow, on behalf of whoever set it off. */
const operation: OperationApiConfig<Options> = {
  id: 'kader-monev-report',
  handler: async ({ period }, context) => await reportByFlow(period, context, () => new Date()),
};

export default operation;
