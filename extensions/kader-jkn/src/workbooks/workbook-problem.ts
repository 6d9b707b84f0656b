/** Why a workbook cannot be read: it has no such sheet, or (`sheets` null) it is damaged. */
export class WorkbookProblem extends Error {
  readonly sheets: readonly string[] | null;

  constructor(sheets: readonly string[] | null) {
    super(sheets === null ? 'The workbook is damaged' : 'The workbook has no such sheet');
    this.sheets = sheets;
  }
}
