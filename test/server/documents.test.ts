import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { bundleFolder, distFolder } from '../../extensions/kader-jkn/bin/folders.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-documents-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('makes documents where nothing but the package is installed', async () => {
  cpSync(distFolder, join(folder, 'dist'), { recursive: true });
  cpSync(join(bundleFolder, 'package.json'), join(folder, 'package.json'));
  const script = join(folder, 'make.mjs');
  writeFileSync(
    script,
    `const { renderLetter, renderTemplate, writeWorkbook } = await import('./dist/documents.js');
    const markup = renderTemplate('<p>{{rupiah net}}</p>', { net: 50000 });
    const settings = { locale: 'id-ID', title: 'A', author: 'B', footer: 'C', madeAt: new Date(0) };
    const pdf = await renderLetter(markup, settings);
    const workbook = await writeWorkbook([{ name: 'A', columns: [{ header: 'N', key: 'n' }], rows: [{ n: 1 }] }]);
    process.stdout.write(pdf.toString('latin1', 0, 5) + workbook.toString('latin1', 0, 2));`,
  );
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script], { cwd: folder });
  expect({ stdout, stderr }).toEqual({ stdout: '%PDF-PK', stderr: '' });
});

it('keeps the document libraries out of what every process loads', () => {
  const api = readFileSync(join(distFolder, 'api.js'), 'utf8');
  expect(api).not.toMatch(/pdfkit|fontkit|Handlebars|htmlparser2/);
});
