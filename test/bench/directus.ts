import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bundleFolder, rootFolder } from '../../extensions/kader-jkn/bin/folders.ts';
import { freePort } from '../../extensions/kader-jkn/bin/postgres.ts';
import type { Stage } from './stage.ts';

/** A Directus in a process of its own, as `npm start` runs it. */
export interface MeasuredDirectus {
  url: string;
  pid: number;
  /** from the start of the process until /server/ping answers */
  bootMilliseconds: number;
  stop: () => Promise<void>;
}

export interface DirectusOptions {
  database: string;
  /** false: a Directus that knows no extension */
  withBundle: boolean;
  /** whether it serves the Data Studio, as in production */
  servesApp: boolean;
}

const patience = 60_000;
const running = new Set<ChildProcess>();

/** Ends every Directus that is still there, when a run is cut short. */
export function endDirectus(): void {
  for (const child of running) child.kill('SIGKILL');
}

async function answersPing(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/server/ping`)).ok;
  } catch {
    return false;
  }
}

export async function startDirectus(stage: Stage, options: DirectusOptions): Promise<MeasuredDirectus> {
  const { database, withBundle, servesApp } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const noExtensions = join(stage.folder, 'no-extensions');
  mkdirSync(noExtensions, { recursive: true });

  const started = performance.now();
  const child = spawn(
    process.execPath,
    [...(process.env['BENCH_NODE_OPTIONS']?.split(' ') ?? []), join(bundleFolder, 'bin/serve.ts')],
    {
      cwd: rootFolder,
      env: {
        PATH: process.env['PATH'] ?? '',
        ...stage.environment(database),
        ...(withBundle ? {} : { EXTENSIONS_PATH: noExtensions }),
        SERVE_APP: String(servesApp),
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: url,
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  running.add(child);
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => (complaints += text));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  while (!(await answersPing(url))) {
    if (child.exitCode !== null || performance.now() - started > patience) {
      child.kill('SIGKILL');
      throw new Error(`Directus did not answer:\n${complaints}`);
    }
    await wait(10);
  }
  return {
    url,
    pid: child.pid ?? 0,
    bootMilliseconds: performance.now() - started,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      running.delete(child);
    },
  };
}
