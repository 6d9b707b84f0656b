import type { OperationApiConfig } from '@directus/types';
import type { OperationOutputs } from '../../contract/operations.ts';
import { closeByPerson } from '../../server/close-by-person.ts';
import { selectedRecords, untouched } from '../../server/operations/flow-context.ts';

interface Options {
  /** a `period`, or several */
  period?: unknown;
}

/** Closes a month of the books in a flow, on behalf of whoever set it off. */
const operation: OperationApiConfig<Options> = {
  id: 'kader-close-month',
  handler: async ({ period }, context): Promise<OperationOutputs['kader-close-month']> =>
    await closeByPerson(untouched(period, context.data, selectedRecords), context, new Date()),
};

export default operation;
