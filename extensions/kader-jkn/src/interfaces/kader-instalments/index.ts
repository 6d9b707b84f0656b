import type { InterfaceConfig } from '@directus/extensions';
import Instalments from './interface.vue';

/** In the form of a family: what it would pay a month in instalments (REHAB), its open plan and how that is paid. */
const instalments: InterfaceConfig = {
  id: 'kader-instalments',
  name: 'Cicilan (REHAB) · Instalments',
  icon: 'event_repeat',
  description: 'Simulasi, rencana cicilan, dan pembayarannya · Simulation, the plan and what was paid of it',
  component: Instalments,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default instalments;
