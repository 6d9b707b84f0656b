/** Questions about a statement: which line is meant, and how long words may be. */
import { accept, type Result, refuse } from './result.ts';

/** Characters of a question and of its answer. */
export const longestQuestion = 2000;
export const longestAnswer = 2000;

/** The kind by which the sum of a statement is questioned, besides the kinds of its lines. */
export const wholeStatement = 'total';

/** What of a line a question keeps, so that it still reads after the statement was reckoned again. */
export interface QuestionedLine {
  line_kind: string;
  line_label: string;
  line_label_en: string;
  /** rupiah */
  line_amount: number;
}

interface Statement {
  /** rupiah */
  net: number;
  lines: readonly { kind: string; label: string; label_en: string; amount: number }[];
}

/**
 * The line of a statement that is named by its kind and Indonesian label; by the kind alone where only one line has it;
 * or the whole. Refused as dispute-line.
 */
export function lineOf({ lines, net }: Statement, kind: unknown, label: unknown): Result<QuestionedLine> {
  if (kind === wholeStatement) {
    const words = { line_label: 'Diterima kader', line_label_en: 'Net' };
    return accept({ line_kind: wholeStatement, ...words, line_amount: net });
  }
  const ofKind = lines.filter((line) => line.kind === kind);
  const isUnlabelled = label === undefined || label === null || label === '';
  const found = isUnlabelled && ofKind.length === 1 ? ofKind[0] : ofKind.find((line) => line.label === label);
  if (found === undefined) return refuse('dispute-line');
  return accept({
    line_kind: found.kind,
    line_label: found.label,
    line_label_en: found.label_en,
    line_amount: found.amount,
  });
}
