/** `pages.ts`, built into dist/work-pages.js beside app.js (extension.config.js). */
declare module 'kader-jkn:work-pages' {
  export const pages: readonly import('./pages.ts').WorkPage[];
}
