import type { InterfaceConfig } from '@directus/extensions';
import RupiahInput from './interface.vue';

/** Types whole rupiah as `1.250.000`. Emits a number, or a string of digits for `bigInteger` columns. */
const rupiahInterface: InterfaceConfig = {
  id: 'kader-rupiah',
  name: 'Rupiah',
  icon: 'payments',
  description: 'Rupiah bulat dengan pemisah ribuan · Whole rupiah with separators',
  component: RupiahInput,
  types: ['integer', 'bigInteger'],
  group: 'standard',
  recommendedDisplays: ['kader-rupiah'],
  options: [
    {
      field: 'placeholder',
      name: '$t:placeholder',
      type: 'string',
      meta: { interface: 'system-input-translated-string', width: 'full' },
    },
    {
      field: 'signed',
      name: 'Tambah atau kurangi · Up or down',
      type: 'boolean',
      schema: { default_value: false },
      meta: { interface: 'boolean', width: 'half' },
    },
  ],
};

export default rupiahInterface;
