/**
 * Makes dist/areas.tsv.gz from idn-area-data (ODbL 1.0): one line an area, its official code and its name.
 * The level and the parent follow from the code: 33 > 33.72 > 33.72.01 > 33.72.01.1001.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { constants, gzipSync } from 'node:zlib';
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';

const dist = new URL('../dist/', import.meta.url);
const levels = [await getProvinces(), await getRegencies(), await getDistricts(), await getVillages()];
const lines = levels.flat().map(({ code, name }) => `${code}\t${name.trim()}`);

await mkdir(dist, { recursive: true });
await writeFile(
  new URL('areas.tsv.gz', dist),
  gzipSync(`${lines.join('\n')}\n`, { level: constants.Z_BEST_COMPRESSION }),
);
process.stdout.write(`${lines.length.toLocaleString('en-US')} areas\n`);
