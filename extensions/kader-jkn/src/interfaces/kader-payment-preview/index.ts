import type { InterfaceConfig } from '@directus/extensions';
import PaymentPreview from './interface.vue';

/** In the form of a collection: what the payment being typed would earn and why; on a saved one, what it earned. */
const paymentPreview: InterfaceConfig = {
  id: 'kader-payment-preview',
  name: 'Pratinjau pembayaran · Payment preview',
  icon: 'calculate',
  description: 'Keluarga, tunggakan, imbal jasa dan alasannya · The family, what it owes, the imbal jasa and why',
  component: PaymentPreview,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default paymentPreview;
