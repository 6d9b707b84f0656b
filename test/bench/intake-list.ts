import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type pg from 'pg';

/** A branch into which lists are taken, with its kader and the desa of Solo Raya. */
export interface IntakeBranch {
  id: number;
  kader: number;
  /** official codes */
  villages: string[];
}

const kaderCount = 400;
const headings =
  'No KK;No VA;Nama Kepala Keluarga;Jumlah Peserta;Kelas;Kode Desa;Alamat;No HP;Bulan Tunggakan;Jumlah Tunggakan;Kode Kader';

/** Makes the branch through the tables, with their triggers on; every desa has its kader. */
export async function makeIntakeBranch(client: pg.Client): Promise<IntakeBranch> {
  const { rows: branches } = await client.query(
    `insert into branch (code, name, timezone, first_month)
     values ('KC-DAFTAR', 'Cabang Ukur', 'Asia/Jakarta', to_char(now() - interval '2 months', 'YYYY-MM')) returning id`,
  );
  const id = branches[0].id;
  await client.query(
    `insert into program_policy (name, branch, effective_from, max_billed_months, verification_required, tele_window_min,
       tele_window_max)
     values ('Ukur', $1, '2016-01-01', 24, false, 2, 23)`,
    [id],
  );
  const { rows: kader } = await client.query(
    `insert into kader (name, code, status, branch, joined_on)
     select 'Kader ' || i, 'UKUR-' || i, 'active', $1, '2021-01-01' from generate_series(1, $2::integer) i returning id`,
    [id, kaderCount],
  );
  await client.query(`update area set branch = $1 where code in ('33.72', '33.11')`, [id]);
  const { rows: villages } = await client.query(
    `select code from area where level = 'village' and code ~ '^33\\.(72|11)\\.' order by code`,
  );
  await client.query(
    `with desa as (
       select v.id, row_number() over (order by v.code) as place from area v where v.code = any ($2)
     ), partner as (
       select k.id, row_number() over (order by k.id) as place from kader k where k.branch = $1
     )
     insert into kader_area (kader, area, from_date, mode)
     select partner.id, desa.id, '2021-01-01', 'visit'
     from partner join desa on desa.place = 1 + partner.place % (select count(*) from desa)`,
    [id, villages.map(({ code }) => code)],
  );
  return { id, kader: kader[0].id, villages: villages.map(({ code }) => code) };
}

/**
 * Writes a list of so many families as a branch would get it: with a kader unless said otherwise, nothing wrong, twelve months
 * of four members.
 */
export async function writeList(
  file: string,
  { villages }: IntakeBranch,
  families: number,
  withKader = true,
): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${headings}\n`);
  for (let family = 0; family < families; family += 1) {
    if (!stream.write(lineOf(family, villages, withKader))) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

function lineOf(family: number, villages: readonly string[], withKader: boolean): string {
  const village = `${villages[family % villages.length]}`;
  const kk = kkNumber(family, village, villages.length);
  const va = `88888${String(family).padStart(11, '0')}`;
  const phone = `0812${String(family).padStart(8, '0')}`;
  const place = `Jalan Melati No. ${family} RT 0${1 + (family % 9)} RW 0${1 + (family % 7)}`;
  const kader = withKader ? `UKUR-${1 + (family % kaderCount)}` : '';
  return `${kk};${va};Keluarga Contoh ${family};4;III;${village};${place};${phone};12;Rp 1.680.000,00;${kader}\n`;
}

/** The kecamatan, a day of issue, and a serial. */
function kkNumber(family: number, village: string, villages: number): string {
  const place = village.replaceAll('.', '').slice(0, 6);
  const issue = Math.floor(family / villages);
  const two = (figure: number) => String(figure).padStart(2, '0');
  const day = two(1 + (issue % 28)) + two(1 + (Math.floor(issue / 28) % 12)) + two(Math.floor(issue / 336) % 24);
  return place + day + String(1 + (family % 9998)).padStart(4, '0');
}
