import type { InterfaceConfig } from '@directus/extensions';
import MergedRecords from './interface.vue';

/** Contacts or payments of the families that were merged into this one, beside its own. Draws nothing where there are none. */
const mergedRecords: InterfaceConfig = {
  id: 'kader-merged-records',
  name: 'Catatan keluarga yang digabung · Records of merged families',
  icon: 'join_inner',
  description:
    'Kontak atau pembayaran keluarga yang digabung ke sini · Contacts or payments of families merged into this one',
  component: MergedRecords,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: [
    {
      field: 'of',
      name: 'Catatan · Records',
      type: 'string',
      schema: { default_value: 'contacts' },
      meta: {
        width: 'half',
        interface: 'select-dropdown',
        options: {
          choices: [
            { text: 'Kontak · Contacts', value: 'contacts' },
            { text: 'Pembayaran · Payments', value: 'payments' },
          ],
        },
      },
    },
  ],
};

export default mergedRecords;
