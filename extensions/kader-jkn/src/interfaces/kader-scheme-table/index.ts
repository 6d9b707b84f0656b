import type { InterfaceConfig } from '@directus/extensions';
import SchemeTable from './interface.vue';

/** What a commission scheme pays for typical payments, reckoned from the form as it stands, saved or not. */
const schemeTable: InterfaceConfig = {
  id: 'kader-scheme-table',
  name: 'Contoh imbal jasa · Typical payments',
  icon: 'table_view',
  description: 'Tabel imbal jasa untuk pembayaran yang lazim · What a scheme pays for typical payments',
  component: SchemeTable,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default schemeTable;
