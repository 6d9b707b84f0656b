/** What `dist/documents.js` offers: PDF, letter templates and workbooks. */
export type Documents = typeof import('../documents/index.ts');

/**
 * Loads the document libraries, once, when the first document is made: they would double the start and the memory of every
 * process. They are built into a file beside the bundle; from the sources, they are the sources.
 */
export function loadDocuments(): Promise<Documents> {
  const file = import.meta.url.endsWith('.ts') ? '../documents/index.ts' : './documents.js';
  return import(new URL(file, import.meta.url).href);
}
