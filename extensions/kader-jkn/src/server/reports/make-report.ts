import type { Accountability, ExtensionsServices, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import type { ReportFigures, ReportNames } from '../../contract/monev-report.ts';
import type { FileId, Id, Moment, MonthText, PeriodStatus } from '../../contract/records.ts';
import { dateOf } from '../../core/period.ts';
import type { MonevReportDocument } from '../../documents/index.ts';
import { worksForBranch } from '../caller.ts';
import { refusal } from '../errors.ts';
import { bundleVersion } from '../install/version.ts';
import { loadDocuments } from '../load-documents.ts';
import { reportFigures } from '../monev/report-figures.ts';
import { rollUpMonth } from '../monev/roll-up/roll-up-month.ts';
import { type MadeDocument, storeDocument } from '../store-document.ts';
import { figuresHash } from './figures-hash.ts';
import { readMeeting } from './read-meeting.ts';

/** Who has a report made, and the Directus that keeps it. Without an accountability: a process of ours. */
export interface ReportMaker {
  knex: Knex;
  schema: SchemaOverview;
  services: Pick<ExtensionsServices, 'FilesService'>;
  accountability: Accountability | null;
  now: () => Date;
}

export interface ReportMade {
  id: Id;
  branch: Id;
  month: MonthText;
  made_at: Moment;
  version: string;
  figures_hash: string;
}

interface ClosedMonth {
  id: Id;
  branch: Id;
  month: MonthText;
  status: PeriodStatus;
  closed_at: Date | null;
  closed_name: string | null;
}

const monthQuestion = `
  select p.id, p.branch, p.month, p.status, p.closed_at,
    (select nullif(concat_ws(' ', u.first_name, u.last_name), '') from directus_users u where u.id = p.closed_by) as closed_name
  from period p`;

/** The month of a branch. Refused as KADER_PERIOD_UNKNOWN. */
export async function monthOfBranch(knex: Knex, asked: { branch: Id; month: MonthText }): Promise<Id> {
  const { rows } = await knex.raw<{ rows: { id: Id }[] }>(
    'select id from period where branch = :branch and month = :month',
    asked,
  );
  const [found] = rows;
  if (found === undefined) throw refusal('KADER_PERIOD_UNKNOWN');
  return found.id;
}

/**
 * Makes the report of a closed month: figures, PDF and XLSX, kept together or not at all. Reports of one close share the
 * figures and names that its first report was made of. For a head or staff of the branch, an administrator, or a process of
 * ours. Refused as KADER_PERIOD_UNKNOWN, KADER_NOT_ALLOWED or KADER_REPORT_OPEN_MONTH.
 */
export async function makeReport(maker: ReportMaker, period: Id): Promise<ReportMade> {
  const { knex } = maker;
  const { rows } = await knex.raw<{ rows: ClosedMonth[] }>(`${monthQuestion} where p.id = :period`, { period });
  const [month] = rows;
  if (month === undefined) throw refusal('KADER_PERIOD_UNKNOWN');
  if (!(await worksForBranch(knex, maker.accountability, month.branch))) throw refusal('KADER_NOT_ALLOWED');
  if (month.status === 'open' || month.closed_at === null) {
    throw refusal('KADER_REPORT_OPEN_MONTH', { month: month.month });
  }
  // a month closed a moment ago is kept first, so that its figures do not move any more
  await rollUpMonth(knex, period);
  const known = (await figuresOfClose(knex, month)) ?? (await reportFigures(knex, month));
  return await keep(maker, month, await documentOf(maker, month, known));
}

interface Known {
  figures: ReportFigures;
  names: ReportNames;
}

async function figuresOfClose(knex: Knex, { id, closed_at }: ClosedMonth): Promise<Known | null> {
  const first = await knex('monev_report')
    .where({ period: id, closed_at })
    .orderBy('id')
    .first<Known | undefined>('figures', 'names');
  return first ?? null;
}

const branchFields = ['code', 'name', 'city', 'address', 'phone', 'head_name', 'head_title', 'timezone'];

async function documentOf(
  { knex, accountability, now }: ReportMaker,
  { branch, month, closed_at, closed_name }: ClosedMonth,
  { figures, names }: Known,
): Promise<MonevReportDocument> {
  const [office, maker] = await Promise.all([
    knex('branch').where({ id: branch }).first(branchFields),
    accountability?.user
      ? knex('directus_users').where({ id: accountability.user }).first('first_name', 'last_name')
      : null,
  ]);
  const today = dateOf(now(), office.timezone);
  return {
    figures,
    names,
    meeting: await readMeeting(knex, { branch, month, today, names }),
    branch: office,
    closed: { at: closed_at?.toISOString() ?? '', name: closed_name },
    made: { at: now().toISOString(), name: [maker?.first_name, maker?.last_name].filter(Boolean).join(' ') || null },
    version: bundleVersion,
    figures_hash: figuresHash(figures),
  };
}

async function keep(maker: ReportMaker, month: ClosedMonth, document: MonevReportDocument): Promise<ReportMade> {
  const { renderMonevReport, writeMonevWorkbook } = await loadDocuments();
  const [pdf, xlsx] = [await renderMonevReport(document), await writeMonevWorkbook(document)];
  const { figures, names, made, version, figures_hash, branch } = document;
  const name = `laporan-monev-${branch.code.replace(/[^\w.-]+/g, '-')}-${month.month}`;
  const title = `Laporan Monev ${branch.name} ${month.month}`;
  return await maker.knex.transaction(async (trx) => {
    await trx.raw("select set_config('kader.reporting', 'on', true)");
    const store = (file: Omit<MadeDocument, 'title'>): Promise<FileId> =>
      storeDocument({ ...maker, knex: trx }, { ...file, title });
    const by = maker.accountability?.user ?? null;
    const [kept] = await trx('monev_report')
      .insert({
        branch: month.branch,
        month: month.month,
        period: month.id,
        made_at: made.at,
        made_by: by,
        version,
        closed_at: month.closed_at,
        figures: JSON.stringify(figures),
        names: JSON.stringify(names),
        figures_hash,
        pdf: await store({ name: `${name}.pdf`, type: 'application/pdf', content: pdf }),
        xlsx: await store({ name: `${name}.xlsx`, type: workbookType, content: xlsx }),
        user_created: by,
        date_created: trx.fn.now(),
      })
      .returning<{ id: Id }[]>('id');
    return {
      id: kept?.id as Id,
      branch: month.branch,
      month: month.month,
      made_at: made.at,
      version,
      figures_hash,
    };
  });
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
