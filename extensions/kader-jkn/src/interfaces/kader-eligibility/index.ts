import type { InterfaceConfig } from '@directus/extensions';
import Eligibility from './interface.vue';

/** Whose a family is: a kader's, telekolekting's, both or nobody's, each with its why. */
const eligibility: InterfaceConfig = {
  id: 'kader-eligibility',
  name: 'Keluarga siapa · Whose family',
  icon: 'rule',
  description: 'Kader dan telekolekting: ya atau tidak, dan mengapa · Kader and telekolekting: yes or no, and why',
  component: Eligibility,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLoader: true,
  options: null,
};

export default eligibility;
