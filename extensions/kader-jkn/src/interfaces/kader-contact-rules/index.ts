import type { InterfaceConfig } from '@directus/extensions';
import ContactRules from './interface.vue';

/** In the form of a family and of a contact: whether one may contact the family now, why not, and how to have it left alone. */
const contactRules: InterfaceConfig = {
  id: 'kader-contact-rules',
  name: 'Boleh dihubungi · May one contact',
  icon: 'notifications_paused',
  description: 'Batas, jam, dan jeda kontak sebuah keluarga · Cap, hours and mutes of a family',
  component: ContactRules,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default contactRules;
