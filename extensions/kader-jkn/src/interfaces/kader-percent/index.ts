import type { InterfaceConfig } from '@directus/extensions';
import PercentInput from './interface.vue';

/** Types basis points as the percentage they are: 2500 is `25`. */
const percentInterface: InterfaceConfig = {
  id: 'kader-percent',
  name: 'Persentase · Percentage',
  icon: 'percent',
  description: 'Basis poin sebagai persen · Basis points as a percentage',
  component: PercentInput,
  types: ['integer'],
  group: 'standard',
  recommendedDisplays: ['kader-percent'],
  options: [],
};

export default percentInterface;
