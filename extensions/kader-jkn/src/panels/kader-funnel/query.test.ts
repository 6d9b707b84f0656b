import { describe, expect, it } from 'vitest';
import type { FunnelAnswer, FunnelStage, Recovery } from '../../contract/monev-field.ts';
import { noChoice } from '../../studio/monev-request.ts';
import { funnelPath, funnelView, recordsOf } from './query.ts';

const step = (stage: FunnelStage, families: number, listed = 2000) => ({
  stage,
  families,
  share: listed === 0 ? null : families / listed,
});

const contoh: FunnelAnswer = {
  subject: { branch: { id: 1, name: 'KC Contoh' }, area: null, kader: null, partial: false },
  span: { from: '2021-10', to: '2021-12', chosen: 'asked', running: false },
  gap: null,
  timezone: 'Asia/Makassar',
  listed_on: '2021-12-31',
  listed_now: false,
  steps: [step('listed', 2000), step('contacted', 1500), step('promised', 400), step('paid', 500)],
  contacts: 4000,
  outcomes: [
    { outcome: 'not_home', contacts: 2000 },
    { outcome: 'promised', contacts: 1000 },
    { outcome: 'threatened', contacts: 2 },
  ],
  recovery: null,
};

const published: Recovery = {
  collected: 0,
  rate: 0,
  arrears: {
    as_of: '2018-07-31',
    source: 'Pernyataan',
    amount: 74_000_000_000,
    share_bp: 7200,
    unexplained: 900_000_000,
  },
  target: 53_280_000_000,
  attainment: 0,
};

const semarang: FunnelAnswer = {
  ...contoh,
  subject: { ...contoh.subject, branch: { id: 2, name: 'KC Semarang (2018)' } },
  span: { from: '2018-08', to: '2018-12', chosen: 'target', running: true },
  gap: 'no-data',
  steps: [step('listed', 0, 0), step('contacted', 0, 0), step('promised', 0, 0), step('paid', 0, 0)],
  contacts: 0,
  outcomes: [],
  recovery: published,
};

describe('funnelPath', () => {
  it('asks for what the form and the viewer say', () => {
    expect(funnelPath({}, noChoice)).toBe('/kader-jkn/monev/funnel');
    expect(funnelPath({ kader: { key: 7 } }, { ...noChoice, to: '2021-12', reach: 3 })).toBe(
      '/kader-jkn/monev/funnel?kader=7&to=2021-12&months=3',
    );
  });
});

describe('funnelView', () => {
  it('says how many of the list paid, and draws each step from zero as a share of the list', () => {
    const { headlines, steps, remark } = funnelView(contoh, 'id-ID');
    expect(headlines).toMatchObject([{ figure: '500', of: 'dari 2.000', note: 'keluarga dalam daftar membayar' }]);
    expect(steps.map(({ label, at, figure, share }) => [label, at, figure, share])).toEqual([
      ['Dalam daftar', 100, '2.000', '100,0%'],
      ['Dihubungi', 75, '1.500', '75,0%'],
      ['Janji bayar', 20, '400', '20,0%'],
      ['Membayar', 25, '500', '25,0%'],
    ]);
    expect(steps[0]?.title).toBe('Dalam daftar: 2.000 keluarga menunggak per 31 Desember 2021, aktif atau dijeda');
    expect(remark).toContain('menunggak per 31 Desember 2021');
  });

  it('says how contacts ended, and of how many nobody said it', () => {
    const { outcomes } = funnelView(contoh, 'id-ID');
    expect(outcomes?.name).toBe('Hasil 4.000 kontak');
    expect(outcomes?.rows.map(({ label, figure, aside, parts }) => [label, figure, aside, parts[0]?.tone])).toEqual([
      ['Rumah kosong', '2.000', '50,0%', 'due'],
      ['Janji bayar', '1.000', '25,0%', 'done'],
      ['Kader diancam', '2', '0,05%', 'warn'],
      ['Belum diisi', '998', '25,0%', 'still'],
    ]);
  });

  it('holds the recovery of Semarang against 72% of 74 billion, before there is a list', () => {
    const view = funnelView(semarang, 'id-ID');
    expect(view.headlines).toMatchObject([
      { figure: '0,0%', of: 'dari target 72%', note: 'tunggakan Rp 74 M tertagih' },
    ]);
    expect(view.headlines[0]?.title).toBe(
      'Rp 0 dari tunggakan Rp 74.000.000.000 per 31 Juli 2018 (Pernyataan); 0,0% dari target Rp 53.280.000.000',
    );
    expect(view.steps).toEqual([]);
    expect(view.empty).toMatchObject({
      title: 'Belum ada keluarga dalam daftar',
      hint: 'Dan belum ada kontak atau pembayaran pada Agustus–Desember 2018.',
    });
  });

  it('has a text alternative and a table of everything it draws', () => {
    const { summary, table } = funnelView({ ...contoh, recovery: { ...published, rate: 0.125 } }, 'en-US');
    expect(summary).toBe(
      'KC Contoh, October–December 2021: 2,000 families in the list, 1,500 contacted, 400 promised, 500 paid; 12.5% of the arrears recovered',
    );
    expect(table?.rows.map(([name, , share]) => [name?.text, share?.value])).toEqual([
      ['In the list', 1],
      ['Contacted', 0.75],
      ['Promised', 0.2],
      ['Paid', 0.25],
      ['Outcome: Not home', 0.5],
      ['Outcome: Promised', 0.25],
      ['Outcome: Kader threatened', 0.0005],
      ['Outcome: Not filled in', 0.2495],
      ['Arrears recovered (rupiah)', 0.125],
    ]);
  });
});

describe('the records behind it', () => {
  it('are families, contacts of the branch’s own days, and payments', () => {
    expect(recordsOf(contoh, 'listed', 'id-ID')).toMatchObject({
      collectionName: 'binaan',
      title: 'KC Contoh · menunggak sekarang',
    });
    expect(recordsOf(contoh, 'outcome none', 'id-ID')).toMatchObject({
      collectionName: 'activity',
      filter: {
        _and: [
          { branch: { _eq: 1 } },
          { at: { _gte: '2021-09-30T16:00:00.000Z' } },
          { at: { _lt: '2021-12-31T16:00:00.000Z' } },
          { outcome: { _null: true } },
        ],
      },
    });
    expect(recordsOf(contoh, 'promised', 'id-ID')?.filter).toMatchObject({
      _and: expect.arrayContaining([{ outcome: { _eq: 'promised' } }, { binaan: { _nnull: true } }]),
    });
    expect(recordsOf(contoh, 'paid', 'id-ID')?.collectionName).toBe('collection');
  });
});
