import type { Knex } from 'knex';
import type { EndRequest, KaderEnded } from '../../contract/life.ts';
import type { Id } from '../../contract/records.ts';
import { familiesFreeFrom } from '../../core/kader-life.ts';
import type { DateText as Day } from '../../core/period.ts';
import { reassignFamilies } from '../assign/reassign.ts';
import { type Desk, itemsFor, visibleRecord } from '../desk/desk.ts';
import { refusal, refusalOf } from '../errors.ts';
import { requireLed } from './lived-kader.ts';

const creditedQuestion = `
  select max((c.paid_at at time zone b.timezone)::date)::text as day
  from collection c
  join branch b on b.id = c.branch
  where c.kader = :kader and c.status <> 'void' and c.reverses is null`;

/**
 * Ends a partnership as its head decided, in one transaction: the families go where the head said from the day after, then
 * the kader ends. No code decides either of them (domain.md, "Fairness"). Candidates may end too: they step back.
 * Refused as KADER_LIFE_UNKNOWN, KADER_NOT_ALLOWED, KADER_ENDED_ALREADY, KADER_END_DAY, KADER_END_BEFORE_CREDIT,
 * KADER_REFERENCE_UNKNOWN, or as the move of the families is.
 */
export async function endPartnership(
  desk: Desk,
  id: Id,
  { ended_on, reason, note = null, families, to = null }: EndRequest & { ended_on: Day },
): Promise<KaderEnded> {
  return await desk.knex.transaction(async (trx) => {
    const within: Desk = { ...desk, knex: trx };
    await trx('kader').where({ id }).forNoKeyUpdate().first('id');
    const kader = await requireLed(within, id);
    if (kader.status === 'ended') throw refusal('KADER_ENDED_ALREADY', { date: kader.ended_on });
    if (families === 'give') await requireTaker(within, id, to);

    const free = familiesFreeFrom(
      { joinedOn: kader.joined_on, creditedOn: await creditedOn(trx, id) },
      ended_on,
      kader.today,
    );
    if (!free.ok) throw refusalOf(free);
    const moved = await reassignFamilies(trx, {
      from: id,
      to: families === 'give' ? to : families === 'share' ? 'share' : null,
      families: 'all',
      from_date: free.value,
      reason: 'ended',
      by: desk.accountability.user,
      unplaced: 'release',
    });
    await itemsFor(within, 'kader').updateOne(id, { status: 'ended', ended_on, end_reason: reason, end_note: note });
    return { id, ended_on, assigned: moved.assigned, released: moved.released };
  });
}

/** The kader to whom families are given: another one, whom the caller may see. */
async function requireTaker(desk: Desk, from: Id, to: Id | null): Promise<void> {
  if (to === null || to === from || (await visibleRecord(desk, 'kader', to, ['id'])) === null) {
    throw refusal('KADER_REFERENCE_UNKNOWN', { field: 'to' });
  }
}

async function creditedOn(knex: Knex, kader: Id): Promise<Day | null> {
  const { rows } = await knex.raw<{ rows: [{ day: Day | null }] }>(creditedQuestion, { kader });
  return rows[0].day;
}
