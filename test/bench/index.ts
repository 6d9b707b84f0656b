import { buildBundle, isBuilt } from '../../extensions/kader-jkn/bin/build-bundle.ts';
import { stopRuns } from '../../extensions/kader-jkn/bin/run-directus.ts';
import { measureAppSize } from './app-size.ts';
import { measureBoot } from './boot.ts';
import { measureClose } from './close-month.ts';
import { endDirectus } from './directus.ts';
import type { Figure } from './figure.ts';
import { measureIntake } from './intake.ts';
import { measureMonev } from './monev.ts';
import { type BenchOptions, sizes } from './options.ts';
import { measureRecording } from './recording.ts';
import { asJson, table } from './report.ts';
import { type Strike, setStage } from './stage.ts';

/** Runs every figure of the benchmark and prints them; progress goes to standard error. A goal that is missed is no failure. */
export async function runBenchmark({ json, size }: BenchOptions): Promise<void> {
  const say = (line: string) => process.stderr.write(`  ${line}\n`);
  const { recording, close, intake, monev, boots } = sizes[size];
  let strikeStage: Strike = async () => undefined;

  async function strike(): Promise<void> {
    endDirectus();
    stopRuns();
    await strikeStage();
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      // whatever breaks from here on breaks because it is taken down
      process.on('uncaughtException', () => undefined);
      strike().finally(() => process.exit(1));
    });
  }

  try {
    if (!isBuilt()) await buildBundle();
    process.stderr.write('Setting the stage: PostgreSQL, Directus, Kader JKN …\n');
    const stage = await setStage((strike) => {
      strikeStage = strike;
    });
    const figures: Figure[] = [];
    process.stderr.write('Recording payments, with and without the bundle …\n');
    figures.push(...(await measureRecording(stage, recording, say)));
    process.stderr.write('Closing a month …\n');
    figures.push(...(await measureClose(stage, close, say)));
    process.stderr.write('Taking lists of families in …\n');
    figures.push(...(await measureIntake(stage, intake, say)));
    process.stderr.write('Asking what the panels ask …\n');
    figures.push(...(await measureMonev(stage, monev, say)));
    process.stderr.write('Starting Directus, with and without the bundle …\n');
    figures.push(...(await measureBoot(stage, boots, say)));
    figures.push(...measureAppSize());
    process.stdout.write(`${json ? asJson(size, figures) : `\n${table(figures)}`}\n`);
  } finally {
    await strike();
  }
}
