/** The heavy libraries, in a file of their own (`dist/documents.js`) that is loaded when the first document is made. */
export { type LetterSettings, renderLetter } from './render-letter.ts';
export { type PdfDefinition, renderPdf } from './render-pdf.ts';
export { renderTemplate } from './render-template.ts';
export { renderStatementLetter } from './statement-letter/render-statement-letter.ts';
export type { LatePayment, StatementLetter } from './statement-letter/statement-letter.ts';
export type { TemplateSettings } from './template-helpers.ts';
export { TemplateProblem } from './template-problem.ts';
export { type SheetColumn, type WorkbookSheet, writeWorkbook } from './write-workbook.ts';
