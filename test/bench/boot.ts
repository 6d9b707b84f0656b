import { setTimeout as wait } from 'node:timers/promises';
import { adminToken } from '../harness/template.ts';
import { startDirectus } from './directus.ts';
import { type Figure, median } from './figure.ts';
import { residentMegabytes } from './process-cost.ts';
import type { Stage } from './stage.ts';

interface Boot {
  milliseconds: number;
  /** megabytes, when it has answered some requests */
  resident: number;
  residentAtBoot: number;
}

/** Requests that any Data Studio sends when somebody signs in. */
const paths = ['/collections', '/fields', '/relations', '/users/me', '/users?limit=10'];
const repeats = 10;
const settleMilliseconds = 1500;

async function boot(stage: Stage, database: string, withBundle: boolean): Promise<Boot> {
  const directus = await startDirectus(stage, { database, withBundle, servesApp: true });
  try {
    await wait(settleMilliseconds);
    const residentAtBoot = residentMegabytes(directus.pid);
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const path of paths) {
        const answer = await fetch(`${directus.url}${path}`, { headers: { authorization: `Bearer ${adminToken}` } });
        await answer.arrayBuffer();
      }
    }
    return { milliseconds: directus.bootMilliseconds, resident: residentMegabytes(directus.pid), residentAtBoot };
  } finally {
    await directus.stop();
  }
}

/** bootRatio and rssRatio: a Directus with everything of ours ÷ one fresh from the box, serving the Data Studio, in turns. */
export async function measureBoot(stage: Stage, boots: number, say: (line: string) => void): Promise<Figure[]> {
  await stage.copy('bench_boot', stage.installed);
  await stage.copy('bench_bare_boot', stage.directus);
  const pairs: { ours: Boot; bare: Boot }[] = [];
  // the first of all reads the files from disk
  await boot(stage, 'bench_bare_boot', false);
  for (let run = 0; run < boots; run++) {
    const bare = await boot(stage, 'bench_bare_boot', false);
    const ours = await boot(stage, 'bench_boot', true);
    pairs.push({ ours, bare });
    say(`boot ${ours.milliseconds.toFixed(0)} ms against ${bare.milliseconds.toFixed(0)} ms`);
  }
  const middle = (pick: (pair: (typeof pairs)[number]) => number) => median(pairs.map(pick));
  return [
    {
      key: 'bootRatio',
      what: 'start until /server/ping answers ÷ a bare Directus',
      value: middle(({ ours, bare }) => ours.milliseconds / bare.milliseconds),
      unit: 'ratio',
      goal: { atMost: 1.15 },
    },
    {
      key: 'bootSeconds',
      what: 'the start itself',
      value: middle(({ ours }) => ours.milliseconds / 1000),
      unit: 's',
    },
    {
      key: 'rssRatio',
      what: 'memory after some requests ÷ a bare Directus',
      value: middle(({ ours, bare }) => ours.resident / bare.resident),
      unit: 'ratio',
      goal: { atMost: 1.15 },
    },
    { key: 'rssMb', what: 'the memory itself', value: middle(({ ours }) => ours.resident), unit: 'MB' },
    {
      key: 'rssAtBootRatio',
      what: 'memory right after the start ÷ a bare Directus',
      value: middle(({ ours, bare }) => ours.residentAtBoot / bare.residentAtBoot),
      unit: 'ratio',
    },
  ];
}
