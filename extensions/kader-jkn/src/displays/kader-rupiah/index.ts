import type { DisplayConfig } from '@directus/extensions';
import { formatRupiah, studioLocale } from '../../studio/format.ts';
import RupiahDisplay from './display.vue';

/** Shows whole rupiah as `Rp 1.250.000`, in full or short (`Rp 1,3 jt`). */
const display: DisplayConfig = {
  id: 'kader-rupiah',
  name: 'Rupiah',
  icon: 'payments',
  description: 'Rp 1.250.000 · rupiah bulat / whole rupiah',
  component: RupiahDisplay,
  handler: (value) => formatRupiah(value, studioLocale(document.documentElement.lang)),
  types: ['integer', 'bigInteger'],
  options: [
    {
      field: 'short',
      name: 'Ringkas (Rp 31,6 jt) · Short',
      type: 'boolean',
      meta: { interface: 'boolean', width: 'half' },
      schema: { default_value: false },
    },
  ],
};

export default display;
