import { monthWords } from '../../core/calendar-words.ts';
import type { Period } from '../../core/period.ts';
import { refusal } from '../errors.ts';
import { tell } from '../notices/tell.ts';
import type { FlowContext } from '../operations/flow-context.ts';
import { idsTold } from '../operations/told.ts';
import { makeReport, type ReportMade } from './make-report.ts';

/**
 * Makes the reports of the months that a flow names, on behalf of whoever set it off, and tells them where each is. Refused as
 * makeReport does, as KADER_FLOW_VALUE, and as KADER_PERIOD_UNKNOWN where no month is named.
 */
export async function reportByFlow(told: unknown, context: FlowContext, now: () => Date): Promise<ReportMade[]> {
  const { database, services, accountability } = context;
  const ids = idsTold(told, 'period');
  if (ids.length === 0) throw refusal('KADER_PERIOD_UNKNOWN');
  const schema = await context.getSchema();
  const made: ReportMade[] = [];
  for (const period of ids) {
    const report = await makeReport({ knex: database, schema, services, accountability, now }, period);
    made.push(report);
    await tellMade(report, context);
  }
  return made;
}

/** Tells who asked for it; the report is kept already, and a failure to say so is logged. */
async function tellMade(report: ReportMade, { accountability, database, logger }: FlowContext): Promise<void> {
  if (!accountability?.user) return;
  const month = monthWords(report.month as Period);
  try {
    await tell(database, {
      to: [accountability.user],
      about: 'monev_report',
      item: report.id,
      subject: { id: `Laporan Monev ${month.id} sudah jadi`, en: `The monev report of ${month.en} is ready` },
      message: { id: 'Unduh PDF dan XLSX-nya dari laporan itu.', en: 'Download its PDF and XLSX from the report.' },
    });
  } catch (error) {
    logger.warn({ error, report: report.id }, 'Kader JKN: the report is kept, but its notification could not be made');
  }
}
