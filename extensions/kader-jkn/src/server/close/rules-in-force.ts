import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import { type DateText, lastDay, type Period } from '../../core/period.ts';
import type { Scheme } from '../../core/scheme.ts';
import type { TargetRow } from '../../core/targets.ts';

/** The zero-month part of a programme policy. */
export interface StreakPolicy {
  /** months at which a review opens; null: no rule */
  limit: number | null;
  /** months at which a warning is given; null: one before the limit */
  warning: number | null;
  graceMonths: number;
  /** days the kader has to answer */
  answerDays: number;
}

/** What the rules of a branch say of a month, on its last day (design 5.2). */
export interface RulesInForce {
  /** null: none is in force */
  policy: StreakPolicy | null;
  /** null: none is in force */
  scheme: Scheme | null;
  /** targets of rupiah collected that touch the month */
  targets: TargetRow[];
}

const question = `
  select
    (select jsonb_build_object('limit', p.zero_month_limit, 'warning', p.zero_month_warning,
        'graceMonths', p.grace_months, 'answerDays', p.review_answer_days)
      from kader_policy_in_force(:branch, cast(:on as date)) p) as policy,
    (select jsonb_build_object('id', s.id, 'name', s.name, 'base', s.base, 'rules',
        (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from commission_rule r where r.scheme = s.id))
      from kader_scheme_in_force(:branch, cast(:on as date)) s) as scheme,
    (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from target t
      where t.branch = :branch and t.measure = 'collection' and :month between t.month_from and t.month_to) as targets`;

export async function readRulesInForce(knex: Knex, branch: Id, month: Period): Promise<RulesInForce> {
  const on: DateText = lastDay(month);
  const { rows } = await knex.raw<{ rows: [RulesInForce] }>(question, { branch, month, on });
  const [rules] = rows;
  return rules;
}
