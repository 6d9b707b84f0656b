/** What `dist/mail.js` offers: the mail library. */
export type MailLibrary = typeof import('../mail/index.ts');

/** Loads the mail library, once, when the first mail goes (see load-documents.ts). */
export function loadMail(): Promise<MailLibrary> {
  const file = import.meta.url.endsWith('.ts') ? '../mail/index.ts' : './mail.js';
  return import(new URL(file, import.meta.url).href);
}
