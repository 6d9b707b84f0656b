import { flows } from '../../../../../seeds/reference/flows.ts';
import { uuidOf } from './fingerprint.ts';
import type { Wanted } from './plan.ts';

/** Flows with their one operation. */
export function wantFlows(): Wanted[] {
  return flows.flatMap(({ operation, ...flow }): Wanted[] => {
    const operationId = uuidOf(`operation:${flow.id}/${operation.key}`);
    return [
      {
        key: `flow:${flow.id}`,
        kind: 'flow',
        id: flow.id,
        definition: { ...flow, status: 'active', accountability: 'all', operation: operationId },
      },
      {
        key: `operation:${flow.id}/${operation.key}`,
        kind: 'operation',
        id: operationId,
        definition: { id: operationId, ...operation, position_x: 19, position_y: 1, flow: flow.id },
      },
    ];
  });
}
