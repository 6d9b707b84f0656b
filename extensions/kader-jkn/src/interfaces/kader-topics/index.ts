import type { InterfaceConfig } from '@directus/extensions';
import KaderTopics from './interface.vue';

/** The topics of a training, ticked in the list of those that there are. */
const kaderTopics: InterfaceConfig = {
  id: 'kader-topics',
  name: 'Materi pelatihan · Training topics',
  icon: 'menu_book',
  description: 'Memilih materi dari daftarnya · Ticks topics in their list',
  component: KaderTopics,
  types: ['json'],
  group: 'selection',
  options: null,
};

export default kaderTopics;
