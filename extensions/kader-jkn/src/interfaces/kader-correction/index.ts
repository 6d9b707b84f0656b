import type { InterfaceConfig } from '@directus/extensions';
import Correction from './interface.vue';

/** The button "Koreksi" on a saved collection: shows what a void or a reversal would do, asks the reason, does it. */
const correction: InterfaceConfig = {
  id: 'kader-correction',
  name: 'Koreksi · Correction',
  icon: 'undo',
  description: 'Membatalkan atau membalik penerimaan · Voids or reverses a collection',
  component: Correction,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default correction;
