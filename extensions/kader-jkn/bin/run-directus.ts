import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Environment } from './directus-environment.ts';
import { bundleFolder, nodeModules, rootFolder } from './folders.ts';
import { StopSentence } from './stop-sentence.ts';

/** How a run ended, and what the process printed. */
interface Ended {
  code: number;
  output: string;
}

const running = new Set<ChildProcess>();

/** Ends every run that is still under way. */
export function stopRuns(): void {
  for (const child of running) child.kill('SIGKILL');
}

function run(
  script: string,
  list: string[],
  environment: Environment,
  onLine?: (line: string) => void,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...list], {
      cwd: rootFolder,
      env: { ...process.env, ...environment, SERVE_APP: 'false' },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    const take = (text: string) => {
      output += text;
      for (const line of text.split('\n')) if (line.trim()) onLine?.(line.trimEnd());
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

function expectSuccess(what: string, { code, output }: Ended): void {
  if (code !== 0) throw new StopSentence(`${what} failed:\n${output.trim()}`);
}

/** Makes or updates Directus's own tables in the environment's database. */
export async function bootstrapDirectus(environment: Environment): Promise<void> {
  expectSuccess('The set-up of Directus', await run(join(bundleFolder, 'bin/bootstrap-directus.ts'), [], environment));
}

/** Runs a command of the bundle, such as `install`, as `npx directus kader-jkn install` does. Throws when it fails. */
export async function runBundleCommand(
  list: string[],
  environment: Environment,
  onLine?: (line: string) => void,
): Promise<void> {
  // directus/cli.js would first ask the network for updates.
  const cli = join(nodeModules, '@directus/api/dist/cli/run.js');
  expectSuccess(`kader-jkn ${list.join(' ')}`, await run(cli, ['kader-jkn', ...list], environment, onLine));
}
