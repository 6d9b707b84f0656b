import type { Knex } from 'knex';
import type { ReportAgeing, ReportFigures, ReportReach, ReportWorkforce } from '../../../contract/monev-report.ts';
import type { MonthText } from '../../../contract/records.ts';
import { afterMonth } from '../after-month.ts';
import { ageingAnswer } from '../ageing.ts';
import { contactsAnswer } from '../contacts.ts';
import { funnelAnswer } from '../funnel.ts';
import { promisesAnswer } from '../promises.ts';
import { reached } from '../reached.ts';
import type { MonevScope } from '../scope.ts';
import { workforceAnswer } from '../workforce.ts';

type Told = Pick<ReportFigures, 'contacts' | 'reach' | 'workforce' | 'ageing'>;

/** What was done in the field, by whom, and what is owed at the end of the month. */
export async function reportField(knex: Knex, scope: MonevScope, month: MonthText): Promise<Told> {
  const span = { from: month, to: month, months: null };
  const now = afterMonth(month);
  const [funnel, contacts, promises, visited, workforce, ageing] = await Promise.all([
    funnelAnswer(knex, scope, span, now),
    contactsAnswer(knex, scope, { ...span, by: 'month', shared: false }, now),
    promisesAnswer(knex, scope, { ...span, by: 'month', shared: false }, now),
    visitedIn(knex, scope, month),
    workforceOf(knex, scope, month),
    ageingOf(knex, scope, month),
  ]);
  const familiesAt = (stage: Exclude<keyof ReportReach, 'visited'>) =>
    funnel.steps.find((step) => step.stage === stage)?.families ?? 0;
  const { kept, broken, open, rate } = promises.total;
  const channel = (name: 'visit' | 'whatsapp' | 'phone') =>
    contacts.channels.find((one) => one.channel === name)?.families ?? 0;
  return {
    reach: {
      listed: familiesAt('listed'),
      contacted: familiesAt('contacted'),
      visited,
      promised: familiesAt('promised'),
      paid: familiesAt('paid'),
    },
    contacts: {
      contacts: funnel.contacts,
      family_days: contacts.total.families,
      daily: contacts.total.daily,
      daily_due: contacts.total.due,
      visit: channel('visit'),
      whatsapp: channel('whatsapp'),
      phone: channel('phone'),
      education: contacts.education,
      officers: contacts.officers ?? 0,
      outcomes: funnel.outcomes.map(({ outcome, contacts: of }) => ({ outcome, contacts: of })),
      promises: { kept, broken, open, rate },
    },
    workforce,
    ageing,
  };
}

async function visitedIn(knex: Knex, { branches }: MonevScope, month: MonthText): Promise<number> {
  const rows = await reached(knex, {
    branches: branches.map(({ id }) => id),
    from: month,
    to: month,
    stages: ['visited'],
    parts: ['whole'],
  });
  return rows.reduce((sum, { families }) => sum + families, 0);
}

async function workforceOf(knex: Knex, scope: MonevScope, month: MonthText): Promise<ReportWorkforce> {
  const asked = { from: month, to: month, months: null };
  const { before, joined, left, total, reasons } = await workforceAnswer(knex, scope, asked, afterMonth(month));
  return { before, joined, left, now: total.realised ?? 0, target: total.target, reasons };
}

async function ageingOf(knex: Knex, scope: MonevScope, month: MonthText): Promise<ReportAgeing | null> {
  const { gap, total, bands } = await ageingAnswer(knex, scope, { to: month }, afterMonth(month));
  return gap === null ? { total, bands } : null;
}
