import { forKaderWithoutNote, forOwnBranch, type Matrix, readAll, readOwnBranch } from '../access-grants.ts';
import { ofOwnBranch } from '../access-rules.ts';

/** The head decides how the branch works in an area, staff write it down; kader and telekolekting may read it. */
export const workModeAccess = {
  work_mode: {
    head: {
      create: { fields: 'all', ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { except: ['branch'] }, rows: ofOwnBranch() },
      delete: { fields: 'all', rows: ofOwnBranch() },
    },
    staff: {
      create: { fields: 'all', ...forOwnBranch },
      read: readOwnBranch,
      update: { fields: { except: ['branch'] }, rows: ofOwnBranch() },
    },
    telekolekting: { read: readOwnBranch },
    kader: { read: { fields: forKaderWithoutNote, rows: ofOwnBranch() } },
    auditor: { read: readAll },
  },
} as const satisfies Pick<Matrix, 'work_mode'>;
