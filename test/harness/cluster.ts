import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whileLocked } from '../../extensions/kader-jkn/bin/file-lock.ts';
import { rootFolder } from '../../extensions/kader-jkn/bin/folders.ts';
import { runningPostgres, startPostgres, stopPostgres } from '../../extensions/kader-jkn/bin/postgres.ts';
import { isAlive } from '../../extensions/kader-jkn/bin/process-table.ts';
import { asSuperuser, password } from './template.ts';

/** Kept between runs, so that only the first pays for making the cluster and the templates. */
export const testFolder = join(rootFolder, '.test');
const usersFolder = join(testFolder, 'users');
const lockFile = join(testFolder, 'cluster.lock');

/** Tests can lose everything: no run waits for the disk. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** The processes that use the cluster now, this one left out; forgets those that ended without a word. */
function otherUsers(): number[] {
  return readdirSync(usersFolder)
    .map(Number)
    .filter((pid) => {
      if (isAlive(pid)) return pid !== process.pid;
      rmSync(join(usersFolder, String(pid)), { force: true });
      return false;
    });
}

/** Starts the test cluster, or joins the one that another run has started. Returns its port. */
export async function joinCluster(): Promise<number> {
  mkdirSync(usersFolder, { recursive: true });
  return await whileLocked(lockFile, async () => {
    const others = otherUsers();
    writeFileSync(join(usersFolder, String(process.pid)), '');
    const running = runningPostgres(testFolder);
    if (running?.ready) return running.port;
    const { port } = await startPostgres({ folder: testFolder, password, settings });
    if (others.length === 0) {
      await asSuperuser(port, async (client) => {
        const left = await client.query(`select datname from pg_database where datname like 'test\\_%'`);
        for (const { datname } of left.rows) await client.query(`drop database ${datname} with (force)`);
      });
    }
    return port;
  });
}

/** Leaves the cluster; the last one out stops it. */
export async function leaveCluster(): Promise<void> {
  await whileLocked(lockFile, async () => {
    rmSync(join(usersFolder, String(process.pid)), { force: true });
    const running = runningPostgres(testFolder);
    if (running && otherUsers().length === 0) await stopPostgres(running.pid);
  });
}
