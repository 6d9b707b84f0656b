import { describe, expect, it } from 'vitest';
import type { RankingAnswer, RankingRow } from '../../contract/monev.ts';
import { noChoice } from '../../studio/monev-request.ts';
import { rankingPath, rankingView } from './query.ts';

const row: RankingRow = {
  place: 1,
  kader: { id: 3, name: 'Sri Wahyuni' },
  attainment: 1.42,
  realised: 142,
  target: 100,
  families_held: 512,
  months_owed: 16.6,
  statement: 9,
  own: false,
};

const answer: RankingAnswer = {
  measure: 'collection',
  subject: { branch: { id: 1, name: 'KC Contoh' }, area: null, kader: null, partial: false },
  span: { from: '2021-12', to: '2021-12', chosen: 'newest', running: false },
  gap: null,
  shared: false,
  rows: [row],
  ranked: 38,
  above: 5,
  others: 37,
  without_target: 2,
};

describe('rankingPath', () => {
  it('asks for the usual number of rows, and says when the screen is shared', () => {
    expect(rankingPath({}, noChoice)).toBe('/kader-jkn/monev/ranking?measure=collection&count=15');
    expect(rankingPath({ shared: true, count: 5 }, noChoice)).toContain('shared=true&count=5');
  });
});

describe('rankingView', () => {
  it('says families held and months owed beside the attainment', () => {
    const view = rankingView(answer, 'id-ID');
    expect(view.dots[0]).toMatchObject({
      attainment: '142,0%',
      aside: '512 KK · 17 bln',
      above: true,
      to: '/content/commission/9',
    });
    expect(view.note).toBe('capaian penerimaan iuran binaan · 5 dari 38 kader di atas 100%');
    expect(view.remarks).toEqual(['37 kader lainnya', '2 kader tanpa target tidak diperingkat']);
  });

  it('does not praise exactly 100%', () => {
    expect(rankingView({ ...answer, rows: [{ ...row, attainment: 1 }] }, 'id-ID').dots[0]?.above).toBe(false);
  });

  it('keeps the 100% line inside, also when nobody reaches it', () => {
    const { lineAt } = rankingView({ ...answer, rows: [{ ...row, attainment: 0.4 }] }, 'id-ID');
    expect(lineAt).toBeGreaterThan(90);
    expect(lineAt).toBeLessThanOrEqual(100);
  });

  it('calls the viewer "Anda", and on a shared screen leads only to their own record', () => {
    const own = { ...row, place: 9, own: true, statement: null, attainment: 0.97 };
    const praised = { ...row, realised: null, target: null, statement: null };
    const view = rankingView({ ...answer, shared: true, rows: [praised, own] }, 'id-ID');
    expect(view.dots.map(({ label, to, place }) => [place, label, to])).toEqual([
      ['1', 'Sri Wahyuni', null],
      ['9', 'Anda', '/content/kader/3'],
    ]);
    expect(view.table?.columns).toHaveLength(5);
  });

  it('says who is on the way when nobody is above 100%, and that targets are missing when there are none', () => {
    const quiet = rankingView({ ...answer, shared: true, rows: [], above: 0, others: 38 }, 'id-ID');
    expect(quiet.empty).toMatchObject({ title: 'Belum ada kader di atas 100% pada Desember 2021' });
    const untargeted = rankingView({ ...answer, rows: [], ranked: 0 }, 'id-ID');
    expect(untargeted.empty?.action?.to).toBe('/content/target/+');
  });
});
