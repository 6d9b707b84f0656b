import { describe, expect, it } from 'vitest';
import type { CostAnswer, CostRow } from '../../contract/monev-money.ts';
import { noChoice } from '../../studio/monev-request.ts';
import { costPath, costView, recordsOf } from './query.ts';

const row: CostRow = {
  kind: 'month',
  id: null,
  name: null,
  month: '2017-11',
  collected: 31_622_000,
  commission: 3_969_000,
  paid: 3_969_000,
  rate: 3_969_000 / 31_622_000,
  running: false,
  period: 7,
  statement: null,
};

const pekanbaru: CostAnswer = {
  subject: { branch: { id: 1, name: 'KC Pekanbaru' }, area: null, kader: null, partial: false },
  span: { from: '2017-05', to: '2017-11', chosen: 'asked', running: false },
  gap: null,
  total: { collected: 31_622_000, commission: 3_969_000, paid: 3_969_000, rate: 3_969_000 / 31_622_000 },
  grouping: 'month',
  rows: [row],
  not_reckoned: [],
};

describe('costPath', () => {
  it('asks for a year, by what the form says', () => {
    expect(costPath({}, noChoice)).toBe('/kader-jkn/monev/cost?months=12');
    expect(costPath({ by: 'kader', branch: 3, span: '6' }, noChoice)).toBe(
      '/kader-jkn/monev/cost?branch=3&by=kader&months=6',
    );
  });
});

describe('costView', () => {
  it("says Pekanbaru's 3,969,000 on 31,622,000, exact on hover", () => {
    const { headlines, summary } = costView(pekanbaru, 'id-ID');
    expect(headlines[0]).toEqual({
      figure: 'Rp 4 jt',
      of: 'dari Rp 31,6 jt',
      note: 'imbal jasa, 12,6% dari penerimaan',
      title: 'Rp 3.969.000 dari Rp 31.622.000 (12,55%)',
    });
    expect(headlines.slice(1).map(({ note }) => note)).toEqual(['sudah dibayar']);
    expect(summary).toContain('imbal jasa Rp 3.969.000 dari penerimaan Rp 31.622.000 (12,6%)');
  });

  it('draws what is paid and what waits, a month leading to the month of the books', () => {
    const half = { ...row, paid: 0, month: '2017-12', period: 8, commission: 1_984_500 };
    const { columns, months, tones } = costView({ ...pekanbaru, rows: [row, half] }, 'id-ID');
    expect(months.map(({ short }) => short)).toEqual(['Nov', 'Des']);
    expect(columns.map(({ parts, to, figure }) => [parts.map(({ tone, to: end }) => [tone, end]), to, figure])).toEqual(
      [
        [[['done', 100]], '/content/period/7', '12,6%'],
        [[['due', 50]], '/content/period/8', '12,6%'],
      ],
    );
    expect(tones.map(({ tone, text }) => [tone, text])).toEqual([
      ['done', 'sudah dibayar'],
      ['due', 'menunggu dibayar'],
    ]);
    expect(costView(pekanbaru, 'id-ID').tones).toEqual([]);
  });

  it('leads the month of several branches, and a kader, to statements', () => {
    const several = { ...pekanbaru, rows: [{ ...row, period: null }] };
    expect(costView(several, 'id-ID').columns[0]).toMatchObject({ to: null, opens: true });
    const kader = { ...row, kind: 'kader' as const, month: null, period: null, id: 5, name: 'Sri', statement: null };
    const rows = [
      kader,
      { ...kader, id: 6, statement: 12 },
      { ...kader, id: null, name: null, commission: 0, rate: 0 },
    ];
    const bars = costView({ ...pekanbaru, grouping: 'kader', rows }, 'id-ID').bars;
    expect(bars.map(({ label, to, opens }) => [label, to, opens])).toEqual([
      ['Sri', null, true],
      ['Sri', '/content/commission/12', false],
      ['Tanpa kader', null, false],
    ]);
    expect(JSON.stringify(recordsOf({ ...pekanbaru, grouping: 'kader', rows }, 'kader 5', 'id-ID')?.filter)).toContain(
      '"kader":{"_eq":5}',
    );
  });

  it('tells open months of several branches, whose imbal jasa is not reckoned', () => {
    const open = { ...row, month: '2017-12', commission: null, paid: 0, rate: null, running: true, period: null };
    const { remark, columns } = costView({ ...pekanbaru, rows: [row, open], not_reckoned: ['2017-12'] }, 'id-ID');
    expect(remark).toContain('Desember 2017 belum ditutup');
    expect(columns[1]).toMatchObject({ parts: [], figure: null, opens: false });
    expect(columns[1]?.title).toContain('dihitung saat bulan ditutup');
  });

  it('has a table of the same figures, and says what is empty', () => {
    const { table } = costView(pekanbaru, 'id-ID');
    expect(table?.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['November 2017', 'Rp 31.622.000', 'Rp 3.969.000', '12,6%', 'Rp 3.969.000'],
      ['Jumlah', 'Rp 31.622.000', 'Rp 3.969.000', '12,6%', 'Rp 3.969.000'],
    ]);
    const empty = costView({ ...pekanbaru, gap: 'no-data', rows: [] }, 'id-ID');
    expect(empty).toMatchObject({ headlines: [], empty: { title: 'Belum ada penerimaan pada Mei–November 2017' } });
  });
});
