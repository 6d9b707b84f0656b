import { dues } from '../../../../../seeds/reference/dues.ts';
import { policies } from '../../../../../seeds/reference/policies.ts';
import { schemes } from '../../../../../seeds/reference/schemes.ts';
import type { Wanted } from './plan.ts';

/** National records to start with: dues by date, a policy, and a scheme as a draft. */
export function wantReferenceRecords(): Wanted[] {
  return [
    ...dues.map(
      (rate): Wanted => ({
        key: `dues_rate:${rate.class}/${rate.effective_from}`,
        kind: 'dues_rate',
        id: null,
        definition: { ...rate },
      }),
    ),
    ...policies.map(
      (policy): Wanted => ({
        key: `program_policy:national/${policy.effective_from}`,
        kind: 'program_policy',
        id: null,
        definition: { ...policy },
      }),
    ),
    ...schemes.map(
      (scheme): Wanted => ({
        key: `commission_scheme:national/${scheme.effective_from}`,
        kind: 'commission_scheme',
        id: null,
        definition: { ...scheme },
      }),
    ),
  ];
}
