import { describe, expect, it } from 'vitest';
import { noChoice } from '../../studio/monev-request.ts';
import { disputesBehind, disputesPath, disputesView, type OpenDispute } from './query.ts';

const now = new Date('2026-03-20T03:00:00Z');
const asked = (date: string, month = '2026-01', name = 'KC Surakarta'): OpenDispute => ({
  date_created: `${date}T02:00:00Z`,
  branch: { id: 7, name },
  statement: { month },
});

describe('open disputes', () => {
  it('are asked for without anything that says who asked', () => {
    const path = decodeURIComponent(disputesPath({}, noChoice));
    expect(path).toContain('filter={"status":{"_eq":"open"}}');
    expect(path).not.toMatch(/kader|question|user_created/);
    expect(decodeURIComponent(disputesPath({}, { ...noChoice, branch: 7 }))).toContain('{"branch":{"_eq":7}}');
  });

  it('are counted, with the longest wait', () => {
    const view = disputesView([asked('2026-03-10'), asked('2026-03-19')], 'id-ID', now);
    expect(view.headlines.map(({ figure, note }) => `${figure} ${note}`)).toEqual([
      '2 menunggu jawaban',
      '10 hari paling lama menunggu',
    ]);
    expect(view.subject).toBe('KC Surakarta · sanggahan kader atas imbal jasanya');
    expect(view.empty).toBeNull();
  });

  it('of today have waited no day', () => {
    const [, longest] = disputesView([asked('2026-03-20')], 'en-US', now).headlines;
    expect(longest?.figure).toBe('Today');
  });

  it('stand in the table by branch and month, never one by one', () => {
    const all = [
      asked('2026-03-01'),
      asked('2026-03-02'),
      asked('2026-03-03', '2026-02'),
      asked('2026-03-04', '2026-01', 'KC Lain'),
    ];
    const view = disputesView(all, 'id-ID', now);
    expect(view.table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['KC Surakarta', 'Januari 2026', '2', '1 Maret 2026'],
      ['KC Surakarta', 'Februari 2026', '1', '3 Maret 2026'],
      ['KC Lain', 'Januari 2026', '1', '4 Maret 2026'],
    ]);
    expect(view.subject).toContain('Semua cabang');
  });

  it('that do not exist are said to be none', () => {
    const view = disputesView([], 'id-ID', now);
    expect(view.empty?.title).toBe('Tidak ada sanggahan yang menunggu jawaban');
    expect(view.headlines).toEqual([]);
  });

  it('lead to their list', () => {
    expect(disputesBehind(null, 'id-ID')).toEqual({
      collectionName: 'dispute',
      title: 'Sanggahan terbuka',
      filter: { status: { _eq: 'open' } },
    });
  });
});
