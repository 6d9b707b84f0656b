import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { roboto } from './roboto.ts';

/** A document as pdfmake describes it: paragraphs, tables, pictures (SVG stays vectors), header, footer, watermark. */
export type PdfDefinition = TDocumentDefinitions;

/** What `@types/pdfmake` leaves out of the server's side. */
interface AccessPolicies {
  setLocalAccessPolicy(mayRead: (path: string) => boolean): void;
  setUrlAccessPolicy(mayFetch: (url: string) => boolean): void;
}

/** A document is made of what it is given and our font: nothing is fetched, no other file of the server is read. */
function restrict(policies: AccessPolicies): void {
  const fontFiles: ReadonlySet<string> = new Set(Object.values(roboto));
  policies.setLocalAccessPolicy((path) => fontFiles.has(path));
  policies.setUrlAccessPolicy(() => false);
}

pdfmake.setFonts({ Roboto: roboto });
restrict(pdfmake as unknown as AccessPolicies);

const reachesOut = /\bhref\s*=\s*["']?\s*(?!["']?(?:#|data:image\/))/i;

/** Refuses pictures that name a file or an address: the SVG library would open it. */
function checkPictures(part: unknown): void {
  if (part === null || typeof part !== 'object') return;
  for (const [key, value] of Object.entries(part)) {
    if (key !== 'svg') checkPictures(value);
    else if (typeof value === 'string' && reachesOut.test(value))
      throw new RangeError('A picture may not refer to a file');
  }
}

/**
 * Makes a PDF, fonts embedded, text selectable. The same definition gives the same bytes if its `info.creationDate` is
 * set. Throws on a picture that cannot be read, or that refers to a file or an address.
 */
export async function renderPdf(definition: PdfDefinition): Promise<Buffer> {
  checkPictures(definition.content);
  return pdfmake.createPdf(definition).getBuffer();
}
