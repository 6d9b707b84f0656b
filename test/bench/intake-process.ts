/** A list taken in by a process of its own: `node intake-process.ts '{"connection":…,"batch":1,"file":"…"}'`; answers in JSON. */
import { createReadStream, statSync } from 'node:fs';
import createKnex from 'knex';
import { readImportJob } from '../../extensions/kader-jkn/src/server/intake/import-job.ts';
import { runImport } from '../../extensions/kader-jkn/src/server/intake/run-import.ts';

const { connection, batch, file } = JSON.parse(`${process.argv[2]}`);
const knex = createKnex({ client: 'pg', connection, pool: { min: 0, max: 4 } });
try {
  const job = await readImportJob(knex, batch, null);
  const source = { open: async () => createReadStream(file), bytes: statSync(file).size, again: true };
  const started = performance.now();
  const counts = await runImport(knex, job, source, { now: () => new Date() });
  const milliseconds = performance.now() - started;
  // kilobytes of 1,024 bytes
  const peakMegabytes = (process.resourceUsage().maxRSS * 1024) / 1e6;
  process.stdout.write(JSON.stringify({ milliseconds, peakMegabytes, families: counts.rows_new }));
} finally {
  await knex.destroy();
}
