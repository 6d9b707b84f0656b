import { forOwnBranch, type Matrix, readAll } from '../access-grants.ts';
import { nationalOrOwnBranch, ofOwnBranch } from '../access-rules.ts';

/** A head words what the own branch sends; the national templates are the administrators'. */
export const templateAccess = {
  message_template: {
    head: {
      create: { fields: 'all', ...forOwnBranch },
      read: { fields: 'all', rows: nationalOrOwnBranch() },
      update: { fields: { except: ['branch'] }, rows: ofOwnBranch() },
    },
    staff: { read: { fields: 'all', rows: nationalOrOwnBranch() } },
    auditor: { read: readAll },
  },
} as const satisfies Pick<Matrix, 'message_template'>;
