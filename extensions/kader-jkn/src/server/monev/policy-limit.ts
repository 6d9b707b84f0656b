import type { Knex } from 'knex';
import type { DateText, Id } from '../../contract/records.ts';
import { inForce } from '../../core/lookup.ts';

interface PolicyRow {
  branch: Id | null;
  effective_from: DateText;
  zero_month_limit: number | null;
}

const question = `
  select branch, to_char(effective_from, 'YYYY-MM-DD') as effective_from, zero_month_limit
  from program_policy
  where branch is null or branch = any (cast(:branches as integer[]))`;

/** After how many months of nothing a review opens, by the policy in force on a day; null: no rule, or not one rule. */
export async function zeroMonthLimit(
  knex: Knex,
  asked: { branches: readonly Id[]; on: DateText },
): Promise<number | null> {
  const { rows } = await knex.raw<{ rows: PolicyRow[] }>(question, { branches: [...asked.branches] });
  const limits = new Set(asked.branches.map((branch) => inForce(rows, branch, asked.on)?.zero_month_limit ?? null));
  return limits.size === 1 ? ([...limits][0] ?? null) : null;
}
