import { adminToken } from '../harness/template.ts';
import { startDirectus } from './directus.ts';
import { type Figure, median } from './figure.ts';
import { makeMonevHistory } from './monev-history.ts';
import type { NationalSize } from './national-books.ts';
import type { Stage } from './stage.ts';

export interface MonevSize {
  kader: number;
  familiesPerKader: number;
  /** in the month that is open, whatever lies behind it */
  collections: number;
  /** in all */
  few: number;
  many: number;
  /** months over which each are spread */
  fewMonths: number;
  manyMonths: number;
  runs: number;
}

/** What every panel asks, over its usual months; with how it asks for many. */
const panels: readonly { panel: string; path: string; overYears: string | null }[] = [
  { panel: 'chooser', path: 'options', overYears: null },
  { panel: 'attainment', path: 'attainment?months=1', overYears: 'months=60' },
  { panel: 'visits', path: 'attainment?measure=families_visited&months=1', overYears: 'months=60' },
  { panel: 'ranking', path: 'ranking?months=1&count=15', overYears: 'months=60' },
  { panel: 'zero-watch', path: 'zero-watch?months=12&count=20', overYears: null },
  { panel: 'trend', path: 'trend?months=12', overYears: 'months=60' },
  { panel: 'cost', path: 'cost?months=12', overYears: 'months=60' },
  { panel: 'ageing', path: 'ageing', overYears: null },
  { panel: 'funnel', path: 'funnel?months=1', overYears: 'months=60' },
  { panel: 'contacts', path: 'contacts?months=1', overYears: 'months=60' },
  { panel: 'promises', path: 'promises?months=1', overYears: 'months=60' },
  { panel: 'workforce', path: 'workforce?months=12', overYears: 'months=60' },
  { panel: 'coverage', path: 'coverage', overYears: null },
  { panel: 'open-matters', path: 'open-matters', overYears: null },
  { panel: 'early-warning', path: 'early-warning', overYears: null },
];

const aggregate =
  '/items/collection?aggregate[sum]=amount&groupBy[]=month&groupBy[]=kader&limit=-1&filter[status][_in]=recorded,verified';

async function milliseconds(url: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(url, { headers: { authorization: `Bearer ${adminToken}` } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}: ${text.slice(0, 500)}`);
  return performance.now() - started;
}

function p95(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
}

interface Measured {
  panel: string;
  few: number[];
  many: number[];
}

/** monevGrowth: the slowest question of a panel with many collections behind ÷ with few, the running month being the same, in turns. */
export async function measureMonev(stage: Stage, size: MonevSize, say: (line: string) => void): Promise<Figure[]> {
  const { kader, familiesPerKader, collections, few, many, fewMonths, manyMonths, runs } = size;
  const books: NationalSize = { kader, familiesPerKader, collections, behind: 0 };
  const databases = [
    { name: 'bench_monev_few', behind: few - collections, months: fewMonths },
    { name: 'bench_monev_many', behind: many - collections, months: manyMonths },
  ];
  const running = [];
  for (const { name, behind, months } of databases) {
    await stage.copy(name, stage.installed);
    const branch = await stage.within(name, (client) =>
      makeMonevHistory(client, { ...books, behind, behindEach: Math.ceil(behind / months) }),
    );
    const directus = await startDirectus(stage, { database: name, withBundle: true, servesApp: false });
    running.push({
      directus,
      at: (path: string) => `${directus.url}/kader-jkn/monev/${path}${path.includes('?') ? '&' : '?'}branch=${branch}`,
    });
    say(`${name} stands`);
  }
  const [small, large] = running;
  if (!small || !large) throw new RangeError('Two databases are compared');
  try {
    const measured: Measured[] = [];
    const spans: number[] = [];
    for (const { panel, path, overYears } of panels) {
      const one: Measured = { panel, few: [], many: [] };
      const years: number[] = [];
      const long = overYears === null ? null : path.replace(/months=\d+/, overYears);
      // the first turn only warms the memory of both
      for (let run = 0; run <= runs; run += 1) {
        const times = [await milliseconds(small.at(path)), await milliseconds(large.at(path))] as const;
        const overMany = long === null ? null : await milliseconds(large.at(long));
        if (run === 0) continue;
        one.few.push(times[0]);
        one.many.push(times[1]);
        if (overMany !== null) years.push(overMany);
      }
      measured.push(one);
      if (years.length > 0) spans.push(median(years) / median(one.many));
      const span = years.length > 0 ? `, over ${manyMonths} months ${median(years).toFixed(0)} ms` : '';
      say(`${panel}: ${median(one.few).toFixed(0)} ms with few, ${median(one.many).toFixed(0)} ms with many${span}`);
    }
    const slowest = measured.toSorted((one, other) => median(other.many) - median(one.many))[0];
    if (slowest === undefined) throw new RangeError('Some panel is the slowest');
    const own: number[] = [];
    for (let run = 0; run < Math.min(runs, 3); run += 1)
      own.push(await milliseconds(`${large.directus.url}${aggregate}`));
    return [
      {
        key: 'monevGrowth',
        what: `the slowest question of a panel (${slowest.panel}), ${many} collections ÷ ${few}`,
        value: median(slowest.many) / median(slowest.few),
        unit: 'ratio',
        goal: { atMost: 1.5 },
      },
      {
        key: 'monevGrowthMost',
        what: 'the same of the question that grows most',
        value: Math.max(...measured.map((one) => median(one.many) / median(one.few))),
        unit: 'ratio',
      },
      {
        key: 'monevSpan',
        what: `the question that grows most over ${manyMonths} months ÷ over its usual ones`,
        value: Math.max(...spans),
        unit: 'ratio',
      },
      { key: 'monevP95', what: `${slowest.panel} with ${many} collections, p95`, value: p95(slowest.many), unit: 'ms' },
      {
        key: 'aggregateMs',
        what: "beside it: collections by month and kader through Directus's own aggregate",
        value: median(own),
        unit: 'ms',
      },
    ];
  } finally {
    for (const { directus } of running) await directus.stop();
  }
}
