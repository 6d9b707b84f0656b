import type { InterfaceConfig } from '@directus/extensions';
import MessageSteps from './interface.vue';

/** In the form of a message: where it is and what a person can do; in that of a batch: the decision. */
const messageSteps: InterfaceConfig = {
  id: 'kader-message-steps',
  name: 'Langkah pesan · Steps of a message',
  icon: 'outbox',
  description:
    'Mengirim, mengulang, atau membatalkan pesan; memutuskan kiriman · Sends, repeats or cancels a message; decides a batch',
  component: MessageSteps,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default messageSteps;
