import type { Knex } from 'knex';
import type { RefusalNotice } from '../../contract/desk.ts';
import type { KaderWithoutAccount, MonthTotals, PeriodStepsShown } from '../../contract/period-steps.ts';
import type { DateText, Id, Moment } from '../../contract/records.ts';
import { addMonths, dateOf, firstDay } from '../../core/period.ts';
import { checkApproval, checkReopening } from '../../core/period-steps.ts';
import type { Result } from '../../core/result.ts';
import { leadsBranch } from '../caller.ts';
import type { Desk } from '../desk/desk.ts';
import { visibleRecord } from '../desk/desk.ts';
import { codeOf, refusal } from '../errors.ts';
import { readKeptPayout } from '../payout/keep-payout.ts';
import { readSteppedMonth } from './stepped-month.ts';

/** What a caller must be able to read of the month before its steps are shown. */
const fieldsShown = ['id', 'status', 'closed_at', 'approved_at', 'paid_at', 'commission_total'];

interface SignedRow {
  closed_at: Date | null;
  closed_name: string | null;
  approved_at: Date | null;
  approved_name: string | null;
  paid_at: Date | null;
  paid_name: string | null;
  payment_reference: string | null;
  paid_on: DateText | null;
  reopened_at: Date | null;
  reopened_name: string | null;
  reopened_reason: string | null;
}

const nameOf = (who: string) =>
  `(select nullif(concat_ws(' ', u.first_name, u.last_name), '') from directus_users u where u.id = p.${who})`;

// A signature is part of the books: whoever may read the month may read the name under it.
const signedQuestion = `
  select p.closed_at, ${nameOf('closed_by')} as closed_name, p.approved_at, ${nameOf('approved_by')} as approved_name,
    p.paid_at, ${nameOf('paid_by')} as paid_name, p.payment_reference, p.paid_on::text as paid_on,
    p.reopened_at, ${nameOf('reopened_by')} as reopened_name, p.reopened_reason
  from period p
  where p.id = :period`;

const totalsQuestion = `
  select count(*)::integer as statements, count(*) filter (where s.net > 0)::integer as payable,
    coalesce(sum(s.gross), 0) as gross, coalesce(sum(s.withholding), 0) as withholding, coalesce(sum(s.net), 0) as net
  from commission s
  where s.period = :period and s.status <> 'draft'`;

const withoutAccountQuestion = `
  select k.id, k.code, k.name, s.net
  from commission s
  join kader k on k.id = s.kader
  where s.period = :period and s.status <> 'draft' and s.net > 0 and coalesce(btrim(k.bank_account), '') = ''
  order by k.name, k.id`;

const disputesQuestion = `
  select count(*)::integer as disputes
  from dispute d
  join commission s on s.id = d.statement
  where s.period = :period and d.status = 'open'`;

/**
 * The steps of a month: where it stands, who brought it there and when, what the next one would do, and why it is refused to
 * the caller. Refused as KADER_PERIOD_UNKNOWN for whoever may not read the month.
 */
export async function readSteps(desk: Desk, period: Id): Promise<PeriodStepsShown> {
  const { knex, accountability } = desk;
  if ((await visibleRecord(desk, 'period', period, fieldsShown)) === null) throw refusal('KADER_PERIOD_UNKNOWN');
  const month = await readSteppedMonth(knex, period);
  const leads = await leadsBranch(knex, accountability, month.branch);
  return {
    id: month.id,
    branch_name: month.branchName,
    timezone: month.timezone,
    month: month.month,
    status: month.status,
    ...(await readSignatures(knex, period)),
    totals: await readTotals(knex, period),
    without_account: leads ? await kaderWithoutAccount(knex, period) : [],
    open_disputes: await countOpenDisputes(knex, period),
    payout_kept: leads ? await readKeptPayout(knex, period) : null,
    leads,
    approve_refused: noticeOf(checkApproval(month, accountability.user)),
    reopen_refused: noticeOf(checkReopening(month)),
    paid_from: firstDay(addMonths(month.month, 1)),
    paid_until: dateOf(desk.now(), month.timezone),
  };
}

/** Who closed, approved and paid a month, by name, and when; elevated as the question above says. */
export async function readSignatures(
  knex: Knex,
  period: Id,
): Promise<Pick<PeriodStepsShown, 'closed' | 'approved' | 'paid' | 'reopened'>> {
  const { rows } = await knex.raw<{ rows: [SignedRow] }>(signedQuestion, { period });
  const [row] = rows;
  const signed = (name: string | null, at: Date | null) => (at === null ? null : { name, at: momentOf(at) });
  const paid = signed(row.paid_name, row.paid_at);
  const reopened = signed(row.reopened_name, row.reopened_at);
  return {
    closed: signed(row.closed_name, row.closed_at),
    approved: signed(row.approved_name, row.approved_at),
    paid: paid && { ...paid, reference: row.payment_reference, on: row.paid_on },
    reopened: reopened && { ...reopened, reason: row.reopened_reason ?? '' },
  };
}

async function readTotals(knex: Knex, period: Id): Promise<MonthTotals> {
  type Row = Pick<MonthTotals, 'statements' | 'payable'> & { gross: string; withholding: string; net: string };
  const { rows } = await knex.raw<{ rows: [Row] }>(totalsQuestion, { period });
  const [{ statements, payable, gross, withholding, net }] = rows;
  return { statements, payable, gross: Number(gross), withholding: Number(withholding), net: Number(net) };
}

async function kaderWithoutAccount(knex: Knex, period: Id): Promise<KaderWithoutAccount[]> {
  const { rows } = await knex.raw<{ rows: KaderWithoutAccount[] }>(withoutAccountQuestion, { period });
  return rows.map((row) => ({ ...row, net: Number(row.net) }));
}

async function countOpenDisputes(knex: Knex, period: Id): Promise<number> {
  const { rows } = await knex.raw<{ rows: [{ disputes: number }] }>(disputesQuestion, { period });
  return rows[0].disputes;
}

function noticeOf(checked: Result<unknown>): RefusalNotice | null {
  return checked.ok ? null : { code: codeOf(checked.reason), params: checked.params };
}

function momentOf(at: Date): Moment {
  return at.toISOString();
}
