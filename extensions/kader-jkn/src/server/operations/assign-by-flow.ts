import type { FamiliesShared } from '../../contract/operations.ts';
import type { Id } from '../../contract/records.ts';
import { previewSharing, shareNow } from '../assign/share-by-person.ts';
import type { Desk } from '../desk/desk.ts';
import { branchToWriteIn } from './branches-of.ts';
import { dateTold, flagTold, idsTold } from './told.ts';

/** Options as a flow gives them. */
export interface SharingAsked {
  branch?: unknown;
  from_date?: unknown;
  above_capacity?: unknown;
  /** yes unless told otherwise */
  only_propose?: unknown;
}

/**
 * Proposes kader for the families of a branch (or several) that nobody holds, and gives them where the flow says so: all
 * branches or none. For a head or staff of the branch, an administrator, the system. Refused as callingBranch and fromDateIn
 * refuse, and as KADER_FLOW_VALUE, KADER_FLOW_BRANCH or KADER_NO_POLICY.
 */
export async function assignByFlow(desk: Desk, asked: SharingAsked): Promise<FamiliesShared[]> {
  const from_date = dateTold(asked.from_date, 'from_date');
  const above_capacity = flagTold(asked.above_capacity, false, 'above_capacity');
  const onlyPropose = flagTold(asked.only_propose, true, 'only_propose');
  const named = idsTold(asked.branch, 'branch');
  const branches = named.length > 0 ? named : [await branchToWriteIn(desk, null)];

  const share = onlyPropose ? previewSharing : shareNow;
  return await desk.knex.transaction(async (knex) => {
    const shared: FamiliesShared[] = [];
    for (const branch of branches) {
      const proposal = await share({ ...desk, knex }, { branch, from_date, above_capacity });
      const { assigned, left, kader } = proposal;
      shared.push({
        branch: await nameOf({ ...desk, knex }, branch),
        written: !onlyPropose,
        from_date: proposal.from_date,
        assigned,
        left,
        kader,
      });
    }
    return shared;
  });
}

async function nameOf({ knex }: Desk, branch: Id): Promise<FamiliesShared['branch']> {
  return await knex('branch').where({ id: branch }).first('id', 'name');
}
