/** `parts.ts`, built into dist/work-pages.js beside app.js (extension.config.js). */
declare module 'kader-jkn:work-pages' {
  export const pages: typeof import('./parts.ts').pages;
  export const TemplateBody: typeof import('./parts.ts').TemplateBody;
}
