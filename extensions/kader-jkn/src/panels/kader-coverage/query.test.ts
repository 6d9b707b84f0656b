import { describe, expect, it } from 'vitest';
import type { CoverageAnswer, CoveragePlace } from '../../contract/monev-people.ts';
import { noChoice } from '../../studio/monev-request.ts';
import { coveragePath, coverageView, recordsOf } from './query.ts';

const place = (id: number, name: string, families: number, unheld: number, desa_without: number): CoveragePlace => ({
  kind: 'district',
  id,
  name,
  families,
  unheld,
  desa: 9,
  desa_without,
  kader: 4,
});
const contoh: CoverageAnswer = {
  subject: { branch: { id: 1, name: 'KC Contoh' }, area: null, kader: null, partial: false },
  on: '2022-01-15',
  gap: null,
  capacity: 500,
  held: 3250,
  unheld: { eligible: 30, left: { 'not-active': 12, 'no-desa': 8 } },
  desa: { with_families: 22, without_kader: 2 },
  kader: { available: 10, holding: 12, room: 1900 },
  grouping: 'district',
  rows: [place(4, 'Argomulyo', 2000, 0, 0), place(5, 'Tingkir', 1280, 30, 2)],
  gaps: [{ id: 21, name: 'Gendongan', district: 'Tingkir', families: 40, unheld: 30 }],
  above: [{ kader: { id: 7, name: 'Sri Wahyuni' }, families: 520, capacity: 500 }],
};

describe('coveragePath', () => {
  it('asks for a place, never for months', () => {
    expect(coveragePath({}, { ...noChoice, to: '2021-12', reach: 6 })).toBe('/kader-jkn/monev/coverage');
    expect(coveragePath({ branch: 1 }, { ...noChoice, branch: 2, area: 8 })).toBe('/kader-jkn/monev/coverage?branch=1');
  });
});

describe('coverageView', () => {
  it('says how many families and desa have a kader, and how many more could', () => {
    const { headlines, on } = coverageView(contoh, 'id-ID');
    expect(on).toBe('keadaan 15 Januari 2022');
    expect(headlines.map(({ figure, of, note }) => [figure, of, note])).toEqual([
      ['3.250', null, 'keluarga dipegang 12 kader'],
      ['50', null, 'belum dipegang, 30 dapat diberikan'],
      ['2', 'dari 22', 'desa tanpa kader'],
      ['1.900', null, 'keluarga lagi dapat dipegang'],
    ]);
    const unlimited = { ...contoh, kader: { ...contoh.kader, room: null } };
    expect(coverageView(unlimited, 'id-ID').headlines).toHaveLength(3);
  });

  it('draws places, desa without a kader, and kader above the number with its line', () => {
    const [places, gaps, above] = coverageView(contoh, 'id-ID').parts;
    expect(places?.rows.map(({ label, figure, aside }) => [label, figure, aside])).toEqual([
      ['Argomulyo', '2.000', 'semua dipegang'],
      ['Tingkir', '1.280', '30 belum dipegang'],
    ]);
    const branch = { ...place(9, 'KC Lain', 10, 1, 2), kind: 'branch' as const };
    expect(coverageView({ ...contoh, rows: [branch] }, 'id-ID').parts[0]?.rows[0]?.aside).toBe(
      '1 belum dipegang · 2 desa tanpa kader',
    );
    expect(places?.rows[1]?.parts).toHaveLength(2);
    expect(gaps?.rows).toMatchObject([{ label: 'Gendongan', figure: '40', aside: 'Tingkir, 30 belum dipegang' }]);
    expect(above?.name).toBe('Kader di atas 500 keluarga');
    expect(above?.rows[0]).toMatchObject({ label: 'Sri Wahyuni', aside: '20 lebih', to: '/content/kader/7' });
    expect(above?.rows[0]?.lineAt).toBeCloseTo((500 / 520) * 100);
  });

  it('leaves out what there is none of, and leads the rest to the table', () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      kader: { id: index, name: `K ${index}` },
      families: 520,
      capacity: 500,
    }));
    const { parts, table } = coverageView({ ...contoh, gaps: [], above: many }, 'id-ID');
    expect(parts.map(({ key }) => key)).toEqual(['places', 'above']);
    expect(parts[1]).toMatchObject({ more: '3 lagi dalam tabel' });
    expect(table?.rows).toHaveLength(11);
  });

  it('has a text alternative, and says what to do where there are no families', () => {
    expect(coverageView(contoh, 'en-US').summary).toBe(
      'KC Contoh, January 15, 2022: 3,250 families held by kader, 50 not; 2 of 22 desa without a kader; 1 kader above the number of the policy',
    );
    const none = { ...contoh, gap: 'no-families' as const, rows: [], gaps: [], above: [] };
    expect(coverageView(none, 'id-ID').empty).toMatchObject({ title: 'Belum ada keluarga' });
  });
});

describe('the families behind a mark', () => {
  it('are those that the figure counts', () => {
    const cared = { status: { _in: ['active', 'muted', 'settled'] } };
    const branch = { branch: { _eq: 1 } };
    expect(recordsOf(contoh, 'held', 'id-ID')?.filter).toEqual({ _and: [branch, cared, { kader: { _nnull: true } }] });
    expect(recordsOf(contoh, 'district 5', 'id-ID')).toEqual({
      collectionName: 'binaan',
      title: 'Keluarga belum dipegang, Tingkir · KC Contoh',
      filter: { _and: [branch, cared, { area: { parent: { _eq: 5 } } }, { kader: { _null: true } }] },
    });
    expect(recordsOf(contoh, 'desa 21', 'id-ID')?.title).toBe('Keluarga Gendongan · KC Contoh');
    expect(recordsOf(contoh, 'branch 1', 'id-ID')).toBeNull();
  });
});
