import type { Id, MonthText } from '../../contract/records.ts';

/** The number of a statement, lasting and unique: `IJ/KC-SKA/2022-01/17`; null for a draft. */
export function statementNumber({
  id,
  month,
  branch,
}: {
  id: Id | null;
  month: MonthText;
  branch: { code: string };
}): string | null {
  return id === null ? null : `IJ/${branch.code}/${month}/${id}`;
}
