import type { InterfaceConfig } from '@directus/extensions';
import TargetValueInput from './interface.vue';

/** Types the value of a target in the unit of its measure: rupiah, a percentage, or a count. */
const targetValueInterface: InterfaceConfig = {
  id: 'kader-target-value',
  name: 'Nilai target · Target value',
  icon: 'flag',
  description: 'Rupiah, persen, atau jumlah menurut ukurannya · Rupiah, percent or a count, by its measure',
  component: TargetValueInput,
  types: ['bigInteger'],
  group: 'other',
  options: [],
};

export default targetValueInterface;
