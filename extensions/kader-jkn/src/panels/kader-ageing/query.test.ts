import { describe, expect, it } from 'vitest';
import type { AgeingAnswer } from '../../contract/monev-money.ts';
import { noChoice } from '../../studio/monev-request.ts';
import { ageingPath, ageingView, recordsOf } from './query.ts';

const cell = (families: number, amount: number) => ({ families, amount });
const band = (from: number, to: number | null, families: number, amount: number, before = cell(0, 0)) => ({
  from,
  to,
  ...cell(families, amount),
  before,
});

const answer: AgeingAnswer = {
  subject: { branch: { id: 1, name: 'KC Contoh' }, area: null, kader: null, partial: false },
  as_of: '2022-01-12',
  month: '2022-01',
  now: true,
  before_on: '2021-12-31',
  gap: null,
  total: { ...cell(300, 200_000_000), before: cell(320, 190_000_000) },
  bands: [
    band(1, 3, 40, 10_000_000, cell(50, 12_000_000)),
    band(4, 11, 160, 90_000_000, cell(160, 90_000_000)),
    band(12, 23, 60, 50_000_000, cell(70, 45_000_000)),
    band(24, null, 40, 50_000_000, cell(40, 43_000_000)),
  ],
  rows: [
    {
      kind: 'regency',
      id: 7,
      name: 'Kabupaten Sragen',
      ...cell(200, 150_000_000),
      before: cell(210, 140_000_000),
      bands: [cell(40, 10_000_000), cell(100, 60_000_000), cell(60, 50_000_000), cell(0, 30_000_000)],
    },
    {
      kind: 'regency',
      id: null,
      name: null,
      ...cell(100, 50_000_000),
      before: cell(110, 50_000_000),
      bands: [cell(0, 0), cell(60, 30_000_000), cell(0, 0), cell(40, 20_000_000)],
    },
  ],
  published: null,
};

describe('ageingPath', () => {
  it('asks for now, or for the end of the month that was chosen', () => {
    expect(ageingPath({}, noChoice)).toBe('/kader-jkn/monev/ageing');
    expect(ageingPath({ kader: 3 }, { ...noChoice, to: '2021-12', reach: 12 })).toBe(
      '/kader-jkn/monev/ageing?kader=3&to=2021-12',
    );
  });
});

describe('ageingView', () => {
  it('says what is owed, by how many, and how both moved', () => {
    const { headlines, on, summary } = ageingView(answer, 'id-ID', 'amount');
    expect(on).toBe('keadaan sekarang');
    expect(headlines).toMatchObject([
      { figure: 'Rp 200 jt', note: 'tunggakan, +Rp 10 jt sejak 31 Desember 2021' },
      { figure: '300', note: 'keluarga, -20 sejak 31 Desember 2021' },
    ]);
    expect(summary).toBe(
      'KC Contoh, 12 Januari 2022: tunggakan Rp 200.000.000 dari 300 keluarga; +Rp 10 jt sejak 31 Desember 2021',
    );
  });

  it('draws bands from zero, with a line where they stood', () => {
    const { rows } = ageingView(answer, 'id-ID', 'amount').bands;
    expect(rows.map(({ label, figure, aside }) => [label, figure, aside])).toEqual([
      ['1–3 bulan', 'Rp 10 jt', '40 KK (-10)'],
      ['4–11 bulan', 'Rp 90 jt', '160 KK (0)'],
      ['12–23 bulan', 'Rp 50 jt', '60 KK (-10)'],
      ['24 bulan ke atas', 'Rp 50 jt', '40 KK (0)'],
    ]);
    expect(rows[1]).toMatchObject({ parts: [{ from: 0, to: 100, tone: 'shade-2' }], lineAt: 100 });
    expect(rows[2]).toMatchObject({ lineAt: 50, opens: true });
    expect(rows[2]?.title).toBe(
      '12–23 bulan: Rp 50.000.000, 60 keluarga; 31 Desember 2021: Rp 45.000.000, 70 keluarga',
    );
  });

  it('measures bars in families where it is asked to', () => {
    const { rows } = ageingView(answer, 'id-ID', 'families').bands;
    expect(rows[0]).toMatchObject({ figure: '40', parts: [{ to: 25 }], lineAt: 31.25 });
  });

  it('stacks the bands of a place end to end, in the shades of the bands', () => {
    const places = ageingView(answer, 'id-ID', 'amount').places;
    const [sragen, elsewhere] = places?.rows ?? [];
    expect(sragen?.parts.map(({ tone }) => tone)).toEqual(['shade-1', 'shade-2', 'shade-3', 'shade-4']);
    for (const [index, part] of (sragen?.parts ?? []).entries()) {
      if (index > 0) expect(part.from).toBe(sragen?.parts[index - 1]?.to);
    }
    expect(sragen?.parts.at(-1)?.to).toBe(100);
    expect(elsewhere).toMatchObject({ label: 'Tanpa wilayah', opens: false });
    expect(ageingView({ ...answer, rows: answer.rows.slice(0, 1) }, 'id-ID', 'amount').places).toBeNull();
  });

  it('draws what was published where no family is listed', () => {
    const semarang: AgeingAnswer = {
      ...answer,
      gap: 'no-data',
      total: { ...cell(0, 0), before: null },
      before_on: null,
      rows: [],
      published: {
        as_of: '2018-07-31',
        source: 'Pernyataan',
        amount: 74_000_000_000,
        parts: [
          { id: 1, name: 'Kota Semarang', amount: 55_800_000_000 },
          { id: 2, name: 'Kabupaten Demak', amount: 17_300_000_000 },
        ],
      },
    };
    const view = ageingView(semarang, 'id-ID', 'amount');
    expect(view.headlines).toMatchObject([{ figure: 'Rp 74 M', note: 'keadaan 31 Juli 2018' }]);
    expect(view.places?.rows.map(({ label, figure }) => [label, figure])).toEqual([
      ['Kota Semarang', 'Rp 55,8 M'],
      ['Kabupaten Demak', 'Rp 17,3 M'],
      ['tidak terinci', 'Rp 900 jt'],
    ]);
    expect(view.empty).toBeNull();
    expect(ageingView({ ...semarang, published: null }, 'id-ID', 'amount').empty?.title).toBe(
      'Tidak ada keluarga menunggak',
    );
  });

  it('has a table of every place and band with its exact figures', () => {
    const rows = ageingView(answer, 'id-ID', 'amount').table?.rows ?? [];
    expect(rows).toHaveLength(5 + 4 + 3);
    expect(rows[4]?.map(({ text }) => text)).toEqual([
      'semua',
      'semua',
      '300',
      'Rp 200.000.000',
      '320',
      'Rp 190.000.000',
    ]);
  });
});

describe('recordsOf', () => {
  it('is the families of the band, as they are now', () => {
    const filter = JSON.stringify(recordsOf(answer, 'band 1', 'id-ID')?.filter);
    expect(filter).toContain('{"owed_months":{"_between":[4,11]}}');
    expect(filter).toContain('{"status":{"_in":["active","muted"]}}');
    expect(JSON.stringify(recordsOf(answer, 'band 3', 'id-ID')?.filter)).toContain('{"owed_months":{"_gte":24}}');
    expect(recordsOf(answer, 'band 3', 'id-ID')?.title).toBe('KC Contoh · 24 bulan ke atas');
    expect(recordsOf({ ...answer, now: false }, 'band 3', 'id-ID')?.title).toBe(
      'KC Contoh · 24 bulan ke atas · keadaan sekarang',
    );
  });

  it('is the families that live in a kecamatan, or whose kader works there', () => {
    const filter = JSON.stringify(recordsOf(answer, 'district 9', 'id-ID')?.filter);
    expect(filter).toContain('{"area":{"parent":{"_eq":9}}}');
    expect(filter).not.toContain('{"parent":{"_or"');
    expect(depth(recordsOf(answer, 'district 9', 'id-ID')?.filter)).toBeLessThanOrEqual(10);
    expect(filter).toContain('{"area":{"_null":true}}');
  });
});

function depth(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}
