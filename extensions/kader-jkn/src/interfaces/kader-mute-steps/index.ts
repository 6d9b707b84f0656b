import type { InterfaceConfig } from '@directus/extensions';
import MuteSteps from './interface.vue';

/** In the form of a mute: the head approves, declines, or ends it. */
const muteSteps: InterfaceConfig = {
  id: 'kader-mute-steps',
  name: 'Keputusan jeda kontak · Decision on a mute',
  icon: 'how_to_reg',
  description: 'Menyetujui, menolak, atau mengakhiri jeda kontak · Approves, declines or ends a mute',
  component: MuteSteps,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default muteSteps;
