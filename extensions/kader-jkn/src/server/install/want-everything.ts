import { schemaDefinition } from '../../../../../schema/index.ts';
import { wantAccess } from './access.ts';
import { wantConstraints } from './constraints.ts';
import { wantDashboards } from './dashboards.ts';
import { wantFlows } from './flows.ts';
import { wantModules } from './modules.ts';
import type { Wanted } from './plan.ts';
import { wantPresets } from './presets.ts';
import { wantReferenceRecords } from './reference.ts';
import { wantTranslations } from './translations.ts';
import { wantSchema } from './want-schema.ts';

/** Everything that this version of the bundle wants in an instance, in no particular order. */
export function wantEverything(now: Date): Wanted[] {
  return [
    ...wantSchema(schemaDefinition),
    ...wantConstraints(schemaDefinition),
    ...wantAccess(schemaDefinition),
    ...wantFlows(),
    ...wantDashboards(),
    ...wantModules(),
    ...wantPresets(now),
    ...wantTranslations(schemaDefinition),
    ...wantReferenceRecords(),
  ];
}
