import type { OperationApiConfig } from '@directus/types';
import type { OperationOutputs } from '../../contract/operations.ts';
import { type AuditAsked, auditByFlow } from '../../server/operations/audit-by-flow.ts';
import { deskOfFlow } from '../../server/operations/flow-context.ts';

/** Recomputes the books in a flow and hands on what differs. */
const operation: OperationApiConfig<AuditAsked> = {
  id: 'kader-audit',
  handler: async (asked, context): Promise<OperationOutputs['kader-audit']> =>
    await auditByFlow(await deskOfFlow(context, () => new Date()), asked),
};

export default operation;
