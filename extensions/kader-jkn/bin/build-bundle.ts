import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFolder, distFolder, nodeModules, rootFolder } from './folders.ts';
import { hashFiles } from './hash-files.ts';
import { StopSentence } from './stop-sentence.ts';

const stampFile = join(distFolder, 'build.sha256');

/** What goes into dist/: a change of any of these asks for a new build. */
function inputsHash(): string {
  return hashFiles([
    join(bundleFolder, 'src'),
    join(bundleFolder, 'bin'),
    join(bundleFolder, 'package.json'),
    join(bundleFolder, 'extension.config.js'),
    join(rootFolder, 'schema'),
    join(rootFolder, 'seeds'),
    join(rootFolder, 'package-lock.json'),
  ]);
}

/** Whether dist/ was built from the sources as they are now. */
export function isBuilt(): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === inputsHash();
}

function run(script: string, scriptArguments: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...scriptArguments], {
      cwd: bundleFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Builds dist/app.js, dist/api.js and the files beside them. Throws with the builder's own words when it fails or warns. */
export async function buildBundle(): Promise<void> {
  const hash = inputsHash();
  rmSync(stampFile, { force: true });
  mkdirSync(distFolder, { recursive: true });

  const sdk = join(nodeModules, '@directus/extensions-sdk/cli.js');
  const { code, output } = await run(sdk, ['build']);
  if (code !== 0) throw new StopSentence(`The bundle cannot be built:\n${output.trim()}`);

  const areas = join(bundleFolder, 'bin/build-areas.ts');
  if (existsSync(areas)) {
    const built = await run(areas, []);
    if (built.code !== 0) throw new StopSentence(`The areas cannot be prepared:\n${built.output.trim()}`);
  }
  writeFileSync(stampFile, hash);
}
