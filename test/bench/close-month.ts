import createKnex, { type Knex } from 'knex';
import { closePeriod } from '../../extensions/kader-jkn/src/server/close-period.ts';
import { password } from '../harness/template.ts';
import { type Figure, median } from './figure.ts';
import { makeNationalBooks, type NationalBooks, type NationalSize } from './national-books.ts';
import type { Stage } from './stage.ts';

export interface CloseSize extends NationalSize {
  runs: number;
}

const database = 'bench_close';
const plainSum = `select sum(amount), sum(commission) from collection where branch = ? and month = ?`;

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Closes the month and takes it back, so that the next run finds it open. */
async function closeAndTakeBack(knex: Knex, { period }: NationalBooks): Promise<number> {
  const transaction = await knex.transaction();
  try {
    return await milliseconds(() => closePeriod(transaction, { period, by: null, now: new Date() }));
  } finally {
    await transaction.rollback();
  }
}

/** closeVsScan: the close of the whole nation's month ÷ one plain sum over its collections, in turns on one database. */
export async function measureClose(stage: Stage, size: CloseSize, say: (line: string) => void): Promise<Figure[]> {
  await stage.copy(database, stage.installed);
  const books = await stage.within(database, (client) => makeNationalBooks(client, size));
  say('the books are made');
  const connection = { host: '127.0.0.1', port: stage.postgres.port, user: 'kader', password, database };
  const knex = createKnex({ client: 'pg', connection, pool: { min: 1, max: 1 } });
  const closes: number[] = [];
  const sums: number[] = [];
  try {
    for (let run = 0; run <= size.runs; run++) {
      const sum = await milliseconds(() => knex.raw(plainSum, [books.branch, books.month]));
      const close = await closeAndTakeBack(knex, books);
      // the first run only warms the memory of both
      if (run === 0) continue;
      sums.push(sum);
      closes.push(close);
    }
  } finally {
    await knex.destroy();
  }
  const { kader, collections, behind } = size;
  const what = `close of ${kader} kader, ${collections} collections, ${behind} behind`;
  return [
    {
      key: 'closeVsScan',
      what: `${what} ÷ one plain sum over the month`,
      value: median(closes.map((close, run) => close / (sums[run] ?? Number.NaN))),
      unit: 'ratio',
      goal: { atMost: 5 },
    },
    { key: 'closeMs', what: 'the close', value: median(closes), unit: 'ms' },
    { key: 'scanMs', what: 'the sum', value: median(sums), unit: 'ms' },
  ];
}
