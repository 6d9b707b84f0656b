import { describe, expect, it } from 'vitest';
import type { TrendAnswer, TrendMonth } from '../../contract/monev-money.ts';
import { noChoice } from '../../studio/monev-request.ts';
import { recordsOf, trendPath, trendView } from './query.ts';

const month = (
  name: string,
  realised: number | null,
  target: number | null,
  before: number | null,
  closed = true,
): TrendMonth => ({
  month: name,
  realised,
  target,
  attainment: realised === null || target === null ? null : realised / target,
  before,
  closed,
});

const answer: TrendAnswer = {
  subject: { branch: { id: 1, name: 'KC Contoh' }, area: null, kader: null, partial: false },
  span: { from: '2021-10', to: '2022-01', chosen: 'asked', running: true },
  gap: null,
  total: { realised: 351_000_000, target: 450_000_000, attainment: 0.78 },
  months: [
    month('2021-10', 100_000_000, 110_000_000, null),
    month('2021-11', 120_000_000, 110_000_000, 80_000_000),
    month('2021-12', 90_000_000, 110_000_000, 120_000_000),
    month('2022-01', 41_000_000, 120_000_000, 100_000_000, false),
  ],
  year: { months: 2, realised: 210_000_000, before: 200_000_000 },
};

describe('trendPath', () => {
  it('asks for a year up to the newest month, unless somebody chose otherwise', () => {
    expect(trendPath({}, noChoice)).toBe('/kader-jkn/monev/trend?months=12');
    expect(trendPath({ kader: 4 }, { ...noChoice, branch: 2, to: '2021-12' })).toBe(
      '/kader-jkn/monev/trend?branch=2&kader=4&to=2021-12&months=12',
    );
    expect(trendPath({ span: '3' }, { ...noChoice, to: '2021-12' })).toContain('months=3');
    expect(trendPath({}, { ...noChoice, to: '2021-12', reach: 'year' })).toContain('from=2021-01&to=2021-12');
  });
});

describe('trendView', () => {
  it('says the money, its target, and the change on last year of closed months only', () => {
    const { headlines, summary } = trendView(answer, 'id-ID', false);
    expect(headlines).toMatchObject([
      { figure: 'Rp 351 jt', of: 'dari Rp 450 jt', note: '78,0% dari target' },
      { figure: '+5,0%', note: 'dari tahun lalu, 2 bulan tertutup' },
    ]);
    expect(summary).toBe(
      'KC Contoh, Oktober 2021–Januari 2022 (belum ditutup): penerimaan Rp 351.000.000, 78,0% dari target Rp 450.000.000; +5,0% dibandingkan dengan bulan yang sama tahun lalu',
    );
  });

  it('draws lines from zero on one scale, said at their ends, with a gap where nothing is known', () => {
    const { series, months } = trendView(answer, 'id-ID', false);
    expect(months.map(({ short }) => short)).toEqual(['Okt', 'Nov', 'Des', 'Jan']);
    expect(series.map(({ key, label, figure }) => [key, label, figure])).toEqual([
      ['before', 'tahun lalu', 'Rp 100 jt'],
      ['target', 'target', 'Rp 120 jt'],
      ['realised', 'penerimaan', 'Rp 41 jt'],
    ]);
    expect(series[0]?.places[0]).toBeNull();
    expect(series[0]?.places[2]).toBe(100);
    expect(series[2]?.places[1]).toBe(100);
    for (const { places } of series) for (const place of places) expect(place ?? 0).toBeLessThanOrEqual(100);
  });

  it('adds months up where it is asked to, and leaves out a last year that begins in the middle', () => {
    const { series, span } = trendView(answer, 'id-ID', true);
    expect(span).toBe('Oktober 2021–Januari 2022 (belum ditutup), dijumlahkan sejak awal rentang');
    expect(series.map(({ figure }) => figure)).toEqual(['–', 'Rp 450 jt', 'Rp 351 jt']);
  });

  it('says a month in full, and that it still runs', () => {
    const { marks } = trendView(answer, 'id-ID', false);
    expect(marks[1]?.title).toBe(
      'November 2021: Rp 120.000.000, target Rp 110.000.000 (109,1%), tahun lalu Rp 80.000.000',
    );
    expect(marks[3]?.title).toContain('; bulan belum ditutup');
    expect(marks.every(({ opens }) => opens)).toBe(true);
  });

  it('has a table of the same figures with the total', () => {
    const { table } = trendView(answer, 'en-US', false);
    expect(table?.rows[1]?.map(({ text }) => text)).toEqual([
      'November 2021',
      'Rp 120,000,000',
      'Rp 110,000,000',
      '109.1%',
      'Rp 80,000,000',
      '+50.0%',
    ]);
    expect(table?.rows.at(-1)?.[1]).toMatchObject({ value: 351_000_000 });
  });

  it('says what is empty, and what is due all the same', () => {
    const none = { ...answer, gap: 'no-data' as const, year: null };
    const view = trendView({ ...none, total: { realised: 0, target: 450_000_000, attainment: 0 } }, 'id-ID', false);
    expect(view.empty).toMatchObject({
      title: 'Belum ada penerimaan pada Oktober 2021–Januari 2022',
      hint: 'Target rentang ini Rp 450.000.000.',
      action: { to: '/content/collection/+' },
    });
    const nothing = { ...none, span: null, gap: 'no-months' as const, months: [] };
    expect(trendView(nothing, 'id-ID', false)).toMatchObject({ headlines: [], months: [], table: null });
  });
});

describe('recordsOf', () => {
  it('is the payments of the month; up to it where months are added up', () => {
    const filter = (cumulative: boolean) => recordsOf(answer, '2021-11', cumulative, 'id-ID')?.filter;
    expect(JSON.stringify(filter(false))).toContain('"month":{"_in":["2021-11"]}');
    expect(JSON.stringify(filter(true))).toContain('"month":{"_in":["2021-10","2021-11"]}');
    expect(recordsOf(answer, null, false, 'id-ID')?.title).toBe('KC Contoh · Oktober 2021–Januari 2022');
  });
});
