/** `components.ts`, built into dist/monev-panels.js beside app.js (extension.config.js). */
declare module 'kader-jkn:monev-panels' {
  export const panels: import('./components.ts').Panels;
}
