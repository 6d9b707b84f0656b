import type { InterfaceConfig } from '@directus/extensions';
import StatementLines from './interface.vue';

/**
 * Shows a kader, and the head who answers for it, the lines of a statement: each rests on payments, families and months, says
 * what came late, and opens the sentence that explains it.
 */
const statementLinesInterface: InterfaceConfig = {
  id: 'kader-statement-lines',
  name: 'Rincian imbal jasa · Statement lines',
  icon: 'receipt_long',
  description: 'Rincian imbal jasa sebulan dan penjelasannya · The lines of a month and why',
  component: StatementLines,
  types: ['json'],
  group: 'other',
  options: [],
};

export default statementLinesInterface;
