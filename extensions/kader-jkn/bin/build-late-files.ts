/**
 * Makes the files that api.js loads when they are first needed: dist/documents.js (PDF, letters, writing workbooks),
 * dist/workbooks.js (reading workbooks), dist/mail.js (sending mail) and dist/commands.js (installing, checking, the demo). Beside them lie the font, and the licences of everything that went in.
 */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleFolder, distFolder, nodeModules, rootFolder } from './folders.ts';

/** What CommonJS libraries expect to find around them. */
const banner = [
  "import { createRequire as requireFrom } from 'node:module';",
  'const require = requireFrom(import.meta.url);',
  'const __dirname = import.meta.dirname;',
].join('\n');

const font = 'Roboto: Copyright 2011 Google Inc. Licensed under the Apache License, Version 2.0.\n';

/** The package that a bundled file belongs to, as a folder; null: a file of ours. */
function packageFolder(file: string): string | null {
  const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
  return found?.[1] === undefined ? null : join(rootFolder, found[1]);
}

/** A package's name, licence and, where it carries one, the licence's text. */
function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? `\n${readFileSync(join(folder, file), 'utf8').trim()}\n` : '';
  return `${[name, version, license && `(${license})`].filter(Boolean).join(' ')}\n${text}`;
}

const { warnings, metafile } = await build({
  absWorkingDir: rootFolder,
  entryPoints: {
    documents: join(bundleFolder, 'src/documents/index.ts'),
    commands: join(bundleFolder, 'src/commands/index.ts'),
    mail: join(bundleFolder, 'src/mail/index.ts'),
    workbooks: join(bundleFolder, 'src/workbooks/index.ts'),
  },
  outdir: distFolder,
  bundle: true,
  minify: true,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: banner },
});
if (warnings.length > 0) process.exit(1);

cpSync(join(nodeModules, 'pdfmake/fonts/Roboto'), join(distFolder, 'fonts'), { recursive: true });

const folders = new Set(Object.keys(metafile.inputs).map(packageFolder));
const licences = [...folders].filter((folder) => folder !== null && existsSync(join(folder, 'package.json')));
const texts = licences.sort().map((folder) => licenceOf(`${folder}`));
writeFileSync(join(distFolder, 'documents.licences.txt'), [font, ...texts].join(`\n${'-'.repeat(80)}\n`));
