import type { Knex } from 'knex';
import { roleIds } from '../../contract/access.ts';
import type { RefusalNotice } from '../../contract/desk.ts';
import type { Id } from '../../contract/records.ts';
import type { FamilyPlan, PlanChoice, ShownInstalment, ShownPlan } from '../../contract/rehab.ts';
import type { PaymentPlan } from '../../contract/rehab-records.ts';
import { type DateText, dateOf } from '../../core/period.ts';
import { coverRestoredOn, type Instalment, instalmentsAtMost, type MatchedInstalment } from '../../core/rehab.ts';
import type { Refused } from '../../core/result.ts';
import { type Desk, visibleRecord } from '../desk/desk.ts';
import { codeOf, refusal } from '../errors.ts';
import { type PlanGround, readGround, scheduleOn } from './read-offer.ts';

/**
 * A family's plan as it stands now, and the plans that could be made: what it would pay a month. For whoever may read the
 * family and its plans; else refused as KADER_BINAAN_UNKNOWN.
 */
export async function readFamilyPlan(desk: Desk, binaan: Id): Promise<FamilyPlan> {
  const now = desk.now();
  if ((await visibleRecord(desk, 'binaan', binaan, ['owed_months', 'owed_amount'])) === null) {
    throw refusal('KADER_BINAAN_UNKNOWN');
  }
  const ground = await readGround(desk.knex, binaan, (timezone) => dateOf(now, timezone));
  if (ground === null) throw refusal('KADER_BINAAN_UNKNOWN');
  const today = dateOf(now, ground.timezone);
  const plan = await newestPlan(desk.knex, binaan, now);
  const offer = plan?.status === 'active' ? { choices: [], refusal: null } : offerOn(ground, today);
  const { owed_months, owed_amount } = ground.family;
  const restored_after = ground.policy?.restoredAfter ?? null;
  return { today, owed_months, owed_amount, may_make: mayMakePlans(desk), restored_after, ...offer, plan };
}

/** Staff, heads and administrators make and end plans. */
export function mayMakePlans({ accountability }: Pick<Desk, 'accountability'>): boolean {
  return accountability.admin || [roleIds.head, roleIds.staff].some((role) => accountability.roles.includes(role));
}

function offerOn(ground: PlanGround, today: DateText): Pick<FamilyPlan, 'choices' | 'refusal'> {
  const most = instalmentsAtMost(ground.policy, ground.family.owed_months);
  if (!most.ok) return { choices: [], refusal: noticeOf(most) };
  const choices: PlanChoice[] = [];
  for (let count = 1; count <= most.value; count += 1) {
    const schedule = scheduleOn(ground, today, count);
    if (!schedule.ok) return { choices: [], refusal: noticeOf(schedule) };
    choices.push(choiceOf(schedule.value));
  }
  return { choices, refusal: null };
}

function noticeOf({ reason, params }: Refused): RefusalNotice {
  return { code: codeOf(reason), params };
}

function choiceOf(instalments: readonly Instalment[]): PlanChoice {
  const amounts = instalments.map(({ amount }) => amount);
  return {
    count: instalments.length,
    amount: amounts.reduce((sum, amount) => sum + amount, 0),
    least: Math.min(...amounts),
    most: Math.max(...amounts),
    instalments: instalments.map(({ dueOn, ...instalment }) => ({ ...instalment, due_on: dueOn })),
  };
}

const planQuestion = `
  select p.*, p.starts_on::text as starts_on, p.completed_on::text as completed_on, p.ended_on::text as ended_on
  from payment_plan p
  where p.binaan = ?
  order by p.status = 'active' desc, p.starts_on desc
  limit 1`;

const instalmentsQuestion = `
  select i.number, i.month, i.due_on::text as due_on, i.arrears_amount as arrears, i.current_amount as current, i.amount,
    m.paid_amount as paid, m.paid_on::text as paid_on, m.status
  from kader_plan_matching(array[?]::integer[], ?::timestamptz) m
  join payment_plan_instalment i on i.id = m.instalment
  order by i.number`;

async function newestPlan(knex: Knex, binaan: Id, now: Date): Promise<ShownPlan | null> {
  const { rows } = await knex.raw<{ rows: PaymentPlan[] }>(planQuestion, [binaan]);
  const [stored] = rows;
  if (stored === undefined) return null;
  const live = await knex.raw<{ rows: ShownInstalment[] }>(instalmentsQuestion, [stored.id, now.toISOString()]);
  const instalments = live.rows;
  const paid = instalments.reduce((sum, one) => sum + one.paid, 0);
  const matched = instalments.map((one) => ({ paid: one.paid, paidOn: one.paid_on })) as MatchedInstalment[];
  return {
    id: stored.id,
    status: stored.status === 'active' && paid === stored.amount ? 'completed' : stored.status,
    starts_on: stored.starts_on,
    arrears: stored.arrears_amount,
    current: stored.current_amount,
    amount: stored.amount,
    paid,
    missed_count: instalments.filter(({ status }) => status === 'missed').length,
    restored_after: stored.cover_restored_after,
    restored_on: coverRestoredOn(matched, stored.cover_restored_after),
    completed_on: stored.completed_on ?? (paid === stored.amount ? (matched.at(-1)?.paidOn ?? null) : null),
    ended_on: stored.ended_on,
    end_reason: stored.end_reason,
    instalments,
  };
}
