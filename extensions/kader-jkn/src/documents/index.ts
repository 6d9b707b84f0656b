/** The heavy libraries, in a file of their own (`dist/documents.js`) that is loaded when the first document is made. */
export type { AwardCertificate } from './award-certificate/award-certificate.ts';
export { renderAwardCertificate } from './award-certificate/render-award-certificate.ts';
export { checkMessage, type RenderedMessage, renderMessage, type TemplateBody } from './message/render-message.ts';
export type { DoneStep, MonevReportDocument, ReportMeeting } from './monev-report/monev-report.ts';
export { writeMonevWorkbook } from './monev-report/monev-workbook.ts';
export { renderMonevReport } from './monev-report/render-monev-report.ts';
export { type LetterSettings, renderLetter } from './render-letter.ts';
export { type PdfDefinition, renderPdf } from './render-pdf.ts';
export { renderTemplate } from './render-template.ts';
export { renderReviewLetter } from './review-letter/render-review-letter.ts';
export type { ReviewLetter } from './review-letter/review-letter.ts';
export { renderStatementLetter } from './statement-letter/render-statement-letter.ts';
export type { LatePayment, StatementLetter } from './statement-letter/statement-letter.ts';
export type { TemplateSettings } from './template-helpers.ts';
export { TemplateProblem } from './template-problem.ts';
export { type SheetColumn, type WorkbookSheet, writeWorkbook } from './write-workbook.ts';
