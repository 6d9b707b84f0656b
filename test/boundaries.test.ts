import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleFolder, rootFolder } from '../extensions/kader-jkn/bin/folders.ts';

const sourceFolder = join(bundleFolder, 'src');
const entryTypes = ['hooks', 'endpoints', 'operations', 'panels', 'interfaces', 'displays', 'modules'];
const appTypes = ['panels', 'interfaces', 'displays', 'modules'];

interface Import {
  /** path of the importing file, from src/ */
  from: string;
  /** path of the imported file, from src/, or the name of a package */
  to: string;
  isPackage: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([\w@./:-]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.map((specifier) => {
    const isPackage = !specifier.startsWith('.');
    const to = isPackage ? specifier : relative(sourceFolder, resolve(dirname(file), specifier));
    return { from: relative(sourceFolder, file), to, isPackage };
  });
}

const imports = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|vue)$/.test(name) && !name.endsWith('.test.ts'))
  .flatMap((name) => importsOf(join(sourceFolder, name)));

/** `core/period.ts` lies in `core`. */
const liesIn = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`));

/** `panels/kader-ranking/panel.vue` belongs to the entry `panels/kader-ranking`. */
const entryOf = (path: string) => path.split('/').slice(0, 2).join('/');

const sentences = (broken: Import[]) => broken.map(({ from, to }) => `${from} imports ${to}`);

describe('import boundaries', () => {
  it('core imports core only', () => {
    const broken = imports.filter(({ from, to }) => liesIn(from, 'core') && !liesIn(to, 'core'));
    expect(sentences(broken)).toEqual([]);
  });

  it('contract imports contract and core only', () => {
    const broken = imports.filter(({ from, to }) => liesIn(from, 'contract') && !liesIn(to, 'contract', 'core'));
    expect(sentences(broken)).toEqual([]);
  });

  it('studio imports no server and no entry', () => {
    const broken = imports.filter(({ from, to }) => liesIn(from, 'studio') && liesIn(to, 'server', ...entryTypes));
    expect(sentences(broken)).toEqual([]);
  });

  it('server imports no entry, and nothing of Vue', () => {
    const broken = imports.filter(
      ({ from, to }) => liesIn(from, 'server') && (liesIn(to, ...entryTypes) || /^vue|\.vue$/.test(to)),
    );
    expect(sentences(broken)).toEqual([]);
  });

  it('what runs in the browser imports no server', () => {
    const isApp = (path: string) => liesIn(path, ...appTypes) || /^operations\/[^/]+\/app\.ts$/.test(path);
    const broken = imports.filter(
      ({ from, to }) => isApp(from) && (liesIn(to, 'server') || /^(node:|knex|@directus\/errors)/.test(to)),
    );
    expect(sentences(broken)).toEqual([]);
  });

  it('entries never import each other', () => {
    const broken = imports.filter(
      ({ from, to }) => liesIn(from, ...entryTypes) && liesIn(to, ...entryTypes) && entryOf(from) !== entryOf(to),
    );
    expect(sentences(broken)).toEqual([]);
  });

  it('nothing imports the document libraries but the documents: api.js would grow sixfold', () => {
    const heavy = /^(pdfmake|handlebars|htmlparser2|write-excel-file)\b/;
    const broken = imports.filter(({ from, to }) => heavy.test(to) && !liesIn(from, 'documents'));
    expect(sentences(broken)).toEqual([]);
  });

  it('nothing imports the mail library but the mail, which imports itself only, and the names of settings', () => {
    const broken = imports.filter(
      ({ from, to, isPackage }) =>
        (/^nodemailer\b/.test(to) && !liesIn(from, 'mail')) ||
        (liesIn(from, 'mail') && !isPackage && !liesIn(to, 'mail') && to !== 'server/messages/mail-settings.ts'),
    );
    expect(sentences(broken)).toEqual([]);
  });

  it('nothing imports the libraries that read workbooks but the workbooks, which import the contract only', () => {
    const broken = imports.filter(
      ({ from, to, isPackage }) =>
        (/^(yauzl|saxes)\b/.test(to) && !liesIn(from, 'workbooks')) ||
        (liesIn(from, 'workbooks') && !isPackage && !liesIn(to, 'workbooks', 'contract')),
    );
    expect(sentences(broken)).toEqual([]);
  });

  it('documents import core, contract, formats and texts only', () => {
    const broken = imports.filter(
      ({ from, to, isPackage }) =>
        liesIn(from, 'documents') &&
        !isPackage &&
        !liesIn(to, 'documents', 'core', 'contract') &&
        !['studio/format.ts', 'studio/text.ts'].includes(to),
    );
    expect(sentences(broken)).toEqual([]);
  });

  it('relative imports carry their extension', () => {
    const broken = imports.filter(({ to, isPackage }) => !isPackage && !/\.(ts|vue|json|css|svg)$/.test(to));
    expect(sentences(broken)).toEqual([]);
  });
});

describe('the manifest', () => {
  const manifest = JSON.parse(readFileSync(join(bundleFolder, 'package.json'), 'utf8'))['directus:extension'];
  const sources: string[] = manifest.entries.flatMap(({ source }: { source: string | Record<string, string> }) =>
    typeof source === 'string' ? [source] : Object.values(source),
  );

  it('names every entry, and only such as exist', () => {
    expect(sources.filter((source) => !existsSync(join(bundleFolder, source)))).toEqual([]);
    const folders = entryTypes
      .map((type) => join(sourceFolder, type))
      .filter((folder) => existsSync(folder))
      .flatMap((folder) =>
        readdirSync(folder, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => relative(bundleFolder, join(folder, entry.name))),
      );
    expect(folders.filter((folder) => !sources.some((source) => source.startsWith(`${folder}/`)))).toEqual([]);
  });

  it('gives every entry a name of its own, other than the folder: Directus would take its settings for the bundle', () => {
    const names: string[] = manifest.entries.map(({ name }: { name: string }) => name);
    expect(new Set([...names, 'kader-jkn']).size).toBe(names.length + 1);
  });

  it('is the only one below extensions/: a folder without one would keep every extension from loading', () => {
    const folders = readdirSync(join(rootFolder, 'extensions'), { withFileTypes: true });
    expect(folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name)).toEqual(['kader-jkn']);
  });
});
