import type { Accountability, ApiExtensionContext } from '@directus/types';
import type { Id } from '../../contract/records.ts';
import { monthWords } from '../../core/calendar-words.ts';
import type { Period } from '../../core/period.ts';
import { languageOf } from '../caller-language.ts';
import { refusal } from '../errors.ts';
import { makeReport, type ReportMade } from './make-report.ts';

type Context = Pick<ApiExtensionContext, 'database' | 'services' | 'getSchema' | 'logger'> & {
  accountability: Accountability | null;
};

/** Ids are kept in a four-byte column. */
const largestId = 2_147_483_647;

/** Ids as a flow tells them: one or several, as numbers or text. */
function idsOf(told: unknown): Id[] {
  const all: unknown[] = Array.isArray(told) ? told : String(told ?? '').split(',');
  const ids = all.map((one) => Number(String(one).replace(/[[\]"\s]/g, '')));
  return [...new Set(ids.filter((id) => Number.isInteger(id) && id > 0 && id <= largestId))];
}

/**
 * Makes the reports of the months that a flow names, on behalf of whoever set it off, and tells them where each is. Refused as
 * makeReport does, and as KADER_PERIOD_UNKNOWN where no month is named.
 */
export async function reportByFlow(told: unknown, context: Context, now: () => Date): Promise<ReportMade[]> {
  const { database, services, accountability } = context;
  const ids = idsOf(told);
  if (ids.length === 0) throw refusal('KADER_PERIOD_UNKNOWN');
  const schema = await context.getSchema();
  const made: ReportMade[] = [];
  for (const period of ids) {
    const report = await makeReport({ knex: database, schema, services, accountability, now }, period);
    made.push(report);
    await tell(report, context);
  }
  return made;
}

/** Tells who asked for it. As the system: nobody may write notifications, and the report is kept already. */
async function tell(report: ReportMade, context: Context): Promise<void> {
  const { accountability, database, services, getSchema, logger } = context;
  if (!accountability?.user) return;
  try {
    const notifications = new services.NotificationsService({ schema: await getSchema(), knex: database });
    const month = monthWords(report.month as Period);
    const isEnglish = (await languageOf(accountability, database)) === 'en';
    await notifications.createOne({
      recipient: accountability.user,
      subject: isEnglish ? `The monev report of ${month.en} is ready` : `Laporan Monev ${month.id} sudah jadi`,
      message: isEnglish ? 'Download its PDF and XLSX from the report.' : 'Unduh PDF dan XLSX-nya dari laporan itu.',
      collection: 'monev_report',
      item: String(report.id),
    });
  } catch (error) {
    logger.warn({ error, report: report.id }, 'Kader JKN: the report is kept, but its notification could not be made');
  }
}
