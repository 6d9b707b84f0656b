import type { InterfaceConfig } from '@directus/extensions';
import KeptPromises from './interface.vue';

/** In the form of a kader: how many promises made to this kader were kept. For coaching; never a ranking. */
const keptPromises: InterfaceConfig = {
  id: 'kader-kept-promises',
  name: 'Janji yang ditepati · Kept promises',
  icon: 'handshake',
  description: 'Janji bayar kepada seorang kader dan yang ditepati · Promises made to a kader and those kept',
  component: KeptPromises,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLoader: true,
  options: null,
};

export default keptPromises;
