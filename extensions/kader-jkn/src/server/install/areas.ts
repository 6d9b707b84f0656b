import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Knex } from 'knex';
import type { InstallContext } from './context.ts';
import { readLedger, writeLedger } from './ledger.ts';
import { bundleVersion } from './version.ts';

/** `load`: absent, or another edition of the list; `same`: nothing to do; `none`: the bundle was built without the list. */
export type AreaPlan = 'load' | 'same' | 'none';

const ledgerKey = 'areas:idn-area-data';

/** Where the list lies: beside the built api.js, or in the build seen from the source. */
const places = ['./areas.tsv.gz', '../../../dist/areas.tsv.gz'];

/** Whether the official list of areas has to be loaded. */
export async function planAreas(knex: Knex): Promise<AreaPlan> {
  const list = await readList();
  if (list === null) return 'none';
  const entry = (await readLedger(knex)).get(ledgerKey);
  return entry?.definition === hashOf(list) ? 'same' : 'load';
}

/**
 * Loads provinces, regencies, districts and villages (about 91,000) with their parents. Names of codes that are there
 * already are brought up to date; nothing is deleted, and no other column is touched.
 */
export async function loadAreas(context: InstallContext, trx: Knex.Transaction, plan: AreaPlan): Promise<void> {
  if (plan !== 'load') return;
  const list = await readList();
  if (list === null) return;
  const rows = (await promisify(gunzip)(list)).toString('utf8').trimEnd().split('\n');
  context.report(`Areas: ${rows.length.toLocaleString('en-US')}`);

  const codes = rows.map((row) => row.slice(0, row.indexOf('\t')));
  const names = rows.map((row) => row.slice(row.indexOf('\t') + 1));
  await trx.raw(
    `create temporary table kader_area_list on commit drop as
     select code, name, array_length(string_to_array(code, '.'), 1) as depth
     from unnest(?::text[], ?::text[]) as listed (code, name)`,
    [codes, names],
  );
  for (const [index, level] of ['province', 'regency', 'district', 'village'].entries()) {
    await trx.raw(
      `insert into area (code, name, level, parent)
       select listed.code, listed.name, ?, parent.id
       from kader_area_list as listed
       left join area as parent on parent.code = regexp_replace(listed.code, '\\.[0-9]+$', '') and listed.depth > 1
       where listed.depth = ?
       order by listed.code
       on conflict (code) do update set name = excluded.name where area.name <> excluded.name`,
      [level, index + 1],
    );
  }
  await trx.raw('analyze area');
  await writeLedger(trx, [
    {
      key: ledgerKey,
      kind: 'areas',
      directus_id: 'area',
      hash: '',
      definition: hashOf(list),
      version: bundleVersion,
    },
  ]);
}

async function readList(): Promise<Buffer | null> {
  for (const place of places) {
    try {
      return await readFile(new URL(place, import.meta.url));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return null;
}

function hashOf(list: Buffer): string {
  return createHash('sha256').update(list).digest('hex').slice(0, 32);
}
