import type { Knex } from 'knex';
import type { Id } from '../../contract/records.ts';
import { inChunks } from './chunks.ts';
import { type Difference, differences } from './difference.ts';

interface Row {
  id: Id;
  branch: Id;
  amount: number;
  reason: string;
  dispute: Id | null;
  pay_month: string;
  /** the month that pays it is no longer open, so a statement must have it; null: that month is not in the books */
  is_due: boolean | null;
  /** the branch of the statement that pays it; null: there is none */
  stated_in: Id | null;
  /** its line there; null: there is none */
  line: { amount: number; explanation: string } | null;
  /** the dispute that names it as its correction */
  answers: Id | null;
}

// The line of a correction ends with its number.
const question = `
  select a.id, a.branch, a.amount, a.reason, a.dispute, a.pay_month, p.status <> 'open' as is_due, s.branch as stated_in,
    (
      select jsonb_build_object('amount', (l ->> 'amount')::integer, 'explanation', l ->> 'explanation')
      from jsonb_array_elements(s.lines::jsonb) l
      where l ->> 'kind' = 'correction' and l ->> 'label' ~ ('\\m' || a.id || '$')
    ) as line,
    d.id as answers
  from commission_adjustment a
  left join period p on p.branch = a.branch and p.month = a.pay_month
  left join commission s on s.kader = a.kader and s.month = a.pay_month and s.status <> 'draft'
  left join dispute d on d.adjustment = a.id
  where a.id > :after and a.status = 'recorded'
  order by a.id
  limit :limit`;

/** Every correction by hand stands in a statement once its month is closed, and answers the dispute that names it. */
export async function* auditAdjustments(knex: Knex): AsyncGenerator<Difference> {
  for await (const rows of inChunks<Row>(knex, question)) for (const row of rows) yield* auditAdjustment(row);
}

function auditAdjustment(row: Row): Difference[] {
  const { id, reason, line } = row;
  const found = differences('commission_adjustment', id, row, { dispute: row.answers });
  const isMissing = row.is_due === null || (row.is_due && line === null);
  if (isMissing) found.push(...differences('commission_adjustment', id, row, { pay_month: null }));
  if (line === null) return found;
  found.push(...differences('commission_adjustment', id, row, { branch: row.stated_in, amount: line.amount }));
  const isQuoted = line.explanation.includes(reason.replace(/[.\s]+$/, ''));
  return isQuoted ? found : [...found, ...differences('commission_adjustment', id, row, { reason: line.explanation })];
}
