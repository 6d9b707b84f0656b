import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockHolder } from '../../extensions/kader-jkn/bin/data-folder.ts';
import { bundleFolder, rootFolder } from '../../extensions/kader-jkn/bin/folders.ts';
import { freePort, runningPostgres } from '../../extensions/kader-jkn/bin/postgres.ts';
import { waitForEnd } from '../../extensions/kader-jkn/bin/process-table.ts';

interface Run {
  child: ChildProcess;
  output: () => string;
  /** resolves with the exit code */
  ended: Promise<number | null>;
  /** resolves when the run is usable; rejects with its output when it ends before */
  ready: Promise<void>;
}

const folder = mkdtempSync(join(tmpdir(), 'kader-start-'));
const dataFolder = join(folder, 'data');
const started: ChildProcess[] = [];
let port: number;

/** Runs a command of the project as its npm script does, with nothing of this process's environment but the PATH. */
function run(command: string, list: string[], environment: Record<string, string> = {}, belowShell = false): Run {
  const script = [process.execPath, join(bundleFolder, 'bin/run.mjs'), command, ...list];
  // The second command keeps the shell from becoming the first.
  const [program = '', ...words] = belowShell ? ['sh', '-c', `'${script.join("' '")}'; exit 0`] : script;
  const child = spawn(program, words, {
    cwd: rootFolder,
    env: {
      PATH: process.env['PATH'] ?? '',
      CONFIG_PATH: join(folder, 'no-config'),
      KADER_DATA_DIR: dataFolder,
      KADER_SEED: 'reference',
      PORT: String(port),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => /^Ready: /m.test(output) && resolve());
    ended.then(() => reject(new Error(output)));
  });
  ready.catch(() => undefined);
  return { child, output: () => output, ended, ready };
}

async function start(environment: Record<string, string> = {}, belowShell = false): Promise<Run> {
  const instance = run('start', [], environment, belowShell);
  await instance.ready;
  return instance;
}

async function refusal(environment: Record<string, string>): Promise<string> {
  const instance = run('start', [], environment);
  expect(await instance.ended).toBe(1);
  return instance.output().trim();
}

const isReachable = () =>
  fetch(`http://127.0.0.1:${port}/server/ping`).then(
    (answer) => answer.ok,
    () => false,
  );

beforeAll(async () => {
  port = await freePort();
});

afterAll(async () => {
  for (const child of started) child.kill('SIGTERM');
  const postgres = runningPostgres(dataFolder);
  if (postgres) await waitForEnd(postgres.pid, 10_000);
  rmSync(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  it('makes an instance, tells the administrator, and stops both servers at SIGTERM', async () => {
    const instance = await start();
    expect(instance.output().trim().split('\n').at(-1)).toBe(`Ready: http://127.0.0.1:${port}`);
    expect(instance.output()).toContain('admin@example.com');
    expect(instance.output()).not.toContain('kader-jkn-demo');
    expect(await isReachable()).toBe(true);
    expect(statSync(join(dataFolder, 'secrets.json')).mode & 0o777).toBe(0o600);

    instance.child.kill('SIGTERM');
    expect(await instance.ended).toBe(0);
    expect(await isReachable()).toBe(false);
    expect(runningPostgres(dataFolder)).toBeNull();
  }, 180_000);

  it('starts again without preparing anything, and refuses others meanwhile', async () => {
    const instance = await start();
    expect(instance.output()).not.toContain('Making the tables');
    expect(instance.output()).not.toContain('Installing Kader JKN');

    expect(await refusal({ PORT: String(await freePort()) })).toMatch(
      /^The data folder .* is already in use by process/,
    );
    expect(await refusal({ KADER_DATA_DIR: join(folder, 'other') })).toBe(
      `127.0.0.1:${port} is in use. Stop what listens there, or choose another port with PORT.`,
    );

    const doctor = run('kader', ['doctor']);
    expect([0, 1]).toContain(await doctor.ended);
    expect(doctor.output()).toContain('PostgreSQL');

    instance.child.kill('SIGINT');
    expect(await instance.ended).toBe(0);
  }, 120_000);

  it('recovers by itself after kill -9', async () => {
    const killed = await start();
    const orphan = runningPostgres(dataFolder);
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(orphan).not.toBeNull();
    for (let tries = 0; tries < 100 && (await isReachable()); tries += 1) await wait(100);

    const instance = await start();
    expect(await isReachable()).toBe(true);
    expect(runningPostgres(dataFolder)?.pid).not.toBe(orphan?.pid);
    instance.child.kill('SIGTERM');
    expect(await instance.ended).toBe(0);
  }, 120_000);

  it('recovers when the id of its killed PostgreSQL belongs to another process by now', async () => {
    writeFileSync(
      join(dataFolder, 'postgres/postmaster.pid'),
      `${process.pid}\n${dataFolder}/postgres\n0\n1\n\n127.0.0.1\n\nready\n`,
    );
    const instance = await start();
    instance.child.kill('SIGTERM');
    expect(await instance.ended).toBe(0);
  }, 120_000);

  it('stops when the shell that npm ran it in is gone', async () => {
    const instance = await start({ npm_lifecycle_event: 'start' }, true);
    instance.child.kill('SIGTERM');
    expect(await instance.ended).not.toBe(1);
    for (let tries = 0; tries < 200 && lockHolder(dataFolder); tries += 1) await wait(50);
    expect(lockHolder(dataFolder)).toBeNull();
    expect(await isReachable()).toBe(false);
    expect(runningPostgres(dataFolder)).toBeNull();
  }, 120_000);

  it('runs a command of the bundle when it is stopped', async () => {
    const doctor = run('kader', ['doctor']);
    expect([0, 1]).toContain(await doctor.ended);
    expect(doctor.output()).toContain('PostgreSQL');
    expect(runningPostgres(dataFolder)).toBeNull();

    const nothing = run('kader', ['doctor'], { KADER_DATA_DIR: join(folder, 'empty') });
    expect(await nothing.ended).toBe(1);
    expect(nothing.output()).toMatch(/^There is no instance in .* yet: run "npm start" first\.$/m);
  }, 120_000);

  it.each([
    [
      'a folder that cannot be written',
      { KADER_DATA_DIR: '/dev/null/data' },
      /^The data folder \/dev\/null\/data cannot be written/,
    ],
    [
      'a database that cannot be reached',
      { DB_HOST: '127.0.0.1', DB_PORT: '1' },
      /^The database 127\.0\.0\.1:1 cannot be reached/m,
    ],
    [
      'a database other than PostgreSQL',
      { DB_CLIENT: 'mysql' },
      /^DB_CLIENT is "mysql", and Kader JKN needs PostgreSQL/,
    ],
    ['a port that is none', { PORT: 'web' }, /^PORT must be a number/],
    ['a seed that it does not know', { KADER_SEED: 'all' }, /^KADER_SEED must be/],
    ['the demo on an open address', { HOST: '0.0.0.0', KADER_SEED: 'demo' }, /^HOST=0\.0\.0\.0 would open the demo/],
  ])('refuses %s in one sentence', async (_, environment, sentence) => {
    const words = await refusal({ KADER_DATA_DIR: join(folder, 'refused'), ...environment });
    expect(words).toMatch(sentence);
    expect(words).not.toMatch(/^\s+at /m);
  });

  it('refuses the demo on an open address when it is only the default', async () => {
    const words = await refusal({ KADER_DATA_DIR: join(folder, 'refused'), HOST: '0.0.0.0', KADER_SEED: '' });
    expect(words).toMatch(/would open the demo/);
  });

  it('notices a port taken by another program', async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
    expect(await refusal({ KADER_DATA_DIR: join(folder, 'refused') })).toMatch(/is in use/);
    server.close();
  });
});
