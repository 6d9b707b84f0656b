import { adminToken } from '../harness/template.ts';
import { type MeasuredDirectus, startDirectus } from './directus.ts';
import type { Figure } from './figure.ts';
import { sendBurst } from './load.ts';
import { cpuMilliseconds } from './process-cost.ts';
import { dropTriggers, makeRecordingBranch, pricedColumns, type RecordingBranch } from './recording-branch.ts';
import { type Round, recordingFigures, type Turn } from './recording-figures.ts';
import type { Stage } from './stage.ts';

/** One of the two that record the same payments: with the bundle, or the same tables without it. */
interface Contestant {
  directus: MeasuredDirectus;
  nextPayment: () => unknown;
}

export interface RecordingSize {
  rounds: number;
  /** requests a round, by connections */
  requests: ReadonlyMap<number, number>;
}

const warmUp = 150;
const monthsDues = 70_000;

/**
 * Every payment is of another family, or of another amount: none looks like one recorded twice. `finished` holds the
 * columns that a sender has to fill in where nobody reckons them.
 */
function paymentsOf({ families }: RecordingBranch, finished: object): () => unknown {
  let sent = 0;
  const paidAt = new Date(Date.now() - 60_000).toISOString();
  return () => {
    const again = Math.floor(sent / families.length);
    const binaan = families[sent++ % families.length];
    const amount = monthsDues + again * 1000;
    return { ...finished, binaan, amount, paid_at: paidAt, kind: 'arrears', channel: 'office' };
  };
}

/**
 * hookRatio and itemsRps: POST /items/collection with the bundle beside the same table, policies and caller without it, in
 * rounds that take turns, so that noise meets both. Both store the same row: without the bundle it is sent finished.
 */
export async function measureRecording(
  stage: Stage,
  { rounds, requests }: RecordingSize,
  say: (line: string) => void,
): Promise<Figure[]> {
  const perCaller = [...requests.values()].reduce((sum, count) => sum + count, 0) * rounds + warmUp;
  await stage.copy('bench_recording', stage.installed);
  const branch = await stage.within('bench_recording', (client) => makeRecordingBranch(client, perCaller * 2));
  await stage.copy('bench_bare_table', 'bench_recording');
  await stage.within('bench_bare_table', dropTriggers);

  async function takeTurn({ directus, nextPayment }: Contestant, token: string, connections: number, count: number) {
    const processes = [directus.pid, stage.postgres.pid] as const;
    const before = processes.map(cpuMilliseconds);
    const order = { url: directus.url, token, path: '/items/collection', connections, requests: count };
    const seconds = await sendBurst({ ...order, nextBody: nextPayment });
    const [directusCpu = Number.NaN, postgresCpu = Number.NaN] = processes.map(
      (pid, index) => (cpuMilliseconds(pid) - (before[index] ?? Number.NaN)) / count,
    );
    return { speed: count / seconds, directusCpu, postgresCpu } satisfies Turn;
  }

  const start = (database: string, withBundle: boolean) =>
    startDirectus(stage, { database, withBundle, servesApp: false });
  const ours = { directus: await start('bench_recording', true), nextPayment: paymentsOf(branch, {}) };
  await takeTurn(ours, branch.staffToken, 1, 1);
  const finished = await stage.within('bench_recording', pricedColumns);
  const bare = { directus: await start('bench_bare_table', false), nextPayment: paymentsOf(branch, finished) };

  const figures: Figure[] = [];
  for (const [caller, token] of [
    ['staff', branch.staffToken],
    ['administrator', adminToken],
  ] as const) {
    for (const one of [ours, bare]) await takeTurn(one, token, 8, warmUp);
    for (const [connections, count] of requests) {
      const all: Round[] = [];
      for (let round = 0; round < rounds; round++) {
        // who goes first changes, so that what one leaves behind (a flush, a garbage collection) meets both
        const order = round % 2 === 0 ? [ours, bare] : [bare, ours];
        const turns: Turn[] = [];
        for (const one of order) turns.push(await takeTurn(one, token, connections, count));
        const [mine, other] = round % 2 === 0 ? turns : turns.toReversed();
        if (mine && other) all.push({ ours: mine, bare: other });
      }
      const made = recordingFigures(caller, connections, all);
      say(made.map(({ key, value }) => `${key} ${value.toFixed(2)}`).join('  '));
      figures.push(...made);
    }
  }
  await ours.directus.stop();
  await bare.directus.stop();
  return figures;
}
