import type { ModuleConfig } from '@directus/extensions';
import Work from './work.vue';

/** The work of a branch that is not one record: lists of the day, sheets, sharing families. One address a page. */
const work: ModuleConfig = {
  id: 'kader-work',
  name: 'Kerja lapangan',
  icon: 'hiking',
  routes: [{ path: ':page?', component: Work, props: true }],
};

export default work;
