import type { DisplayConfig } from '@directus/extensions';
import { formatMonthsOwed, studioLocale } from '../../studio/format.ts';
import MonthsOwedDisplay from './display.vue';

/** Shows months owed as a badge: `8 bln`. The tone grows with the months; the text says it alone. */
const display: DisplayConfig = {
  id: 'kader-months-owed',
  name: 'Bulan tunggakan · Months owed',
  icon: 'hourglass_bottom',
  description: '8 bln',
  component: MonthsOwedDisplay,
  handler: (value) => formatMonthsOwed(value, studioLocale(document.documentElement.lang)),
  types: ['integer'],
  options: [
    {
      field: 'strongFrom',
      name: 'Ditonjolkan mulai (bulan) · Emphasised from (months)',
      type: 'integer',
      meta: { interface: 'input', width: 'half' },
      schema: { default_value: 12 },
    },
  ],
};

export default display;
