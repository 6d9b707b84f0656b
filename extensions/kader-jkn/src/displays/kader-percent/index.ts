import type { DisplayConfig } from '@directus/extensions';
import { formatRate, studioLocale } from '../../studio/format.ts';
import PercentDisplay from './display.vue';

/** Shows basis points as a percentage: 1255 is `12,55%`. */
const display: DisplayConfig = {
  id: 'kader-percent',
  name: 'Persentase · Percentage',
  icon: 'percent',
  description: '12,55%',
  component: PercentDisplay,
  handler: (value) => formatRate(value, studioLocale(document.documentElement.lang)),
  types: ['integer'],
  options: [],
};

export default display;
