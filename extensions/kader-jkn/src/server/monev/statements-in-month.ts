import type { Knex } from 'knex';
import type { Commission, Id, MonthText } from '../../contract/records.ts';

/** What the close of a month stated of a kader. */
export type StatementOfMonth = Pick<
  Commission,
  | 'kader'
  | 'collected'
  | 'target'
  | 'collections_count'
  | 'families_count'
  | 'families_held'
  | 'gross'
  | 'net'
  | 'streak_state'
  | 'zero_streak'
>;

const question = `
  select s.kader, s.collected, s.target, s.collections_count, s.families_count, s.families_held, s.gross, s.net,
    s.streak_state, s.zero_streak
  from commission s
  where s.branch = :branch and s.month = :month and s.status <> 'draft'
  order by s.kader`;

/** Every statement of a branch's closed month. */
export async function statementsInMonth(
  knex: Knex,
  asked: { branch: Id; month: MonthText },
): Promise<StatementOfMonth[]> {
  type Row = Omit<StatementOfMonth, 'target'> & { target: string | number | null };
  const { rows } = await knex.raw<{ rows: Row[] }>(question, asked);
  return rows.map((row) => ({ ...row, target: row.target === null ? null : Number(row.target) }));
}
