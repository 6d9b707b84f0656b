import type { InterfaceConfig } from '@directus/extensions';
import Documents from './interface.vue';

/** Downloads the documents that were made of a saved record. Its options are the data model's: which, and under what name. */
const documents: InterfaceConfig = {
  id: 'kader-documents',
  name: 'Unduh dokumen · Download documents',
  icon: 'download',
  description: 'Dokumen yang dibuat dari catatan ini · Documents made of this record',
  component: Documents,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default documents;
