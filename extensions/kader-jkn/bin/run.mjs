/**
 * Runs one of the project's commands: `node extensions/kader-jkn/bin/run.mjs start`.
 *
 * The only file here that has to run on whatever Node the machine has (20 or newer): it installs the dependencies
 * when they are missing or old, and goes on under the pinned Node that came with them.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const binFolder = dirname(fileURLToPath(import.meta.url));
const rootFolder = resolve(binFolder, '../../..');
const pinnedNode = join(rootFolder, 'node_modules/node/bin/node');
const [command = '', ...commandArguments] = process.argv.slice(2);

const lockFile = join(rootFolder, 'package-lock.json');
/** Written after an installation of ours: the hash of the lock file that it followed. */
const stampFile = join(rootFolder, 'node_modules/.kader-jkn-installed');

/** @param {string} path */
const readLock = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

/** Whether node_modules holds what package-lock.json asks for. Optional packages may be absent on this platform. */
function isInstalled() {
  const installedLock = join(rootFolder, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock) || !existsSync(pinnedNode)) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash()) return true;
  const installed = readLock(installedLock);
  return Object.entries(readLock(lockFile)).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') || wanted.link) return true;
    if (wanted.optional || wanted.devOptional || wanted.peer || wanted.extraneous) return true;
    return installed[path]?.version === wanted.version;
  });
}

/** @param {string} sentence */
function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node 20 or newer is needed to start; this is ${process.version}.`);
}
if (!/^[a-z-]+$/.test(command) || !existsSync(join(binFolder, `${command}.ts`))) {
  fail(`There is no command "${command}".`);
}

process.chdir(rootFolder);

if (!isInstalled()) {
  process.stderr.write('Installing dependencies (npm ci), a minute or two …\n');
  const options = { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' };
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], options);
  if (install.status !== 0 || !existsSync(pinnedNode)) {
    fail('The dependencies could not be installed. Run "npm ci" to see why.');
  }
  writeFileSync(stampFile, lockHash());
}

// npm runs this below a shell, which ends at a signal without passing it on: when it is gone, so is the wish to run.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

const script = join(binFolder, `${command}.ts`);
const pinnedVersion = readLock(lockFile)['node_modules/node'].version;

if (process.versions.node === pinnedVersion) {
  process.argv = [process.execPath, script, ...commandArguments];
  await import(pathToFileURL(script).href);
} else {
  const child = spawn(pinnedNode, [script, ...commandArguments], { stdio: 'inherit' });
  // A terminal's Ctrl-C reaches the child by itself; a signal sent to this process alone does not.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('exit', (code) => process.exit(code ?? 1));
}
