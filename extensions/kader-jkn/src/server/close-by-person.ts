import type { Id } from '../contract/records.ts';
import { leadsBranch } from './caller.ts';
import { type ClosedPeriod, closePeriod } from './close-period.ts';
import { refusal } from './errors.ts';
import { rollUpMonth } from './monev/roll-up/roll-up-month.ts';
import type { FlowContext } from './operations/flow-context.ts';
import { idsTold } from './operations/told.ts';

type Context = Pick<FlowContext, 'database' | 'logger' | 'accountability'>;

/**
 * Closes the months that a flow names, oldest first, for a head of their branch, an administrator, or a flow that nobody set
 * off; whoever may read a month may press the button, so the role is checked here. Refused as closePeriod does, and as
 * KADER_FLOW_VALUE, KADER_PERIOD_UNKNOWN or KADER_NOT_ALLOWED; months closed before the one refused stay closed.
 */
export async function closeByPerson(told: unknown, context: Context, now: Date): Promise<ClosedPeriod[]> {
  const { database, accountability } = context;
  const ids = idsTold(told, 'period');
  const months: { id: Id; branch: Id }[] = await database('period')
    .whereIn('id', ids)
    .orderBy('month')
    .select('id', 'branch');
  if (ids.length === 0 || months.length !== ids.length) throw refusal('KADER_PERIOD_UNKNOWN');
  for (const { branch } of months) {
    if (!(await leadsBranch(database, accountability, branch))) throw refusal('KADER_NOT_ALLOWED');
  }

  const closed: ClosedPeriod[] = [];
  for (const { id } of months) {
    const one = await closePeriod(database, { period: id, by: accountability?.user ?? null, now });
    closed.push(one);
    await keepFigures(one, context);
  }
  return closed;
}

/** What monev tells of the month is kept at once; where that fails, the hourly upkeep does it. */
async function keepFigures({ period }: ClosedPeriod, { database, logger }: Context): Promise<void> {
  try {
    await rollUpMonth(database, period);
  } catch (error) {
    logger.error(error, 'Kader JKN: the figures of a closed month are not kept yet');
  }
}
