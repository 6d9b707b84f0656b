import type { Commission, Dispute, Id, MonthText, StatementLine } from '../../contract/records.ts';

/** A dispute as the interface reads it. */
export type DisputeRow = Pick<
  Dispute,
  | 'id'
  | 'line_kind'
  | 'line_label'
  | 'line_label_en'
  | 'line_amount'
  | 'question'
  | 'status'
  | 'answer'
  | 'decided_at'
  | 'date_created'
  | 'user_created'
> & {
  adjustment: { id: Id; amount: number; pay_month: MonthText } | null;
  collection: { id: Id } | null;
};

export type StatementRow = Pick<Commission, 'id' | 'kader' | 'month' | 'status' | 'net' | 'lines'>;

/** What can be questioned: a line, or the sum. */
export type QuestionableLine = Pick<StatementLine, 'label' | 'label_en' | 'amount'> & {
  kind: string;
  explanation: string;
  explanation_en: string;
};

export const statementFields = ['id', 'kader', 'month', 'status', 'net', 'lines'].join(',');
export const disputeFields = [
  ...['id', 'line_kind', 'line_label', 'line_label_en', 'line_amount', 'question', 'status', 'answer', 'decided_at'],
  ...['date_created', 'user_created', 'adjustment.id', 'adjustment.amount', 'adjustment.pay_month', 'collection.id'],
].join(',');

/** The lines of a statement in their order, the sum last. */
export function questionableLines({ lines, net }: StatementRow, total: readonly [string, string]): QuestionableLine[] {
  const [label, labelInEnglish] = total;
  const sum = { kind: 'total', label, label_en: labelInEnglish, amount: net, explanation: '', explanation_en: '' };
  return [...(Array.isArray(lines) ? lines : []), sum];
}

/** Whether a dispute is about a line. */
export function isAbout({ line_kind, line_label }: DisputeRow, { kind, label }: QuestionableLine): boolean {
  return line_kind === kind && (kind === 'total' || line_label === label);
}

/** Open ones first, then the newest. */
export function inOrder(disputes: readonly DisputeRow[]): DisputeRow[] {
  const rank = ({ status }: DisputeRow) => (status === 'open' ? 0 : 1);
  return [...disputes].sort((one, other) => rank(one) - rank(other) || other.id - one.id);
}
