import { describe, expect, it } from 'vitest';
import type { PromisesAnswer, PromisesRow } from '../../contract/monev-field.ts';
import { noChoice } from '../../studio/monev-request.ts';
import { promisesPath, promisesView, recordsOf } from './query.ts';

const row: PromisesRow = {
  kind: 'month',
  id: null,
  name: null,
  month: '2021-11',
  running: false,
  kept: 60,
  broken: 40,
  open: 0,
  rate: 0.6,
};

const contoh: PromisesAnswer = {
  subject: { branch: { id: 1, name: 'KC Contoh' }, area: null, kader: null, partial: false },
  span: { from: '2021-11', to: '2021-12', chosen: 'asked', running: true },
  gap: null,
  timezone: 'Asia/Jakarta',
  grouping: 'month',
  total: { kept: 70, broken: 55, open: 25, rate: 0.56 },
  rows: [row, { ...row, month: '2021-12', running: true, kept: 10, broken: 15, open: 25, rate: 0.4 }],
};

const byKader: PromisesAnswer = {
  ...contoh,
  grouping: 'kader',
  rows: [
    { ...row, kind: 'kader', id: 7, name: 'Sri Wahyuni', month: null },
    { ...row, kind: 'kader', id: null, month: null, kept: 0, broken: 0, open: 3, rate: null },
  ],
};

describe('promisesPath', () => {
  it('asks for what the form and the viewer say', () => {
    expect(promisesPath({}, noChoice)).toBe('/kader-jkn/monev/promises');
    expect(promisesPath({ by: 'kader', area: 4 }, { ...noChoice, to: '2021-12', reach: 'year' })).toBe(
      '/kader-jkn/monev/promises?area=4&by=kader&from=2021-01&to=2021-12',
    );
  });
});

describe('promisesView', () => {
  it('says the share of judged promises that was kept, and how many wait', () => {
    const { headlines, summary } = promisesView(contoh, 'id-ID');
    expect(headlines).toMatchObject([
      { figure: '56,0%', note: '70 dari 125 janji ditepati' },
      { figure: '25', note: 'masih menunggu' },
    ]);
    expect(summary).toBe('KC Contoh, November–Desember 2021 (belum ditutup): 70 janji ditepati, 55 lewat, 25 menunggu');
  });

  it('stacks kept, not kept and waiting by month, and says what is what', () => {
    const { columns, tones } = promisesView(contoh, 'id-ID');
    expect(columns[1]?.parts.map(({ tone, from, to }) => [tone, from, to])).toEqual([
      ['done', 0, 10],
      ['due', 10, 25],
      ['still', 25, 50],
    ]);
    expect(columns[1]).toMatchObject({ figure: '40,0%', opens: true });
    expect(columns[1]?.title).toBe(
      'Desember 2021: 10 ditepati, 15 lewat, 25 menunggu; 40,0% ditepati; bulan belum ditutup',
    );
    expect(tones.map(({ text }) => text)).toEqual(['ditepati', 'lewat', 'menunggu']);
  });

  it('draws a kader’s share of those judged, and officers at the end', () => {
    const { bars } = promisesView(byKader, 'id-ID');
    expect(bars.map(({ label, figure, aside }) => [label, figure, aside])).toEqual([
      ['Sri Wahyuni', '60,0%', '60 dari 100'],
      ['Petugas telekolekting', '–', '3 menunggu'],
    ]);
    expect(bars[0]?.parts.map(({ to }) => to)).toEqual([60, 100]);
    expect(bars[1]?.parts).toEqual([]);
  });

  it('says that there were none', () => {
    const none = { kept: 0, broken: 0, open: 0, rate: null };
    const view = promisesView({ ...contoh, gap: 'no-data', total: none, rows: [] }, 'en-US');
    expect(view.empty?.title).toBe('No promises for November–December 2021 yet');
    expect(view.table).toBeNull();
  });
});

describe('the promises behind it', () => {
  it('are those whose day lies in the month, of the kader or of officers', () => {
    expect(recordsOf(contoh, 'month 2021-11', 'id-ID')?.filter).toEqual({
      _and: [
        { branch: { _eq: 1 } },
        { promise_state: { _nnull: true } },
        { promise_on: { _between: ['2021-11-01', '2021-11-30'] } },
      ],
    });
    expect(recordsOf(byKader, 'kader rest', 'id-ID')?.filter).toMatchObject({
      _and: expect.arrayContaining([{ kader: { _null: true } }]),
    });
  });
});
