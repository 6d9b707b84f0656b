/** Who reads monev reports and awards, and who says by which rules kader are nominated. The server makes the records. */
import { forKader, forKaderWithoutNote, forOwnBranch, type Matrix, readAll, readOwnBranch } from '../access-grants.ts';
import { both, nationalOrOwnBranch, ofOwnBranch, ofOwnKader } from '../access-rules.ts';

export const reportAccess = {
  monev_report: {
    head: { read: readOwnBranch, update: { fields: { only: ['note'] }, rows: ofOwnBranch() } },
    staff: { read: readOwnBranch },
    auditor: { read: readAll },
  },
  award_rule: {
    head: {
      create: { fields: 'all', ...forOwnBranch },
      read: { fields: 'all', rows: nationalOrOwnBranch() },
      update: { fields: { except: ['branch'] }, rows: ofOwnBranch() },
    },
    staff: { read: { fields: 'all', rows: nationalOrOwnBranch() } },
    kader: { read: { fields: forKader, rows: both(nationalOrOwnBranch(), { active: { _eq: true } }) } },
    auditor: { read: readAll },
  },
  award: {
    head: { read: readOwnBranch, update: { fields: { only: ['note'] }, rows: ofOwnBranch() } },
    staff: { read: readOwnBranch },
    kader: { read: { fields: forKaderWithoutNote, rows: ofOwnKader() } },
    auditor: { read: readAll },
  },
} as const satisfies Partial<Matrix>;
