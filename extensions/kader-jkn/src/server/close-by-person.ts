import type { Accountability, ApiExtensionContext } from '@directus/types';
import type { Id } from '../contract/records.ts';
import { monthWords } from '../core/calendar-words.ts';
import type { Period } from '../core/period.ts';
import { leadsBranch } from './caller.ts';
import { languageOf } from './caller-language.ts';
import { type ClosedPeriod, closePeriod } from './close-period.ts';
import { type Language, refusal } from './errors.ts';
import { rollUpMonth } from './monev/roll-up/roll-up-month.ts';

type Context = Pick<ApiExtensionContext, 'database' | 'services' | 'getSchema' | 'logger'> & {
  accountability: Accountability | null;
};

/**
 * Closes the months that a flow names (an id or several, as numbers or text), oldest first, for a head of their branch or
 * an administrator; whoever may read a month may press the button, so the role is checked here. Refused as closePeriod
 * does, and as KADER_PERIOD_UNKNOWN or KADER_NOT_ALLOWED.
 */
export async function closeByPerson(told: unknown, context: Context, now: Date): Promise<ClosedPeriod[]> {
  const { database, accountability } = context;
  const ids = idsOf(told);
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
    await tell(one, context);
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

/** Ids are kept in a four-byte column. */
const largestId = 2_147_483_647;

function idsOf(told: unknown): Id[] {
  const all: unknown[] = Array.isArray(told) ? told : String(told ?? '').split(',');
  const ids = all.map((one) => Number(String(one).replace(/[[\]"\s]/g, '')));
  return [...new Set(ids.filter((id) => Number.isInteger(id) && id > 0 && id <= largestId))];
}

/** Tells who closed it what came of it. As the system: a head may not write notifications, and the month is closed already. */
async function tell(closed: ClosedPeriod, context: Context): Promise<void> {
  const { accountability, database, services, getSchema, logger } = context;
  if (!accountability?.user) return;
  try {
    const notifications = new services.NotificationsService({ schema: await getSchema(), knex: database });
    const { subject, message } = notice(closed, await languageOf(accountability, database));
    await notifications.createOne({
      recipient: accountability.user,
      subject,
      message,
      collection: 'period',
      item: String(closed.period),
    });
  } catch (error) {
    logger.warn(
      { error, period: closed.period },
      'Kader JKN: the month is closed, but its notification could not be made',
    );
  }
}

function notice(closed: ClosedPeriod, language: Language): { subject: string; message: string } {
  const { branchName, kader_count: kader, warnings_given: warnings, reviews_opened: reviews } = closed;
  const month = monthWords(closed.month as Period);
  if (language === 'en') {
    return {
      subject: `${branchName}: ${month.en} is closed`,
      message: `Statements made: ${kader}. Warnings: ${warnings}. Reviews opened: ${reviews}.`,
    };
  }
  return {
    subject: `${branchName}: ${month.id} sudah ditutup`,
    message: `Perhitungan imbal jasa dibuat: ${kader}. Peringatan: ${warnings}. Peninjauan dibuka: ${reviews}.`,
  };
}
