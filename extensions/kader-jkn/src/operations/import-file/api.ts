import type { OperationApiConfig } from '@directus/types';
import type { OperationOutputs } from '../../contract/operations.ts';
import { deskOfFlow, eventRecord, untouched } from '../../server/operations/flow-context.ts';
import { type ImportAsked, importByFlow } from '../../server/operations/import-by-flow.ts';

/** Takes a file in as a list of families in a flow, on behalf of whoever set it off. */
const operation: OperationApiConfig<ImportAsked> = {
  id: 'kader-import-file',
  handler: async (asked, context): Promise<OperationOutputs['kader-import-file']> => {
    const unforeseen = (error: unknown) => context.logger.error(error, 'Kader JKN: an import failed');
    return await importByFlow(
      await deskOfFlow(context, () => new Date()),
      { ...asked, file: untouched(asked.file, context.data, eventRecord) },
      unforeseen,
    );
  },
};

export default operation;
