import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import type { PaymentPlan, PaymentPlanInstalment } from '../../contract/rehab-records.ts';
import type { DateText } from '../../core/period.ts';
import {
  coverRestoredOn,
  instalmentStatus,
  type MatchedInstalment,
  matchInstalments,
  type PlanPayment,
} from '../../core/rehab.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';

type StoredInstalment = Omit<PaymentPlanInstalment, 'due_on' | 'paid_on'> & {
  due_on: DateText;
  paid_on: DateText | null;
};

type StoredPlan = PaymentPlan & {
  branch_of_family: Id;
  instalments: StoredInstalment[];
  /** what the family paid within the plan, as far as it was looked at, in the order it was paid */
  payments: PlanPayment[];
};

const question = `
  with plan as (
    select p.*, h.timezone, f.branch as branch_of_family,
      (least(p.ended_on, (
        select min(n.starts_on) - 1 from payment_plan n where n.binaan = p.binaan and n.starts_on > p.starts_on
      )) + 1)::timestamp at time zone h.timezone as until_moment
    from payment_plan p join branch h on h.id = p.branch join binaan f on f.id = p.binaan
    where p.id > :after
    order by p.id
    limit :limit
  )
  select p.*, p.starts_on::text as starts_on, p.matched_on::text as matched_on, p.missed_since::text as missed_since,
    p.cover_restored_on::text as cover_restored_on, p.completed_on::text as completed_on, p.ended_on::text as ended_on,
    (select coalesce(jsonb_agg(to_jsonb(i) order by i.number), '[]') from payment_plan_instalment i where i.plan = p.id)
      as instalments,
    (select coalesce(jsonb_agg(jsonb_build_object('paidOn', (c.paid_at at time zone p.timezone)::date, 'amount', c.amount)
        order by c.paid_at, c.id), '[]')
      from collection c
      where c.binaan = any (kader_payers_of(p.binaan)) and c.status in ('recorded', 'verified') and c.id <= p.matched_through
        and c.paid_at >= p.starts_on::timestamp at time zone p.timezone
        and (p.until_moment is null or c.paid_at < p.until_moment)) as payments
  from plan p
  order by p.id`;

/** What was paid of every plan and instalment, matched again by core from the collections that had been looked at. */
export async function* auditPlans(knex: Knex): AsyncGenerator<Difference> {
  for await (const rows of inChunks<StoredPlan>(knex, question)) {
    for (const row of rows) yield* auditPlan(row);
  }
}

function auditPlan(plan: StoredPlan): Difference[] {
  const { instalments, payments } = plan;
  const matched = matchInstalments(
    instalments.map(({ amount }) => amount),
    payments,
  );
  const today = (plan.matched_on ?? plan.starts_on) as DateText;
  const found = instalments.flatMap((one, index) => auditInstalment(one, index, matched[index], today));
  return [...found, ...differences('payment_plan', plan.id, plan, expectedOf(plan, matched, today))];
}

function expectedOf(plan: StoredPlan, matched: readonly MatchedInstalment[], today: DateText) {
  const { instalments } = plan;
  const sumOf = (part: (one: StoredInstalment) => number) => instalments.reduce((sum, one) => sum + part(one), 0);
  const paid_amount = matched.reduce((sum, { paid }) => sum + paid, 0);
  const missed = instalments.filter((one, index) => isMissed(one, matched[index], today));
  const completed = plan.status !== 'ended' && paid_amount === plan.amount ? (matched.at(-1)?.paidOn ?? null) : null;
  // paid no longer, beside a newer open plan: it stays as it was
  const stays = plan.status === 'completed' && completed === null;
  return {
    branch: plan.branch_of_family,
    instalment_count: instalments.length,
    arrears_amount: sumOf((one) => one.arrears_amount),
    current_amount: sumOf((one) => one.current_amount),
    amount: sumOf((one) => one.amount),
    paid_amount,
    missed_count: missed.length,
    missed_since: missed[0]?.due_on ?? null,
    cover_restored_on: coverRestoredOn(matched, plan.cover_restored_after),
    ...(stays ? {} : { completed_on: completed, status: statusOf(plan, completed) }),
  };
}

function statusOf({ status }: StoredPlan, completed: DateText | null): PaymentPlan['status'] {
  if (status === 'ended') return 'ended';
  return completed === null ? 'active' : 'completed';
}

function isMissed(one: StoredInstalment, matched: MatchedInstalment | undefined, today: DateText): boolean {
  return matched !== undefined && statusIn(one, matched, today) === 'missed';
}

function statusIn({ due_on, amount }: StoredInstalment, matched: MatchedInstalment, today: DateText) {
  return instalmentStatus({ dueOn: due_on, amount }, matched, today);
}

function auditInstalment(
  one: StoredInstalment,
  index: number,
  matched: MatchedInstalment | undefined,
  today: DateText,
): Difference[] {
  if (matched === undefined) return [];
  const status = statusIn(one, matched, today);
  return differences('payment_plan_instalment', one.id, one, {
    number: index + 1,
    due_on: `${one.month}-10`,
    amount: one.arrears_amount + one.current_amount,
    paid_amount: matched.paid,
    paid_on: matched.paidOn,
    status,
    ...(status === 'missed' && (one.missed_on === null || one.missed_on <= one.due_on) ? { missed_on: today } : {}),
  });
}
