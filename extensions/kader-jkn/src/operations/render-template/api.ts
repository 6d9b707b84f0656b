import type { OperationApiConfig } from '@directus/types';
import type { OperationOutputs } from '../../contract/operations.ts';
import { deskOfFlow, firstSelected, untouched } from '../../server/operations/flow-context.ts';
import { type RenderAsked, renderByFlow } from '../../server/operations/render-by-flow.ts';

/** Writes a template for a record in a flow, on behalf of whoever set it off; sends nothing. */
const operation: OperationApiConfig<RenderAsked> = {
  id: 'kader-render-template',
  handler: async (asked, context): Promise<OperationOutputs['kader-render-template']> => {
    const item = untouched(asked.item, context.data, firstSelected);
    return await renderByFlow(await deskOfFlow(context, () => new Date()), { ...asked, item });
  },
};

export default operation;
