import { flows } from '../../../../../seeds/reference/flows.ts';
import { uuidOf } from './fingerprint.ts';
import type { Wanted } from './plan.ts';

/** Flows with their operations. What follows an operation is written before it, because the database checks that it is there. */
export function wantFlows(): Wanted[] {
  return flows.flatMap(({ operations, accountability = 'all', ...flow }): Wanted[] => {
    const idOf = (key: string): string => uuidOf(`operation:${flow.id}/${key}`);
    return [
      {
        key: `flow:${flow.id}`,
        kind: 'flow',
        id: flow.id,
        definition: { ...flow, accountability, operation: idOf(operations[0].key) },
      },
      ...operations
        .map(({ key, name, type, options }, index): Wanted => {
          const next = operations[index + 1];
          return {
            key: `operation:${flow.id}/${key}`,
            kind: 'operation',
            id: idOf(key),
            definition: {
              ...{ id: idOf(key), key, name, type, options, flow: flow.id, ...placeOf(index) },
              ...(operations.length > 1 && { resolve: next ? idOf(next.key) : null, reject: null }),
            },
          };
        })
        .reverse(),
    ];
  });
}

/** Side by side from left to right, as the app's own editor lays steps out. */
function placeOf(index: number): { position_x: number; position_y: number } {
  return { position_x: 19 + 18 * index, position_y: 1 };
}
