import type { InterfaceConfig } from '@directus/extensions';
import PeriodSteps from './interface.vue';

/** The states of a month of the books with who and when, and the buttons of its next steps and its payout file. */
const periodSteps: InterfaceConfig = {
  id: 'kader-period-steps',
  name: 'Langkah bulan buku · Steps of a month',
  icon: 'linear_scale',
  description: 'Menyetujui, menandai dibayar, dan membuka kembali bulan · Approves, pays and reopens a month',
  component: PeriodSteps,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default periodSteps;
