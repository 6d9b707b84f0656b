import { expect, it } from 'vitest';
import type { PayComparison, SchemeSimulation, SimulatedKader } from '../../contract/schemes.ts';
import { simulationPath } from './simulation-path.ts';
import { simulationView } from './simulation-view.ts';

const pay = (paid: number, would: number): PayComparison => {
  const figures = (net: number) => ({ base: net * 10, gross: net, withholding: 0, net });
  return { collections: 1, paid: figures(paid), would: figures(would), difference: would - paid };
};
const kaderOf = (id: number, paid: number, would: number): SimulatedKader => ({
  kader: { id, name: `Kader ${id}`, code: `K-${id}` },
  ...pay(paid, would),
});
const simulation = (kader: SimulatedKader[], total: PayComparison): SchemeSimulation => ({
  scheme: { id: 7, name: 'Contoh', status: 'draft' },
  branches: [{ id: 1, name: 'KC Contoh' }],
  choices: { branches: [{ id: 1, name: 'KC Contoh' }], months: [] },
  from: '2022-01',
  to: '2022-03',
  total,
  kader,
  months: [],
  assumptions: ['members_today'],
});

it('says the difference first, then how many kader it helps and hurts', () => {
  const kader = [kaderOf(1, 1_000_000, 1_500_000), kaderOf(2, 400_000, 400_000), kaderOf(3, 300_000, 100_000)];
  const view = simulationView(simulation(kader, pay(1_700_000, 2_000_000)), 'id-ID');
  expect(view.headlines.map(({ figure, of, note }) => [figure, of, note])).toEqual([
    ['Rp 300.000', null, 'lebih banyak daripada yang dibayar'],
    ['Rp 2 jt', 'dari Rp 1,7 jt yang dibayar', 'menurut skema ini · 1 kader naik, 1 turun, 1 tetap'],
  ]);
  expect(
    view.rows.map(({ paidAt, wouldAt, direction }) => [Math.round(paidAt), Math.round(wouldAt), direction]),
  ).toEqual([
    [67, 100, 'up'],
    [27, 27, 'same'],
    [20, 7, 'down'],
  ]);
  expect(view.rows[0]?.title).toBe(
    'Kader 1: dibayar Rp 1.000.000, menurut skema ini Rp 1.500.000, selisih +Rp 500.000',
  );
  expect(view.table?.rows.at(-1)?.map(({ text }) => text)).toEqual([
    ...['Jumlah', '1', '20.000.000', '1.700.000', '2.000.000', '+300.000'],
  ]);
});

it('draws the largest gains and losses of many, and says how many are left to the table', () => {
  const many = Array.from({ length: 60 }, (_, id) => kaderOf(id, 1_000, 2_000 - id * 30));
  const view = simulationView(simulation(many, pay(60_000, 66_900)), 'id-ID');
  expect(view.rows.map(({ key }) => key)).toEqual([
    ...Array.from({ length: 12 }, (_, id) => id),
    ...Array.from({ length: 12 }, (_, id) => 48 + id),
  ]);
  expect(view.hidden).toBe('dan 36 kader lain; lihat tabel');
  expect(view.table?.rows).toHaveLength(61);
});

it('says what to do where no month is closed', () => {
  const none = { ...simulation([], pay(0, 0)), from: null, to: null };
  expect(simulationView(none, 'en-US')).toMatchObject({
    rows: [],
    headlines: [],
    table: null,
    empty: { title: 'No month is closed yet', action: { to: '/content/period' } },
  });
});

it('asks only for what was chosen', () => {
  expect(simulationPath(7, { branch: null, from: null, to: null })).toBe('/kader-jkn/schemes/7/simulation');
  expect(simulationPath(7, { branch: 2, from: '2022-01', to: null })).toBe(
    '/kader-jkn/schemes/7/simulation?branch=2&from=2022-01',
  );
});
