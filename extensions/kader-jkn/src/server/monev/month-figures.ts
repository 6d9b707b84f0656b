import type { Knex } from 'knex';
import type { MonevMonth } from '../../contract/monev-records.ts';
import type { Id, MonthText } from '../../contract/records.ts';
import { firstDay, type Period } from '../../core/period.ts';
import { monthFiguresQuestion } from './roll-up/month-figures.ts';
import { type BranchMonths, rolledMonths } from './rolled-months.ts';

type Counted = Omit<MonevMonth, 'id' | 'date_created' | 'date_updated' | 'user_created' | 'user_updated'>;

/** Contacts and promises of one kader (null: of officers) in one month of a branch. */
export interface MonthFigures extends Counted {
  /** as kept when the month was closed; else as of now */
  isKept: boolean;
}

const keptQuestion = `
  select f.branch, f.month, f.kader, f.contacts, f.contact_days, f.family_days, f.visit_families, f.whatsapp_families,
    f.phone_families, f.education_contacts, f.outcomes, f.promises_due, f.promises_kept, f.promises_broken, f.promises_open
  from monev_month f
  join period p on p.branch = f.branch and p.month = f.month and p.status <> 'open' and p.rolled_up_at is not null
  where f.branch = any (cast(:branches as integer[])) and f.month between :from and :to`;

/** What was done in each month of a span, by kader: as kept of closed months, counted of the others. */
export async function monthFigures(knex: Knex, asked: BranchMonths): Promise<MonthFigures[]> {
  const { live } = await rolledMonths(knex, asked);
  const { rows: kept } = await knex.raw<{ rows: Counted[] }>(keptQuestion, {
    branches: [...asked.branches],
    from: asked.from,
    to: asked.to,
  });
  const counted = await Promise.all(live.map(({ branch, month }) => countMonth(knex, branch, month)));
  return [...kept.map((row) => ({ ...row, isKept: true })), ...counted.flat()];
}

async function countMonth(knex: Knex, branch: Id, month: MonthText): Promise<MonthFigures[]> {
  const { rows } = await knex.raw<{ rows: Omit<Counted, 'branch' | 'month'>[] }>(monthFiguresQuestion, {
    branch,
    first: firstDay(month as Period),
  });
  return rows.map((row) => ({ ...row, branch, month, isKept: false }));
}
