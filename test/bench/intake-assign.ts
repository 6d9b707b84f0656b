import { join } from 'node:path';
import type pg from 'pg';
import { type Figure, median } from './figure.ts';
import { type IntakeBranch, writeList } from './intake-list.ts';
import type { Stage } from './stage.ts';
import { emptyFamilies, takeIn } from './take-in.ts';

interface AssignSize {
  families: number;
  runs: number;
}

/** assignRatio: a list that names no kader, its families given to the kader of their desa, against the same list alone. */
export async function measureAssigning(
  stage: Stage,
  client: pg.Client,
  branch: IntakeBranch,
  { families, runs }: AssignSize,
  say: (line: string) => void,
): Promise<Figure> {
  const file = join(stage.folder, 'tanpa-kader.csv');
  await writeList(file, branch, families, false);
  const ratios: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    const [alone, given] = [await inEmptyTable(false), await inEmptyTable(true)];
    ratios.push(given / alone);
    say(`${families} families in ${alone.toFixed(0)} ms, given to kader too in ${given.toFixed(0)} ms`);
  }
  return {
    key: 'assignRatio',
    what: `import of ${families} families, given to the kader of their desa ÷ not given to anybody`,
    value: median(ratios),
    unit: 'ratio',
  };

  async function inEmptyTable(assign: boolean): Promise<number> {
    await emptyFamilies(client);
    await client.query('checkpoint');
    const { milliseconds } = await takeIn(stage, client, { branch, file, assign });
    const { rows } = await client.query('select count(b.kader)::integer as held from binaan b');
    if (rows[0].held !== (assign ? families : 0)) throw new Error(`${rows[0].held} families have a kader`);
    return milliseconds;
  }
}
