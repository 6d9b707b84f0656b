import type { Knex } from 'knex';
import type { Moved, MoveReason } from '../../contract/assignments.ts';
import type { DateText, Id, UserId } from '../../contract/records.ts';
import { lockSharing } from './assign-families.ts';
import { type MoveQuestion, placeMoving } from './place-moving.ts';

/** Which families of a kader go where, from which day. */
export interface FamiliesToMove {
  from: Id;
  /** a kader; `share`: the other kader of each desa, as assignFamilies would; null: to nobody */
  to: Id | 'share' | null;
  families: readonly Id[] | 'all';
  /** first day with the new kader; days on which `from` is credited already stay with `from` */
  from_date: DateText;
  reason: MoveReason;
  /** null: a process */
  by: UserId | null;
  note?: string | null;
  above_capacity?: boolean;
  /** families that find nobody: stay with `from`, or are held by nobody. `stay` unless said otherwise. */
  unplaced?: 'stay' | 'release';
}

/**
 * Moves families of a kader with their history, in the caller's transaction: the holding so far ends the day before. Days
 * already credited stay with who earned them (design 5.4). `assigned` counts those that went to a kader. Refused as
 * KADER_NOT_ACTIVE and KADER_SAME_HOLDER about the one they go to, and as KADER_NO_POLICY.
 */
export async function reassignFamilies(trx: Knex, asked: FamiliesToMove): Promise<Moved> {
  await holdFamilies(trx, asked);
  const { left } = await proposeMove(trx, asked);
  return { ...(await writeMove(trx, asked)), left };
}

/** Holds the families until the transaction ends, so that a payment which is being recorded is credited first. */
export async function holdFamilies(trx: Knex, { from, families, from_date }: FamiliesToMove): Promise<void> {
  await trx.raw(
    `select from binaan b
     where b.id in (
       select a.binaan from assignment a
       where a.kader = :from and (a.to_date is null or a.to_date >= cast(:from_date as date))
         and (cast(:families as integer[]) is null or a.binaan = any (cast(:families as integer[]))))
     order by b.id
     for no key update`,
    { from, from_date, families: families === 'all' ? null : [...families] },
  );
}

/** What moving would do, in the temporary table kader_moving (holding, binaan, first_day, to_date, kader). */
export async function proposeMove(trx: Knex, asked: FamiliesToMove) {
  const { branch } = await trx('kader').where({ id: asked.from }).first('branch');
  await lockSharing(trx, branch);
  return await placeMoving(trx, { ...asked, branch } satisfies MoveQuestion);
}

/**
 * Writes what kader_moving says: a holding that the move leaves no day of goes, the others end the day before, and the new
 * ones last as long as the old would have.
 */
export async function writeMove(
  trx: Knex,
  { reason, by, note = null }: Pick<FamiliesToMove, 'reason' | 'by' | 'note'>,
): Promise<Omit<Moved, 'left'>> {
  await trx.raw(`
    delete from assignment a using kader_moving m where a.id = m.holding and a.from_date >= m.first_day`);
  await trx.raw(
    `update assignment a set to_date = m.first_day - 1, date_updated = now(), user_updated = ?
     from kader_moving m where a.id = m.holding`,
    [by],
  );
  const { rowCount: assigned } = await trx.raw(
    `insert into assignment (binaan, kader, branch, from_date, to_date, reason, note, date_created, user_created)
     select m.binaan, m.kader, b.branch, m.first_day, m.to_date, ?, ?, now(), ?
     from kader_moving m join binaan b on b.id = m.binaan
     where m.kader is not null
     order by m.binaan`,
    [reason, note, by],
  );
  const released = await trx('kader_moving').whereNull('kader').count({ families: '*' }).first();
  return { assigned, released: Number(released?.['families'] ?? 0) };
}
