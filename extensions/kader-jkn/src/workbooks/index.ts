/** Reading workbooks, in a file of its own (`dist/workbooks.js`) that is loaded when the first one is read. */
export { readSheet } from './read-sheet.ts';
export { WorkbookProblem } from './workbook-problem.ts';
