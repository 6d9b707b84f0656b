import type { Knex } from 'knex';
import type { Moved, MoveProposal, MoveRequest } from '../../contract/assignments.ts';
import type { DateText, Id } from '../../contract/records.ts';
import type { Desk } from '../desk/desk.ts';
import { refusal } from '../errors.ts';
import { type CallingBranch, callingBranch, fromDateIn } from './calling-branch.ts';
import { describeProposal, fingerprintOf } from './describe-proposal.ts';
import { inTransaction } from './in-transaction.ts';
import { type FamiliesToMove, holdFamilies, proposeMove, writeMove } from './reassign.ts';

interface MovingSums {
  families: number;
  months: number;
  released: number;
  later: number;
  latest: DateText | null;
}

/** Shows what moving families of a kader would do. Writes nothing. */
export async function previewMove(desk: Desk, from: Id, asked: MoveRequest): Promise<MoveProposal> {
  const branch = await branchOf(desk, from);
  return await inTransaction(desk.knex, async (trx) => await propose(trx, toMove(desk, branch, from, asked)));
}

/** Does what was shown; refused as KADER_PROPOSAL_CHANGED where the same question has another answer by now. */
export async function applyMove(desk: Desk, from: Id, asked: MoveRequest & { fingerprint: string }): Promise<Moved> {
  const branch = await branchOf(desk, from);
  const move = toMove(desk, branch, from, asked);
  return await inTransaction(desk.knex, async (trx) => {
    await holdFamilies(trx, move);
    const { fingerprint, left } = await propose(trx, move);
    if (fingerprint !== asked.fingerprint) throw refusal('KADER_PROPOSAL_CHANGED');
    return { ...(await writeMove(trx, move)), left };
  });
}

async function branchOf(desk: Desk, kader: Id): Promise<CallingBranch> {
  const found = await desk.knex('kader').where({ id: kader }).first<{ branch: Id }>('branch');
  if (!found) throw refusal('KADER_NOT_ALLOWED');
  return await callingBranch(desk, found.branch);
}

function toMove(desk: Desk, branch: CallingBranch, from: Id, asked: MoveRequest): FamiliesToMove {
  return { ...asked, from, from_date: fromDateIn(branch, asked.from_date), by: desk.accountability.user };
}

async function propose(trx: Knex, move: FamiliesToMove): Promise<MoveProposal> {
  const { loads, left, desaLeft, capacity } = await proposeMove(trx, move);
  if (move.to === null) await noneIsPlaced(trx);
  const { families, months, ...sums } = await sumsOf(trx, move.from_date);
  const giver = { kader: move.from, families, months };
  const { desa, kader } = await describeProposal(trx, { loads, desaLeft, capacity, giver });
  const { from_date } = move;
  const fingerprint = `${from_date} ${await fingerprintOf(trx, 'kader_moving')}`;
  return { from_date, fingerprint, capacity, desa, kader, left, assigned: families - sums.released, ...sums };
}

async function noneIsPlaced(trx: Knex): Promise<void> {
  await trx.raw('drop table if exists pg_temp.kader_placed');
  await trx.raw(`create temporary table kader_placed on commit drop as
    select m.binaan, m.kader, b.area, b.owed_months from kader_moving m join binaan b on b.id = m.binaan where false`);
}

async function sumsOf(trx: Knex, from_date: DateText): Promise<MovingSums> {
  const { rows } = await trx.raw<{ rows: MovingSums[] }>(
    `select count(*)::integer as families, coalesce(sum(b.owed_months), 0)::integer as months,
       count(*) filter (where m.kader is null)::integer as released,
       count(*) filter (where m.first_day > cast(? as date))::integer as later,
       (max(m.first_day) filter (where m.first_day > cast(? as date)))::text as latest
     from kader_moving m join binaan b on b.id = m.binaan`,
    [from_date, from_date],
  );
  const [sums] = rows;
  if (sums === undefined) throw new RangeError('An aggregate has one row');
  return sums;
}
