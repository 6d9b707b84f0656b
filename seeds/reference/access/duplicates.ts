import { type Grants, type Matrix, readAll } from '../access-grants.ts';
import { either, ofOwnBranch } from '../access-rules.ts';

/** A pair across branches is seen by both; of the other branch's family they read no more than that it is there. */
const ofEither: Grants = { read: { fields: 'all', rows: either(ofOwnBranch(), ofOwnBranch('other_branch')) } };

/** Pairs are found by the server and decided through its endpoints, never written by hand. */
export const duplicateAccess = {
  family_duplicate: { head: ofEither, staff: ofEither, auditor: { read: readAll } },
} as const satisfies Pick<Matrix, 'family_duplicate'>;
