import { inject } from 'vitest';
import { runBundleCommand } from '../../extensions/kader-jkn/bin/run-directus.ts';
import { type DirectusProcess, startProcess } from '../harness/process.ts';
import { asSuperuser, copyDatabase, testEnvironment } from '../harness/template.ts';

let started: Promise<DirectusProcess> | undefined;

/**
 * The Directus of the browser tests: a process of its own, with the app, on a database with the demo. Started at the first
 * call and shared by every test file of the run; it ends with the run.
 */
export function demoInstance(): Promise<DirectusProcess> {
  started ??= start();
  return started;
}

async function start(): Promise<DirectusProcess> {
  const { port, template } = inject('testDatabase');
  const database = `test_${process.pid}_demo`;
  await asSuperuser(port, (client) => copyDatabase(client, database, template));
  await runBundleCommand(['seed', 'demo'], testEnvironment(port, database));
  return await startProcess({ database });
}
