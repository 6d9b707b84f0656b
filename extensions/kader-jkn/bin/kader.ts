/** `npm run kader -- COMMAND`: a command of the bundle on the instance of `npm start`, whether it runs or not. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildBundle, isBuilt } from './build-bundle.ts';
import { lockDataFolder, lockHolder, openDataFolder, readSecrets } from './data-folder.ts';
import type { Environment } from './directus-environment.ts';
import { nodeModules, rootFolder } from './folders.ts';
import { embeddedDatabase, inspectDatabase, isComplete } from './instance-database.ts';
import { instanceEnvironment, readSettings } from './instance-settings.ts';
import { startPostgres } from './postgres.ts';
import { failWith, StopSentence } from './stop-sentence.ts';

/** Runs the command in the terminal's own streams; resolves with its exit code. */
function runCommand(environment: Environment): Promise<number> {
  const cli = join(nodeModules, '@directus/api/dist/cli/run.js');
  const child = spawn(process.execPath, [cli, 'kader-jkn', ...process.argv.slice(2)], {
    cwd: rootFolder,
    env: { ...environment, SERVE_APP: 'false' },
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function onInstance(): Promise<number> {
  const settings = readSettings();
  if (!isBuilt()) await buildBundle();
  openDataFolder(settings.dataFolder);
  const secrets = readSecrets(settings.dataFolder);
  const nothingYet = `There is no instance in ${settings.dataFolder} yet: run "npm start" first.`;

  if (settings.hasOwnDatabase) {
    const environment = instanceEnvironment(settings, { DB_CLIENT: 'pg' }, secrets.secret);
    if (!(await inspectDatabase(environment)).hasDirectus) throw new StopSentence(nothingYet);
    return await runCommand(environment);
  }

  const holder = lockHolder(settings.dataFolder);
  if (holder) {
    if (holder.postgresPort === null)
      throw new StopSentence('The instance is still starting: try again when it is ready.');
    const database = embeddedDatabase(holder.postgresPort, secrets);
    return await runCommand(instanceEnvironment(settings, database, secrets.secret));
  }

  const lock = lockDataFolder(settings.dataFolder);
  try {
    const server = await startPostgres({ folder: settings.dataFolder, password: secrets.databasePassword });
    try {
      if (!(await isComplete(server.port, secrets))) throw new StopSentence(nothingYet);
      const database = embeddedDatabase(server.port, secrets);
      return await runCommand(instanceEnvironment(settings, database, secrets.secret));
    } finally {
      await server.stop();
    }
  } finally {
    lock.release();
  }
}

// The command gets Ctrl-C from the terminal itself; this process stays to stop the database after it.
process.on('SIGINT', () => undefined);
try {
  process.exitCode = await onInstance();
} catch (error) {
  failWith(error);
}
