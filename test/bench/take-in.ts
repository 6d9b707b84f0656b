import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type pg from 'pg';
import { password } from '../harness/template.ts';
import type { IntakeBranch } from './intake-list.ts';
import type { Stage } from './stage.ts';

/** What taking in a list came to. */
export interface Intake {
  milliseconds: number;
  peakMegabytes: number;
  families: number;
}

/** The database into which lists are taken. */
export const intakeDatabase = 'bench_intake';
const intakeProcess = new URL('./intake-process.ts', import.meta.url).pathname;
const run = promisify(execFile);

/** Takes a list in, by a process of its own; `assign`: families without a kader are given to the kader of their desa. */
export async function takeIn(
  stage: Stage,
  client: pg.Client,
  { branch, file, assign = false }: { branch: IntakeBranch; file: string; assign?: boolean },
): Promise<Intake> {
  const { rows } = await client.query(
    `insert into import_batch (branch, as_of, mode, full_list, list_scope, assign, status)
     values ($1, current_date - 20, 'good_rows', false, 'branch', $2, 'new') returning id`,
    [branch.id, assign],
  );
  const connection = {
    ...{ host: '127.0.0.1', port: stage.postgres.port },
    ...{ user: 'kader', password, database: intakeDatabase },
  };
  const order = JSON.stringify({ connection, file, batch: rows[0].id });
  const { stdout } = await run(process.execPath, [intakeProcess, order]);
  return JSON.parse(stdout);
}

export async function emptyFamilies(client: pg.Client): Promise<void> {
  await client.query('set session_replication_role = replica');
  await client.query('truncate assignment, import_change, binaan cascade');
  await client.query('set session_replication_role = origin');
}
