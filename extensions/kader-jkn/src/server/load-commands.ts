/** What `dist/commands.js` offers: everything behind `kader-jkn …` on the command line. */
export type Commands = typeof import('../commands/index.ts');

/** Loads what the commands do when one is run: a server that serves needs neither the schema nor the demo in its memory. */
export function loadCommands(): Promise<Commands> {
  const file = import.meta.url.endsWith('.ts') ? '../commands/index.ts' : './commands.js';
  return import(new URL(file, import.meta.url).href);
}
