/** What `dist/workbooks.js` offers: reading workbooks. */
export type Workbooks = typeof import('../workbooks/index.ts');

/** Loads the reader of workbooks, once, when the first workbook is read (see load-documents.ts). */
export function loadWorkbooks(): Promise<Workbooks> {
  const file = import.meta.url.endsWith('.ts') ? '../workbooks/index.ts' : './workbooks.js';
  return import(new URL(file, import.meta.url).href);
}
