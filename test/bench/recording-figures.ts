import { type Figure, median } from './figure.ts';

/** What one contestant's turn showed. */
export interface Turn {
  /** requests a second */
  speed: number;
  /** CPU milliseconds a request */
  directusCpu: number;
  postgresCpu: number;
}

/** Two turns, one right after the other. */
export interface Round {
  ours: Turn;
  bare: Turn;
}

const rivals: ReadonlyMap<number, string> = new Map([
  [1, 'Payload 72, Strapi 43, NocoBase 18, a bare SQL trigger behind PostGraphile 208 requests/s'],
  [8, 'Payload 117, Strapi 77, NocoBase 24, a bare SQL trigger behind PostGraphile 442 requests/s'],
]);

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** The ratio is the median of the rounds' own; CPU times, counted in ticks of 10 ms, are means over all rounds. */
export function recordingFigures(
  caller: 'staff' | 'administrator',
  connections: number,
  rounds: readonly Round[],
): Figure[] {
  const suffix = `${caller === 'staff' ? '' : 'Admin'}${connections}`;
  const where = `${caller}, ${connections} ${connections === 1 ? 'connection' : 'connections'}`;
  const rival = rivals.get(connections);
  const cpu = (of: keyof Round) => mean(rounds.map((round) => round[of].directusCpu + round[of].postgresCpu));
  const cost = (key: string, what: string, of: keyof Round, part: 'directusCpu' | 'postgresCpu'): Figure => ({
    key: `${key}${suffix}`,
    what: `${what}, ${where}`,
    value: mean(rounds.map((round) => round[of][part])),
    unit: 'ms',
  });
  return [
    {
      key: `hookRatio${suffix}`,
      what: `POST /items/collection ÷ the same table without the bundle, ${where}`,
      value: median(rounds.map(({ ours, bare }) => ours.speed / bare.speed)),
      unit: 'ratio',
      goal: { atLeast: 0.95 },
    },
    {
      key: `hookCpuRatio${suffix}`,
      what: `CPU of Directus and PostgreSQL without the bundle ÷ with it, ${where}`,
      value: cpu('bare') / cpu('ours'),
      unit: 'ratio',
    },
    {
      key: `itemsRps${suffix}`,
      what: `payments recorded, ${where}`,
      value: median(rounds.map(({ ours }) => ours.speed)),
      unit: 'requests/s',
      ...(rival && { rival }),
    },
    {
      key: `bareRps${suffix}`,
      what: `rows stored without the bundle, ${where}`,
      value: median(rounds.map(({ bare }) => bare.speed)),
      unit: 'requests/s',
    },
    cost('directusCpu', 'CPU of Directus a request', 'ours', 'directusCpu'),
    cost('bareDirectusCpu', 'CPU of Directus without the bundle', 'bare', 'directusCpu'),
    cost('postgresCpu', 'CPU of PostgreSQL a request', 'ours', 'postgresCpu'),
    cost('barePostgresCpu', 'CPU of PostgreSQL without the bundle', 'bare', 'postgresCpu'),
  ];
}
