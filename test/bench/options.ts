import { parseArgs } from 'node:util';
import { StopSentence } from '../../extensions/kader-jkn/bin/stop-sentence.ts';
import type { CloseSize } from './close-month.ts';
import type { IntakeSize } from './intake.ts';
import type { MonevSize } from './monev.ts';
import type { RecordingSize } from './recording.ts';

export interface BenchOptions {
  /** one JSON object on standard output and nothing else */
  json: boolean;
  size: 'small' | 'full';
}

/** How much is measured: `small` ends within six minutes, `full` has the nation's ten million collections behind it. */
export interface BenchSize {
  recording: RecordingSize;
  close: CloseSize;
  intake: IntakeSize;
  monev: MonevSize;
  /** starts of each Directus */
  boots: number;
}

export const sizes: Readonly<Record<BenchOptions['size'], BenchSize>> = {
  small: {
    recording: {
      rounds: 8,
      requests: new Map([
        [1, 60],
        [8, 120],
      ]),
    },
    close: { kader: 3300, familiesPerKader: 100, collections: 170_000, behind: 1_000_000, runs: 7 },
    intake: { families: 200_000, runs: 3, byDirectus: 1_000, memory: [100_000, 1_000_000] },
    monev: {
      kader: 3300,
      familiesPerKader: 30,
      collections: 20_000,
      few: 100_000,
      many: 1_000_000,
      fewMonths: 12,
      manyMonths: 60,
      runs: 15,
    },
    boots: 3,
  },
  full: {
    recording: {
      rounds: 20,
      requests: new Map([
        [1, 150],
        [8, 300],
      ]),
    },
    close: { kader: 3300, familiesPerKader: 500, collections: 170_000, behind: 10_000_000, runs: 9 },
    intake: { families: 1_650_000, runs: 3, byDirectus: 2_000, memory: [100_000, 1_000_000] },
    monev: {
      kader: 3300,
      familiesPerKader: 30,
      collections: 20_000,
      few: 100_000,
      many: 10_000_000,
      fewMonths: 12,
      manyMonths: 60,
      runs: 25,
    },
    boots: 5,
  },
};

/** Reads `--json` and `--size small|full`; anything else is told in a sentence. */
export function readOptions(list: string[]): BenchOptions {
  try {
    const { values } = parseArgs({ args: list, options: { json: { type: 'boolean' }, size: { type: 'string' } } });
    const { json = false, size = 'small' } = values;
    if (size !== 'small' && size !== 'full') throw new Error(`--size must be small or full, not "${size}".`);
    return { json, size };
  } catch (error) {
    throw new StopSentence(error instanceof Error ? error.message : String(error));
  }
}
