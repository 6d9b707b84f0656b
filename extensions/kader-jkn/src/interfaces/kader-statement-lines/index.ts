import type { InterfaceConfig } from '@directus/extensions';
import StatementLines from './interface.vue';

/** Shows the lines of a statement of imbal jasa as a table; they are written by the close of the month. */
const statementLinesInterface: InterfaceConfig = {
  id: 'kader-statement-lines',
  name: 'Rincian imbal jasa · Statement lines',
  icon: 'receipt_long',
  description: 'Tabel rincian imbal jasa sebulan · The lines of a month as a table',
  component: StatementLines,
  types: ['json'],
  group: 'other',
  options: [],
};

export default statementLinesInterface;
