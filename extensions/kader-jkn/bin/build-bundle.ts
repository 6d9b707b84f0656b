import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whileLocked } from './file-lock.ts';
import { bundleFolder, distFolder, nodeModules, rootFolder } from './folders.ts';
import { hashFiles } from './hash-files.ts';
import { StopSentence } from './stop-sentence.ts';

const stampFile = join(distFolder, 'build.sha256');
const lockFile = join(distFolder, 'build.lock');

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

async function runSdk(options: string[], failure: string): Promise<void> {
  const sdk = join(nodeModules, '@directus/extensions-sdk/cli.js');
  const { code, output } = await run(sdk, ['build', ...options]);
  if (code !== 0) throw new StopSentence(`${failure}:\n${output.trim()}`);
}

async function runOwn(script: string, failure: string): Promise<void> {
  const { code, output } = await run(join(bundleFolder, 'bin', script), []);
  if (code !== 0) throw new StopSentence(`${failure}:\n${output.trim()}`);
}

/**
 * Builds dist/app.js, dist/api.js and the files beside them, unless another process just did (`anew`: in any case). Throws
 * with the builder's own words when it fails or warns.
 */
export async function buildBundle({ anew = false } = {}): Promise<void> {
  mkdirSync(distFolder, { recursive: true });
  await whileLocked(lockFile, async () => {
    if (anew || !isBuilt()) await writeBundle();
  });
}

async function writeBundle(): Promise<void> {
  const hash = inputsHash();
  rmSync(stampFile, { force: true });

  await runSdk([], 'The bundle cannot be built');
  // modules to the SDK: one file for the app each, with the app's own libraries left out
  const late = (source: string, file: string) => ['-t', 'module', '-i', source, '-o', `dist/${file}.js`];
  await runSdk(late('src/late-pages/parts.ts', 'work-pages'), 'The pages of the module cannot be built');
  await runSdk(late('src/late-panels/components.ts', 'monev-panels'), 'The panels cannot be built');

  await runOwn('build-areas.ts', 'The areas cannot be prepared');
  await runOwn('build-late-files.ts', 'The files that are loaded late cannot be built');
  writeFileSync(stampFile, hash);
}
