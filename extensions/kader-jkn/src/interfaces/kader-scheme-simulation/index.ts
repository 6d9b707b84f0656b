import type { InterfaceConfig } from '@directus/extensions';
import SchemeSimulation from './interface.vue';

/** What a saved scheme would have paid for closed months, against what was paid: asked for, then drawn. */
const schemeSimulation: InterfaceConfig = {
  id: 'kader-scheme-simulation',
  name: 'Simulasi skema · Scheme simulation',
  icon: 'compare_arrows',
  description:
    'Membandingkan bulan yang sudah ditutup dengan yang akan dibayar skema · Compares closed months with what a scheme would pay',
  component: SchemeSimulation,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default schemeSimulation;
