import type { InterfaceConfig } from '@directus/extensions';
import MonthInput from './interface.vue';

/** Picks or types a month. Emits `YYYY-MM`. */
const monthInterface: InterfaceConfig = {
  id: 'kader-month',
  name: 'Bulan · Month',
  icon: 'calendar_month',
  description: 'Pilih atau ketik bulan: Januari 2022, 1/2022 · Pick or type a month',
  component: MonthInput,
  types: ['string'],
  group: 'selection',
  recommendedDisplays: ['kader-month'],
  options: [
    {
      field: 'placeholder',
      name: '$t:placeholder',
      type: 'string',
      meta: { interface: 'system-input-translated-string', width: 'full' },
    },
  ],
};

export default monthInterface;
