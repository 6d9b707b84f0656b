import type { Knex } from 'knex';
import type { Assigned, LeftCounts } from '../../contract/assignments.ts';
import type { AssignmentReason, DateText, Id, UserId } from '../../contract/records.ts';
import { countLeft, type Placed, placeFamilies } from './place-families.ts';
import { readPolicy } from './read-policy.ts';
import { type FamilyQuery, stageFamilies, unheldFamilies } from './stage-families.ts';

/** Which families to give to kader, from which day. */
export interface FamiliesToAssign {
  branch: Id;
  /** their ids, or every family of the branch that nobody holds from that day on */
  families: readonly Id[] | 'unassigned';
  from_date: DateText;
  /** null: a process */
  by: UserId | null;
  /** also families that take a kader above the policy's families_per_kader */
  above_capacity?: boolean;
  /** kept with every assignment; `list` unless said otherwise */
  reason?: AssignmentReason;
}

/**
 * Gives families that nobody holds to the kader of their desa, and says how many were left and why. A handful of statements
 * whatever the number, in the caller's transaction. Refused as KADER_NO_POLICY.
 */
export async function assignFamilies(trx: Knex, asked: FamiliesToAssign): Promise<Assigned> {
  const { branch, from_date, by, reason = 'list' } = asked;
  const { left } = await proposeFamilies(trx, asked);
  return { assigned: await writeProposed(trx, { branch, from_date, reason, by }), left };
}

/** Gives the families of kader_placed to their kader; returns how many. */
export async function writeProposed(
  trx: Knex,
  { branch, from_date, reason, by }: { branch: Id; from_date: DateText; reason: AssignmentReason; by: UserId | null },
): Promise<number> {
  const { rowCount } = await trx.raw(
    `insert into assignment (binaan, kader, branch, from_date, reason, date_created, user_created)
     select p.binaan, p.kader, ?, ?, ?, now(), ? from kader_placed p order by p.binaan`,
    [branch, from_date, reason, by],
  );
  return rowCount;
}

/** Who would get which families of a branch: what is proposed stands in the temporary table kader_placed (binaan, kader). */
export interface Proposed {
  loads: Placed['loads'];
  left: LeftCounts;
  /** the same by desa, of those that may be a kader's */
  desaLeft: Placed['left'];
  /** families a kader; null: no limit */
  capacity: number | null;
}

export interface FamiliesToPropose
  extends Pick<FamiliesToAssign, 'branch' | 'families' | 'from_date' | 'above_capacity'> {
  /** families of a list that are not in yet, shared with the others */
  arriving?: FamilyQuery;
}

/** Proposes kader for families that nobody holds. One who shares in a branch waits for the other. */
export async function proposeFamilies(trx: Knex, asked: FamiliesToPropose): Promise<Proposed> {
  const { branch, from_date, arriving, above_capacity = false } = asked;
  await lockSharing(trx, branch);
  const policy = await readPolicy(trx, branch, from_date);
  const unheld = unheldFamilies(trx, asked);
  const families = arriving === undefined ? unheld : trx.raw('? union all ?', [unheld, arriving]);
  const ineligible = await stageFamilies(trx, families, policy);
  const capacity = policy.families_per_kader;
  const placed = await placeFamilies(trx, { branch, on: from_date, capacity, aboveCapacity: above_capacity });
  return { loads: placed.loads, desaLeft: placed.left, left: countLeft(ineligible, placed.left), capacity };
}

/** Until the transaction ends, nobody else shares families of the branch. */
export async function lockSharing(trx: Knex, branch: Id): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('kader share ' || ?, 0))`, [branch]);
}
