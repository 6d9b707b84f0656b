import type { DisplayConfig } from '@directus/extensions';
import { formatMonth, studioLocale } from '../../studio/format.ts';
import MonthDisplay from './display.vue';

/** Shows a month kept as `YYYY-MM` by its name: `Januari 2022`. */
const display: DisplayConfig = {
  id: 'kader-month',
  name: 'Bulan · Month',
  icon: 'calendar_month',
  description: 'Januari 2022',
  component: MonthDisplay,
  handler: (value) => formatMonth(value, studioLocale(document.documentElement.lang)),
  types: ['string'],
  options: null,
};

export default display;
