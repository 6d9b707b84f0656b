import type { Commission, Id } from '../../../contract/records.ts';
import { statementNumber } from '../../../documents/statement-letter/statement-number.ts';
import type { ContextReader } from './context-reader.ts';
import { kaderJson } from './groups.ts';

type Row = Pick<
  Commission,
  | 'month'
  | 'net'
  | 'gross'
  | 'commission'
  | 'bonus'
  | 'corrections'
  | 'withholding'
  | 'collected'
  | 'collections_count'
  | 'families_count'
  | 'families_held'
  | 'attainment_bp'
  | 'lines'
> & { id: Id; branch: Id; code: string; target: string | null; kader: Record<string, unknown> };

// one whose month was opened again will be made anew
const question = `
  select s.*, b.code, ${kaderJson} as kader
  from commission s
  join branch b on b.id = s.branch
  join kader k on k.id = s.kader
  where s.id = :item and s.status <> 'draft'`;

/** A statement that was made: its figures and its lines. */
export const readStatement: ContextReader = async ({ knex, item, language }) => {
  const { rows } = await knex.raw<{ rows: Row[] }>(question, { item });
  const [row] = rows;
  if (row === undefined) return null;
  const english = language === 'en-US';
  const { id, branch, code, month, target, lines, kader } = row;
  const statement = {
    number: statementNumber({ id, month, branch: { code } }),
    month,
    net: row.net,
    gross: row.gross,
    commission: row.commission,
    bonus: row.bonus,
    corrections: row.corrections,
    withholding: row.withholding,
    collected: row.collected,
    payments: row.collections_count,
    families: row.families_count,
    families_held: row.families_held,
    target: target === null ? null : Number(target),
    attainment: row.attainment_bp,
    lines: lines.map(({ label, label_en, explanation, explanation_en, amount }) => ({
      label: english ? label_en : label,
      explanation: english ? explanation_en : explanation,
      amount,
    })),
  };
  return { branch, groups: { statement, kader } };
};
