import type { TestProject } from 'vitest/node';
import { buildBundle, isBuilt } from '../../extensions/kader-jkn/bin/build-bundle.ts';
import { joinCluster, leaveCluster } from './cluster.ts';
import { templateDatabase } from './template.ts';

/** Where the tests find PostgreSQL, and the database to copy. */
export interface TestDatabase {
  port: number;
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testDatabase: TestDatabase;
  }
}

/** Before the first test that needs Directus: the bundle, the cluster, the template database. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  if (!isBuilt()) await buildBundle();
  const port = await joinCluster();
  try {
    project.provide('testDatabase', { port, template: await templateDatabase(port) });
  } catch (error) {
    await leaveCluster();
    throw error;
  }
  return leaveCluster;
}
