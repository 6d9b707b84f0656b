import type { OperationApiConfig } from '@directus/types';
import { type QueueOptions, queueByFlow, type RunningFlow } from '../../server/messages/queue-by-flow.ts';

/** Queues messages in a flow: an audience's, or one to one recipient. */
const operation: OperationApiConfig<QueueOptions> = {
  id: 'kader-queue-message',
  handler: async (options, context) =>
    await queueByFlow(options, { ...context, flow: flowOf(context) }, () => new Date()),
};

/** Directus hands the running flow over, though its type does not say so. */
function flowOf(context: object): RunningFlow | null {
  return (context as { flow?: RunningFlow }).flow ?? null;
}

export default operation;
