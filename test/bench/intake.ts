import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { adminToken } from '../harness/template.ts';
import { startDirectus } from './directus.ts';
import { type Figure, median } from './figure.ts';
import { measureAssigning } from './intake-assign.ts';
import { type IntakeBranch, makeIntakeBranch, writeList } from './intake-list.ts';
import type { Stage } from './stage.ts';
import { emptyFamilies, type Intake, intakeDatabase, takeIn } from './take-in.ts';

export interface IntakeSize {
  families: number;
  /** imports, each into an empty table, in turn with a COPY of the same rows */
  runs: number;
  /** families that Directus's own import takes in */
  byDirectus: number;
  /** families of the two lists whose memory is compared */
  memory: readonly [few: number, many: number];
}

/** An empty table with the columns, checks and indexes of binaan, and nothing that watches it. */
async function makeBareTable(client: pg.Client): Promise<void> {
  await client.query(`
    drop table if exists bare_binaan;
    create table bare_binaan (like binaan including all);
    create sequence bare_binaan_id owned by bare_binaan.id;
    alter table bare_binaan alter id set default nextval('bare_binaan_id')`);
}

/** Milliseconds that a COPY of the families from a file takes. */
async function copyBare(client: pg.Client, columns: string, file: string): Promise<number> {
  await makeBareTable(client);
  await client.query('checkpoint');
  const started = performance.now();
  await pipeline(createReadStream(file), client.query(from(`copy bare_binaan (${columns}) from stdin`)));
  return performance.now() - started;
}

const columnsOfFamilies = `
  select string_agg(attname, ', ' order by attnum) as columns from pg_attribute
  where attrelid = 'binaan'::regclass and attnum > 0 and not attisdropped and attname <> 'id'`;

/** Rows a second of POST /utils/import for the same families, to an administrator. */
async function importByDirectus(stage: Stage, branch: IntakeBranch, families: number): Promise<number> {
  const directus = await startDirectus(stage, { database: intakeDatabase, withBundle: true, servesApp: false });
  try {
    const columns = 'branch,kader,kk_number,head_name,members,class,listed_months,listed_amount,listed_as_of';
    const lines = Array.from(
      { length: families },
      (_, family) =>
        `${branch.id},${branch.kader},3372010101${String(180_001 + family)},Keluarga ${family},4,3,12,1680000,2026-01-31`,
    );
    const form = new FormData();
    form.append('file', new Blob([[columns, ...lines].join('\n')], { type: 'text/csv' }), 'daftar.csv');
    const started = performance.now();
    const answer = await fetch(`${directus.url}/utils/import/binaan`, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminToken}` },
      body: form,
    });
    if (!answer.ok) throw new Error(`/utils/import was answered with ${answer.status}: ${await answer.text()}`);
    return families / ((performance.now() - started) / 1000);
  } finally {
    await directus.stop();
  }
}

/** familiesVsCopy, familiesVsImport, memoryFlat and assignRatio: a list read, checked, written and assigned, against the quickest and the usual way. */
export async function measureIntake(stage: Stage, size: IntakeSize, say: (line: string) => void): Promise<Figure[]> {
  await stage.copy(intakeDatabase, stage.installed);
  const [list, rows] = ['daftar.csv', 'families.copy'].map((name) => join(stage.folder, name)) as [string, string];
  return await stage.within(intakeDatabase, async (client) => {
    const branch = await makeIntakeBranch(client);
    const { columns } = (await client.query(columnsOfFamilies)).rows[0];
    await writeList(list, branch, size.families);
    const turns: { intake: Intake; copy: number }[] = [];
    for (let turn = 0; turn < size.runs; turn += 1) {
      await emptyFamilies(client);
      await client.query('checkpoint');
      const intake = await takeIn(stage, client, { branch, file: list });
      if (turn === 0) await pipeline(client.query(to(`copy binaan (${columns}) to stdout`)), createWriteStream(rows));
      const copy = await copyBare(client, columns, rows);
      turns.push({ intake, copy });
      say(`${intake.families} families in ${intake.milliseconds.toFixed(0)} ms, by COPY in ${copy.toFixed(0)} ms`);
    }
    rmSync(rows);
    const speed = median(turns.map(({ intake }) => intake.families / (intake.milliseconds / 1000)));

    const peaks: number[] = [];
    for (const families of size.memory) {
      await emptyFamilies(client);
      await writeList(list, branch, families);
      const { peakMegabytes } = await takeIn(stage, client, { branch, file: list });
      peaks.push(peakMegabytes);
      say(`${families} families with ${peakMegabytes.toFixed(0)} MB at most`);
    }
    const assigning = { families: size.memory[0], runs: size.runs };
    const assignRatio = await measureAssigning(stage, client, branch, assigning, say);
    await emptyFamilies(client);
    const byDirectus = await importByDirectus(stage, branch, size.byDirectus);
    say(`${byDirectus.toFixed(0)} families a second by Directus's own import`);
    const [few = Number.NaN, many = Number.NaN] = peaks;
    const told = `${size.families} families`;
    return [
      {
        key: 'familiesVsCopy',
        what: `import of ${told}, checked and assigned, ÷ COPY of the final rows`,
        value: median(turns.map(({ intake, copy }) => copy / intake.milliseconds)),
        unit: 'ratio',
        goal: { atLeast: 0.5 },
      },
      {
        key: 'familiesVsImport',
        what: "the same ÷ Directus's own /utils/import, families a second",
        value: speed / byDirectus,
        unit: 'ratio',
        goal: { atLeast: 100 },
      },
      { key: 'familiesPerSecond', what: 'the import itself', value: speed, unit: 'families/s' },
      {
        key: 'memoryFlat',
        what: `peak memory of ${size.memory[1]} families ÷ ${size.memory[0]}`,
        value: many / few,
        unit: 'ratio',
        goal: { atMost: 1.2 },
      },
      { key: 'intakeMb', what: 'the peak itself', value: many, unit: 'MB' },
      assignRatio,
    ];
  });
}
