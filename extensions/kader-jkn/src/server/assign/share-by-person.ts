import type { Knex } from 'knex';
import type { Assigned, Proposal, ShareRequest } from '../../contract/assignments.ts';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { proposeFamilies, writeProposed } from './assign-families.ts';
import { type CallingBranch, callingBranch, fromDateIn } from './calling-branch.ts';
import { describeProposal, fingerprintOf } from './describe-proposal.ts';
import { inTransaction } from './in-transaction.ts';

/** Shows who would get the families of the caller's branch that nobody holds. Writes nothing. */
export async function previewSharing(desk: Desk, asked: ShareRequest): Promise<Proposal> {
  const branch = await callingBranch(desk, asked.branch);
  return await inTransaction(desk.knex, async (trx) => await propose(trx, branch, asked));
}

/** Proposes and writes at once, for who does not look in between. */
export async function shareNow(desk: Desk, asked: ShareRequest): Promise<Proposal> {
  const branch = await callingBranch(desk, asked.branch);
  return await inTransaction(desk.knex, async (trx) => {
    const proposal = await propose(trx, branch, asked);
    await write(trx, branch, proposal, desk);
    return proposal;
  });
}

/** Does what was shown; refused as KADER_PROPOSAL_CHANGED where the same question has another answer by now. */
export async function applySharing(desk: Desk, asked: ShareRequest & { fingerprint: string }): Promise<Assigned> {
  const branch = await callingBranch(desk, asked.branch);
  return await inTransaction(desk.knex, async (trx) => {
    const proposal = await propose(trx, branch, asked);
    if (proposal.fingerprint !== asked.fingerprint) throw refusal('KADER_PROPOSAL_CHANGED');
    return { assigned: await write(trx, branch, proposal, desk), left: proposal.left };
  });
}

/** Gives the families that stand proposed to their kader; returns how many. */
async function write(trx: Knex, branch: CallingBranch, { from_date }: Proposal, desk: Desk): Promise<number> {
  const by = desk.accountability.user;
  return await writeProposed(trx, { branch: branch.id, from_date, reason: 'list', by });
}

async function propose(trx: Knex, branch: CallingBranch, asked: ShareRequest): Promise<Proposal> {
  const from_date = fromDateIn(branch, asked.from_date);
  const { above_capacity } = asked;
  const proposed = await proposeFamilies(trx, { branch: branch.id, families: 'unassigned', from_date, above_capacity });
  const { desa, kader } = await describeProposal(trx, proposed);
  const assigned = kader.reduce((sum, { before, after }) => sum + after - before, 0);
  const fingerprint = `${from_date} ${await fingerprintOf(trx, 'kader_placed')}`;
  return { from_date, fingerprint, capacity: proposed.capacity, desa, kader, assigned, left: proposed.left };
}
