import type { InterfaceConfig } from '@directus/extensions';
import Disputes from './interface.vue';

/** Questions about a statement: in its form the kader asks of a line, there and in the dispute's own form the head answers. */
const disputes: InterfaceConfig = {
  id: 'kader-disputes',
  name: 'Sanggahan · Disputes',
  icon: 'contact_support',
  description: 'Mempertanyakan dan menjawab baris imbal jasa · Questions and answers about a statement',
  component: Disputes,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLoader: true,
  options: null,
};

export default disputes;
