import type { InterfaceConfig } from '@directus/extensions';
import CheckDecision from './interface.vue';

/** In the form of a check: what was found beside what the family has, for staff to accept or decline. */
const checkDecision: InterfaceConfig = {
  id: 'kader-check-decision',
  name: 'Koreksi keluarga · Correction of a family',
  icon: 'fact_check',
  description: 'Menerima atau menolak koreksi per bagian · Accepts or declines a correction field by field',
  component: CheckDecision,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default checkDecision;
