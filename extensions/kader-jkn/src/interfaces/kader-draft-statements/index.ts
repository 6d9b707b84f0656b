import type { InterfaceConfig } from '@directus/extensions';
import DraftStatements from './interface.vue';

/**
 * Shows a head what an open month comes to so far (form of a month of the books), and a kader their own running month (form
 * of a kader): reckoned live, kept nowhere, fixed by the close.
 */
const draftStatements: InterfaceConfig = {
  id: 'kader-draft-statements',
  name: 'Rancangan imbal jasa · Draft statements',
  icon: 'pending_actions',
  description: 'Imbal jasa bulan yang masih terbuka, sejauh ini · Commission of an open month so far',
  component: DraftStatements,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLoader: true,
  options: null,
};

export default draftStatements;
