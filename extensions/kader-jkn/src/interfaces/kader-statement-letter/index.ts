import type { InterfaceConfig } from '@directus/extensions';
import StatementLetter from './interface.vue';

/** Downloads the letter of a saved statement as PDF. */
const statementLetter: InterfaceConfig = {
  id: 'kader-statement-letter',
  name: 'Surat rincian imbal jasa · Statement letter',
  icon: 'picture_as_pdf',
  description: 'Unduh rincian imbal jasa sebagai PDF · Download the statement as PDF',
  component: StatementLetter,
  types: ['alias'],
  localTypes: ['presentation'],
  group: 'presentation',
  hideLabel: true,
  hideLoader: true,
  options: null,
};

export default statementLetter;
