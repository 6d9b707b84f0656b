import { describe, expect, it } from 'vitest';
import type { AttainmentAnswer, AttainmentRow } from '../../contract/monev.ts';
import { noChoice } from '../../studio/monev-request.ts';
import { attainmentPath, attainmentView, recordsBehind } from './query.ts';

const row: AttainmentRow = {
  kind: 'regency',
  id: 7,
  name: 'Kabupaten Sragen',
  month: null,
  realised: 50,
  target: 100,
  attainment: 0.5,
  statement: null,
  arrears: null,
};

const pekanbaru: AttainmentAnswer = {
  measure: 'collection',
  unit: 'rupiah',
  subject: { branch: { id: 1, name: 'KC Pekanbaru' }, area: null, kader: null, partial: false },
  span: { from: '2017-05', to: '2017-11', chosen: 'target', running: false },
  gap: null,
  total: { realised: 31_622_000, target: 16_500_000_000, attainment: 31_622_000 / 16_500_000_000 },
  average: null,
  above: null,
  without_target: 0,
  grouping: 'regency',
  rows: [],
  arrears: null,
};

describe('attainmentPath', () => {
  it('asks for the newest month of what the viewer sees, by default', () => {
    expect(attainmentPath({}, noChoice)).toBe('/kader-jkn/monev/attainment?measure=collection');
  });

  it('asks for what the form and the viewer say', () => {
    const options = { measure: 'families_visited', branch: { key: 1 }, by: 'kader' } as const;
    expect(attainmentPath(options, { ...noChoice, to: '2021-12', reach: 'year' })).toBe(
      '/kader-jkn/monev/attainment?branch=1&measure=families_visited&by=kader&from=2021-01&to=2021-12',
    );
  });
});

describe('attainmentView', () => {
  it('says the published figures of Pekanbaru', () => {
    const money = attainmentView(pekanbaru, 'id-ID');
    expect(money.headline).toMatchObject({ figure: 'Rp 31,6 jt', of: 'dari Rp 16,5 M', note: '0,19% dari target' });
    expect(money.summary).toBe(
      'KC Pekanbaru, Mei–November 2017: Rp 31.622.000 penerimaan iuran binaan, 0,19% dari target Rp 16.500.000.000',
    );
    const visits = attainmentView(
      {
        ...pekanbaru,
        measure: 'families_visited',
        unit: 'count',
        total: { realised: 1187, target: 9000, attainment: 1187 / 9000 },
      },
      'id-ID',
    );
    expect(visits.headline).toMatchObject({ figure: '1.187', of: 'dari 9.000', note: '13,2% dari target' });
    const kader = attainmentView(
      { ...pekanbaru, measure: 'kader', unit: 'count', total: { realised: 57, target: 840, attainment: 57 / 840 } },
      'id-ID',
    );
    expect(kader.headline).toMatchObject({ figure: '57', of: 'dari 840', note: '6,8% dari target' });
  });

  it('says both averages of Surakarta, and how many are above 100%', () => {
    const total = { realised: 4_212_000_000, target: 5_400_000_000, attainment: 0.78 };
    const view = attainmentView({ ...pekanbaru, total, average: { attainment: 0.78, kader: 45 }, above: 13 }, 'id-ID');
    expect(view.headline?.note).toBe('78,0% · rasio jumlah');
    expect(view.average).toMatchObject({ figure: '78,0%', note: 'rata-rata 45 kader' });
    expect(view.above).toMatchObject({ figure: '13', note: 'kader di atas 100%' });
  });

  it('puts bars, bands and lines on one scale from zero', () => {
    const rows = [row, { ...row, id: 8, realised: 250, target: 200, attainment: 1.25 }];
    const [half, above] = attainmentView({ ...pekanbaru, rows }, 'id-ID').bullets;
    expect(half).toMatchObject({ doneTo: 20, dueTo: 40, lineAt: 40, attainment: '50,0%', opens: true, to: null });
    expect(above).toMatchObject({ doneTo: 100, lineAt: 80, attainment: '125,0%' });
  });

  it('never draws below zero', () => {
    const rows = [{ ...row, realised: -50, attainment: -0.5 }];
    expect(attainmentView({ ...pekanbaru, rows }, 'id-ID').bullets[0]).toMatchObject({
      doneTo: 0,
      attainment: '-50,0%',
    });
  });

  it('leads a kader to the statement of a closed month, else to the kader', () => {
    const rows = [
      { ...row, kind: 'kader' as const, statement: 12 },
      { ...row, kind: 'kader' as const, id: 9 },
      { ...row, kind: 'kader' as const, id: null, name: null },
    ];
    const bullets = attainmentView({ ...pekanbaru, grouping: 'kader', rows }, 'id-ID').bullets;
    expect(bullets.map(({ to }) => to)).toEqual(['/content/commission/12', '/content/kader/9', null]);
    expect(bullets[2]?.label).toBe('Tanpa kader');
  });

  it('draws the arrears of Semarang by part, with what is not itemised', () => {
    const part = (name: string, arrears: number) => ({
      ...row,
      name,
      arrears,
      realised: 0,
      target: arrears * 0.72,
      attainment: 0,
    });
    const view = attainmentView(
      {
        ...pekanbaru,
        measure: 'arrears_share',
        gap: 'no-data',
        total: { realised: 0, target: 53_280_000_000, attainment: 0 },
        rows: [part('Kota Semarang', 55_800_000_000), part('Kabupaten Demak', 17_300_000_000)],
        arrears: {
          as_of: '2018-07-31',
          source: 'Pernyataan',
          amount: 74_000_000_000,
          share_bp: 7200,
          unexplained: 900_000_000,
        },
      },
      'id-ID',
    );
    expect(view.headline?.note).toBe('0,0% dari target 72% tunggakan Rp 74 M');
    expect(view.bullets.map(({ label, amounts }) => [label, amounts])).toEqual([
      ['Kota Semarang', 'Rp 0 / Rp 55,8 M'],
      ['Kabupaten Demak', 'Rp 0 / Rp 17,3 M'],
      ['tidak terinci', 'Rp 900 jt'],
    ]);
    expect(view.table?.rows.at(-1)?.at(-1)).toMatchObject({ value: 74_000_000_000 });
  });

  it('holds what was recovered against the arrears themselves where no target was set', () => {
    const { headline } = attainmentView(
      {
        ...pekanbaru,
        measure: 'arrears_share',
        total: { realised: 4_200_000_000, target: null, attainment: null },
        rows: [],
        arrears: {
          as_of: '2021-12-31',
          source: 'Akhir bulan',
          amount: 24_700_000_000,
          share_bp: null,
          unexplained: null,
        },
      },
      'en-US',
    );
    expect(headline).toMatchObject({
      figure: 'Rp 4.2 bn',
      of: 'of Rp 24.7 bn',
      note: '17.0% of the arrears; no target yet',
    });
  });

  it('says that a month is empty, and what to do next', () => {
    const span = { from: '2022-01', to: '2022-01', chosen: 'asked', running: true } as const;
    const view = attainmentView(
      { ...pekanbaru, span, gap: 'no-data', total: { realised: 0, target: null, attainment: null } },
      'id-ID',
    );
    expect(view.empty).toMatchObject({
      title: 'Belum ada penerimaan pada Januari 2022',
      action: { to: '/content/collection/+' },
    });
    expect(view.headline).toBeNull();
    expect(attainmentView({ ...pekanbaru, span: null, gap: 'no-months' }, 'en-US').empty?.title).toBe('No data yet');
    expect(attainmentView({ ...pekanbaru, gap: 'no-data', measure: 'enrolments' }, 'id-ID').empty).toMatchObject({
      title: expect.stringContaining('Belum ada peserta baru'),
      action: { to: '/content/enrolment/+' },
    });
  });

  it('has a table of the same figures with the total', () => {
    const table = attainmentView({ ...pekanbaru, rows: [row] }, 'id-ID').table;
    expect(table?.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['Kabupaten Sragen', 'Rp 50', 'Rp 100', '50,0%'],
      ['Jumlah', 'Rp 31.622.000', 'Rp 16.500.000.000', '0,19%'],
    ]);
  });
});

describe('recordsBehind', () => {
  it('is the payments of the months and of the subject', () => {
    expect(recordsBehind(pekanbaru, 'id-ID')).toMatchObject({
      collectionName: 'collection',
      title: 'KC Pekanbaru · Mei–November 2017',
      filter: {
        _and: [
          { branch: { _eq: 1 } },
          { month: { _in: expect.arrayContaining(['2017-05', '2017-11']) } },
          { status: { _in: ['recorded', 'verified'] } },
        ],
      },
    });
  });

  it('is nothing for measures that are not payments', () => {
    expect(recordsBehind({ ...pekanbaru, measure: 'kader' }, 'id-ID')).toBeNull();
  });
});
