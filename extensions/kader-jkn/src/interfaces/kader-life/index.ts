import type { InterfaceConfig } from '@directus/extensions';
import KaderLife from './interface.vue';

/** Where a kader stands between candidate and active, what is missing, and the buttons of the next steps. */
const kaderLife: InterfaceConfig = {
  id: 'kader-life',
  name: 'Langkah kader · Steps of a kader',
  icon: 'linear_scale',
  description: 'Calon, penjelasan, kontrak, aktif, cuti, akhir · From candidate to active, leave and end',
  component: KaderLife,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default kaderLife;
