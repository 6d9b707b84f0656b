import type { OperationApiConfig } from '@directus/types';
import { type GatewayOptions, handToGateway } from '../../server/messages/gateway/hand-to-gateway.ts';
import { deskOfFlow } from '../../server/operations/flow-context.ts';

/** Hands WhatsApp and SMS messages to a gateway, on behalf of whoever set the flow off. */
const operation: OperationApiConfig<GatewayOptions> = {
  id: 'kader-hand-to-gateway',
  handler: async (options, context) =>
    await handToGateway(await deskOfFlow(context, () => new Date()), options, context.env),
};

export default operation;
