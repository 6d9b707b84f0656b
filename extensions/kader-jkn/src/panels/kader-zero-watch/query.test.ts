import { describe, expect, it } from 'vitest';
import type { WatchCell, WatchRow, ZeroWatchAnswer } from '../../contract/monev.ts';
import { noChoice } from '../../studio/monev-request.ts';
import { zeroWatchPath, zeroWatchView } from './query.ts';

const cell: WatchCell = {
  month: '2021-12',
  class: 'zero',
  collected: 0,
  target: 10_000_000,
  statement: 5,
  late: false,
};
const row: WatchRow = {
  kader: { id: 3, name: 'Joko Susilo' },
  district: { id: 8, name: 'Anggrek' },
  cells: [cell],
  streak: 3,
  status: 'review',
  review: { id: 11, status: 'open', due_on: '2022-01-17' },
  warning: 10,
};
const answer: ZeroWatchAnswer = {
  subject: { branch: { id: 1, name: 'KC Contoh' }, area: null, kader: null, partial: false },
  months: ['2021-12'],
  gap: null,
  limit: 3,
  rows: [row],
  others: 4,
  counts: { kader: 5, review: 1, warning: 0, streak: 0 },
};
const drawn = (change: Partial<WatchRow>) =>
  zeroWatchView({ ...answer, rows: [{ ...row, ...change }] }, 'id-ID').rows[0];
const drawnCell = (change: Partial<WatchCell>) => drawn({ cells: [{ ...cell, ...change }] })?.cells[0];

describe('zeroWatchPath', () => {
  it('asks for the usual months and rows', () => {
    expect(zeroWatchPath({}, noChoice)).toBe('/kader-jkn/monev/zero-watch?months=7&count=20');
    expect(zeroWatchPath({ months: 3 }, { ...noChoice, to: '2021-12' })).toContain('to=2021-12&months=3');
  });
});

describe('zeroWatchView', () => {
  it('says the rule where there is one, that there is none, and nothing of several branches', () => {
    expect(zeroWatchView(answer, 'id-ID').note).toBe(
      'bulan tertutup · 3 bulan berturut-turut membuka peninjauan kemitraan',
    );
    expect(zeroWatchView({ ...answer, limit: null }, 'id-ID').note).toContain('tanpa aturan bulan nol');
    const several = { ...answer, limit: null, subject: { ...answer.subject, branch: null } };
    expect(zeroWatchView(several, 'id-ID').note).toBe('bulan tertutup');
  });

  it('leads a cell to its statement and a tag to its review or warning', () => {
    expect(drawn({})?.cells[0]).toMatchObject({ look: 'zero', to: '/content/commission/5' });
    expect(drawn({})?.tag).toEqual({ text: 'Peninjauan dibuka', tone: 'red', to: '/content/partnership_review/11' });
    expect(drawn({ status: 'warning', streak: 2 })?.tag).toEqual({
      text: 'Peringatan: 2 bulan',
      tone: 'amber',
      to: '/content/kader_event/10',
    });
    expect(drawn({ status: 'streak', streak: 1 })?.tag).toMatchObject({ text: '1 bulan', tone: 'grey' });
  });

  it('tells leave from leave that is over', () => {
    expect(drawn({ status: 'leave' })?.tag.text).toBe('Cuti selesai');
    expect(drawn({ status: 'leave', cells: [{ ...cell, class: 'leave' }] })?.tag.text).toBe('Cuti');
  });

  it('says of every cell what it holds, and gives it a shape', () => {
    expect(drawnCell({})?.title).toBe('Desember 2021: Rp 0 dari Rp 10.000.000, nol');
    expect(drawnCell({ class: 'reached', collected: 5_000_000 })).toMatchObject({ look: 'full' });
    expect(drawnCell({ class: 'below', collected: 4_999_999 })).toMatchObject({ look: 'half' });
    expect(drawnCell({ class: 'leave' })).toMatchObject({ look: 'hatched' });
    expect(drawnCell({ class: 'not_joined', collected: null, statement: null })).toMatchObject({
      look: 'blank',
      to: null,
      title: 'Desember 2021: belum bergabung penuh',
    });
  });

  it('says that money came late', () => {
    expect(drawnCell({ class: 'collected', late: true })?.title).toContain('dibayar terlambat');
  });

  it('has a table with the amounts, and counts who is left out', () => {
    const view = zeroWatchView(answer, 'id-ID');
    expect(view.table?.rows[0]?.map(({ text }) => text)).toEqual([
      'Joko Susilo',
      'Anggrek',
      'Rp 0',
      '3',
      'Peninjauan dibuka',
    ]);
    expect(view.remark).toBe('4 kader lainnya');
    expect(view.summary).toBe('KC Contoh: 1 peninjauan, 0 peringatan, 0 kader lain dengan bulan nol, dari 5 kader');
  });

  it('leads to the month books when no month is closed', () => {
    const empty = zeroWatchView({ ...answer, months: [], rows: [], gap: 'no-months' }, 'id-ID').empty;
    expect(empty).toMatchObject({ title: 'Belum ada bulan yang ditutup', action: { to: '/content/period' } });
  });
});
