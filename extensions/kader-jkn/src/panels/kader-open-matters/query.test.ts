import { describe, expect, it } from 'vitest';
import type { OpenMatter, OpenMattersAnswer } from '../../contract/monev-people.ts';
import { noChoice } from '../../studio/monev-request.ts';
import { openMattersPath, openMattersView, recordsOf } from './query.ts';

const branch = { id: 1, name: 'KC Contoh' };
const matter = (kind: OpenMatter['kind'], count: number, days: number | null, change = {}): OpenMatter => ({
  kind,
  count,
  oldest_on: days === null ? null : '2022-01-01',
  oldest_days: days,
  overdue: null,
  by_branch: count === 0 ? [] : [{ branch, count, oldest_on: '2022-01-01' }],
  ids: null,
  ...change,
});
const contoh: OpenMattersAnswer = {
  subject: { branch, area: null, kader: null, partial: false },
  on: '2022-01-15',
  matters: [
    matter('mistreatment', 0, null),
    matter('review', 1, 14, { overdue: 0 }),
    matter('warning', 2, 9, { ids: [31, 32] }),
    matter('dispute', 1, 1),
    matter('complaint', 3, 20, { overdue: 2 }),
  ],
};

describe('openMattersPath', () => {
  it('asks for a place, never for months', () => {
    expect(openMattersPath({}, { ...noChoice, branch: 1, to: '2021-12' })).toBe(
      '/kader-jkn/monev/open-matters?branch=1',
    );
  });
});

describe('openMattersView', () => {
  it('says how much waits, how much of it too long, and how long the longest', () => {
    const { headlines } = openMattersView(contoh, 'id-ID');
    expect(headlines.map(({ figure, note }) => `${figure} ${note}`)).toEqual([
      '7 menunggu',
      '2 lewat batas waktu',
      '20 hari paling lama menunggu',
    ]);
    expect(headlines[2]?.title).toBe('Pengaduan, 1 Januari 2022');
  });

  it('draws every kind that the viewer may read, also those of which nothing waits', () => {
    const { rows, tones } = openMattersView(contoh, 'id-ID');
    expect(rows.map(({ label, figure, aside, opens }) => [label, figure, aside, opens])).toEqual([
      ['Perlakuan buruk', '0', '', false],
      ['Peninjauan kemitraan', '1', 'tertua 14 hari', true],
      ['Peringatan bulan nol', '2', 'tertua 9 hari', true],
      ['Sanggahan imbal jasa', '1', 'tertua 1 hari', true],
      ['Pengaduan', '3', '2 lewat batas, tertua 20 hari', true],
    ]);
    expect(rows[4]?.parts.map(({ tone }) => tone)).toEqual(['warn', 'done']);
    expect(tones).toHaveLength(2);
  });

  it('counts by branch where there are several, and never names anybody', () => {
    const other = { id: 2, name: 'KC Lain' };
    const by_branch = [
      { branch, count: 2, oldest_on: '2022-01-01' },
      { branch: other, count: 1, oldest_on: '2022-01-10' },
    ];
    const { table } = openMattersView({ ...contoh, matters: [matter('complaint', 3, 14, { by_branch })] }, 'id-ID');
    expect(table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Pengaduan', 'Semua cabang', '3', '', '1 Januari 2022'],
      ['Pengaduan', 'KC Contoh', '2', '', '1 Januari 2022'],
      ['Pengaduan', 'KC Lain', '1', '', '10 Januari 2022'],
    ]);
  });

  it('says that nothing waits', () => {
    const { empty, rows, table } = openMattersView({ ...contoh, matters: [matter('complaint', 0, null)] }, 'id-ID');
    expect(empty).toMatchObject({
      title: 'Tidak ada yang menunggu',
      hint: 'Pengaduan: semua sudah selesai.',
    });
    expect([rows, table]).toEqual([[], null]);
  });

  it('has a text alternative', () => {
    expect(openMattersView({ ...contoh, matters: contoh.matters.slice(2, 4) }, 'en-US').summary).toBe(
      'KC Contoh, January 15, 2022: 2 zero-month warnings (oldest 9 days), 1 disputed statements (oldest 1 day)',
    );
  });
});

describe('the records behind a kind', () => {
  it('are those that wait, of the branch', () => {
    expect(recordsOf(contoh, 'dispute', 'id-ID')).toEqual({
      collectionName: 'dispute',
      title: 'Sanggahan imbal jasa · KC Contoh',
      filter: { _and: [{ status: { _eq: 'open' } }, { branch: { _eq: 1 } }] },
    });
    expect(recordsOf(contoh, 'warning', 'id-ID')?.filter).toEqual({ id: { _in: [31, 32] } });
    expect(JSON.stringify(recordsOf(contoh, 'mistreatment', 'id-ID')?.filter)).toContain(
      '{"kader":{"branch":{"_eq":1}}}',
    );
  });

  it('belong to an area by their kader; a complaint also by whom it is about', () => {
    const there = { ...contoh, subject: { ...contoh.subject, area: { id: 8, name: 'Tingkir' } } };
    const district = { district: { _or: [{ id: { _eq: 8 } }, { parent: { _eq: 8 } }] } };
    expect(recordsOf(there, 'complaint', 'id-ID')?.filter).toEqual({
      _and: [
        { status: { _in: ['open', 'in_progress'] } },
        { branch: { _eq: 1 } },
        { _or: [{ kader: district }, { about_kader: district }] },
      ],
    });
  });
});
