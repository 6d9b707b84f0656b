import type { InterfaceConfig } from '@directus/extensions';
import Receipt from './interface.vue';

/** Prints or sends the receipt of a saved collection. */
const receipt: InterfaceConfig = {
  id: 'kader-receipt',
  name: 'Tanda terima · Receipt',
  icon: 'receipt_long',
  description: 'Cetak, kirim lewat WhatsApp, salin · Print, send by WhatsApp, copy',
  component: Receipt,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default receipt;
