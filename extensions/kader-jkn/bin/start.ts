/** `npm start`: the bundle, PostgreSQL and Directus, ready to sign in; stops both on Ctrl-C or SIGTERM. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { demoAccounts } from '../../../seeds/demo/accounts.ts';
import { buildBundle, isBuilt } from './build-bundle.ts';
import { checkPort } from './check-port.ts';
import {
  type FolderLock,
  lockDataFolder,
  openDataFolder,
  readSecrets,
  readState,
  type Secrets,
  writeState,
} from './data-folder.ts';
import type { Environment } from './directus-environment.ts';
import { bundleFolder, rootFolder } from './folders.ts';
import {
  beginDatabase,
  type DatabaseFacts,
  embeddedDatabase,
  finishDatabase,
  inspectDatabase,
  installationVersion,
  isComplete,
} from './instance-database.ts';
import { type InstanceSettings, instanceEnvironment, readSettings } from './instance-settings.ts';
import { type PostgresServer, startPostgres } from './postgres.ts';
import { bootstrapDirectus, runBundleCommand, stopRuns } from './run-directus.ts';
import { step } from './steps.ts';
import { failWith, StopSentence } from './stop-sentence.ts';
import { type Administrator, welcome } from './welcome.ts';

let lock: FolderLock | undefined;
let postgres: PostgresServer | undefined;
let directus: ChildProcess | undefined;
let stopping: Promise<void> | undefined;

/** Stops what runs, Directus before its database. */
function stopAll(): Promise<void> {
  stopping ??= (async () => {
    stopRuns();
    if (directus && directus.exitCode === null && directus.signalCode === null) {
      const server = directus;
      const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
      server.kill('SIGTERM');
      const impatience = setTimeout(() => server.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(impatience);
    }
    await postgres?.stop();
    lock?.release();
  })();
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    process.stdout.write('\nStopping …\n');
    stopAll().then(() => process.exit(0), failWith);
  });
}

/** The first administrator: the user's choice, else the demo's, else one with a password of this instance's own. */
function chooseAdministrator(seed: 'demo' | 'reference', secrets: Secrets): Administrator & { password: string } {
  const demo = seed === 'demo' ? demoAccounts.find(({ role }) => role === 'administrator') : undefined;
  const email = process.env['ADMIN_EMAIL'] || (demo?.email ?? 'admin@example.com');
  const ownPassword = email === demo?.email ? demo.password : secrets.adminPassword;
  return { email, password: process.env['ADMIN_PASSWORD'] || ownPassword };
}

function refuseOpenDemo(settings: InstanceSettings): never {
  throw new StopSentence(
    `HOST=${settings.host} would open the demo, whose passwords everybody knows, to the network. ` +
      'Keep HOST=127.0.0.1, or start without the demo: KADER_SEED=reference and another KADER_DATA_DIR.',
  );
}

/** Of what the installer prints, the counts that show how far it is; not its plan. */
const isCount = (line: string) => /^[A-Z][^:]*: [\d,.]+$/.test(line);

/** Directus's tables, ours, the reference data and, where it was asked for, the demo. */
async function prepare(settings: InstanceSettings, environment: Environment, facts: DatabaseFacts, withDemo: boolean) {
  if (withDemo && !settings.isLoopback) refuseOpenDemo(settings);
  const update = facts.hasDirectus ? 'Bringing the tables of Directus up to date' : 'Making the tables of Directus';
  await step(update, () => bootstrapDirectus(environment));
  await step('Installing Kader JKN: tables, rules, roles, flows, dashboards', (progress) =>
    runBundleCommand(['install'], environment, (line) => isCount(line) && progress(line)),
  );
  if (withDemo) {
    await step('Loading the demo programmes', (progress) => runBundleCommand(['seed', 'demo'], environment, progress));
  }
}

/** A database of the embedded server: built under another name, so that it is complete whenever it has its own. */
async function prepareEmbedded(settings: InstanceSettings, secrets: Secrets, port: number): Promise<Environment> {
  const environment = instanceEnvironment(settings, embeddedDatabase(port, secrets), secrets.secret);
  const version = () => installationVersion({ DB_HOST: 'embedded' });
  const remember = () => writeState(settings.dataFolder, { installed: version() });

  if (!(await isComplete(port, secrets))) {
    await beginDatabase(port, secrets);
    const building = instanceEnvironment(settings, embeddedDatabase(port, secrets, true), secrets.secret);
    const { email, password } = chooseAdministrator(settings.seed, secrets);
    const nothing = await inspectDatabase(building);
    const withAdministrator = { ...building, ADMIN_EMAIL: email, ADMIN_PASSWORD: password };
    await prepare(settings, withAdministrator, nothing, settings.seed === 'demo');
    await finishDatabase(port, secrets);
    remember();
    return environment;
  }

  const facts = await inspectDatabase(environment);
  const addsDemo = settings.seedWasChosen && settings.seed === 'demo' && facts.branches === 0;
  if (addsDemo || readState(settings.dataFolder).installed !== version()) {
    await prepare(settings, environment, facts, addsDemo);
    remember();
  }
  return environment;
}

/** A database of the user's own server. The demo goes in only where we made Directus's tables, or where it was asked for. */
async function prepareOwn(settings: InstanceSettings, secrets: Secrets): Promise<Environment> {
  const environment = instanceEnvironment(settings, { DB_CLIENT: 'pg' }, secrets.secret);
  const facts = await step('Connecting to your PostgreSQL', () => inspectDatabase(environment));
  const state = readState(settings.dataFolder);
  const version = installationVersion(environment);
  const isOurs = !facts.hasDirectus || state.unfinishedSeed === true;
  const withDemo = settings.seed === 'demo' && (isOurs || (settings.seedWasChosen && facts.branches === 0));
  if (!withDemo && facts.hasBundle && state.installed === version) return environment;

  if (withDemo) writeState(settings.dataFolder, { ...state, unfinishedSeed: true });
  const { email, password } = chooseAdministrator(withDemo ? 'demo' : 'reference', secrets);
  await prepare(settings, { ...environment, ADMIN_EMAIL: email, ADMIN_PASSWORD: password }, facts, withDemo);
  writeState(settings.dataFolder, { installed: version });
  return environment;
}

/** Directus says at each start that there are no map fields, of which we use none. */
const expectedWarning = "PostGIS isn't installed";

/** Starts Directus in a process of its own and resolves when it listens. */
function serve(environment: Environment): Promise<ChildProcess> {
  return new Promise((ready, failed) => {
    const child = spawn(process.execPath, [join(bundleFolder, 'bin/serve.ts')], {
      cwd: rootFolder,
      env: environment,
      // Its own process group: Ctrl-C reaches the launcher only, which stops both in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    directus = child;
    const lines = createInterface({ input: child.stdout ?? process.stdin });
    lines.on('line', (line) => {
      if (!line.includes(expectedWarning)) process.stdout.write(`${line}\n`);
    });
    child.once('message', () => ready(child));
    child.once('error', failed);
    child.once('exit', (code, signal) => {
      failed(
        new StopSentence(`Directus ended before it was ready (${signal ?? `code ${code}`}); its messages are above.`),
      );
    });
  });
}

async function start(): Promise<void> {
  const settings = readSettings();
  if (settings.seed === 'demo' && settings.seedWasChosen && !settings.isLoopback) refuseOpenDemo(settings);
  openDataFolder(settings.dataFolder);
  lock = lockDataFolder(settings.dataFolder);
  await checkPort(settings.host, settings.port);
  const secrets = readSecrets(settings.dataFolder);

  if (!isBuilt()) await step('Building the bundle', () => buildBundle());

  let environment: Environment;
  if (settings.hasOwnDatabase) {
    environment = await prepareOwn(settings, secrets);
  } else {
    const folder = relative(rootFolder, settings.dataFolder) || settings.dataFolder;
    const server = await step(`Starting PostgreSQL (data in ${folder})`, () =>
      startPostgres({ folder: settings.dataFolder, password: secrets.databasePassword }),
    );
    postgres = server;
    lock.update({ postgresPort: server.port });
    environment = await prepareEmbedded(settings, secrets, server.port);
  }

  const facts = await inspectDatabase(environment);
  if (facts.demoAccounts.length > 0 && !settings.isLoopback) refuseOpenDemo(settings);

  // what the demo writes to is nobody's; only who asks for it sends
  if (facts.demoAccounts.length > 0) environment = { KADER_MAIL_PER_MINUTE: '0', ...environment };

  const server = await step('Starting Directus', () => serve(environment));
  server.once('exit', (code, signal) => {
    if (stopping) return;
    process.stderr.write(`Directus stopped by itself (${signal ?? `code ${code}`}); its messages are above.\n`);
    stopAll().then(() => process.exit(1), failWith);
  });
  lock.update({ url: settings.url });

  const hasDemo = facts.demoAccounts.length > 0;
  const { email, password } = chooseAdministrator(hasDemo ? 'demo' : 'reference', secrets);
  const administrator = { email, password: process.env['ADMIN_PASSWORD'] ? null : password };
  process.stdout.write(
    welcome(settings.url, facts.demoAccounts, facts.demoAccounts.includes(email) ? null : administrator),
  );
  process.stdout.write(`\nReady: ${settings.url}\n`);
}

try {
  await start();
} catch (error) {
  if (!stopping) {
    await stopAll();
    failWith(error);
  }
}
