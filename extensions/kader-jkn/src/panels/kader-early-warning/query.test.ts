import { describe, expect, it } from 'vitest';
import type { EarlyWarningAnswer } from '../../contract/monev-people.ts';
import type { Period } from '../../core/period.ts';
import { noChoice } from '../../studio/monev-request.ts';
import { earlyWarningPath, earlyWarningView, reasonOf, recordsOf } from './query.ts';

const newest = '2021-12' as Period;
const contoh: EarlyWarningAnswer = {
  subject: { branch: { id: 1, name: 'KC Contoh' }, area: null, kader: null, partial: false },
  on: '2022-01-15',
  month: newest,
  limits: null,
  off: false,
  looked_at: 11,
  rows: [
    {
      kader: { id: 3, name: 'Agus Prasetyo' },
      branch: { id: 1, name: 'KC Contoh' },
      district: { id: 8, name: 'Tingkir' },
      signs: [
        { kind: 'drop', month: newest, collected: 2_000_000, usual: 8_000_000, months: 6 },
        { kind: 'promises', broken: 6, judged: 8 },
      ],
      statement: 40,
    },
    {
      kader: { id: 5, name: 'Dwi Astuti' },
      branch: { id: 1, name: 'KC Contoh' },
      district: null,
      signs: [{ kind: 'idle', days: 9, since: '2022-01-04' as never }],
      statement: null,
    },
  ],
};
const withoutSpaces = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('earlyWarningPath', () => {
  it('asks for a place, never for months', () => {
    expect(earlyWarningPath({}, { ...noChoice, to: '2021-12' })).toBe('/kader-jkn/monev/early-warning');
  });
});

describe('earlyWarningView', () => {
  it('counts before it names, and its text alternative names nobody', () => {
    const { headlines, signs, counts, summary } = earlyWarningView(contoh, 'id-ID');
    expect(headlines).toMatchObject([{ figure: '2', of: 'dari 11', note: 'kader dengan tanda awal' }]);
    expect(signs.map(({ label, figure }) => [label, figure])).toEqual([
      ['turun dari kebiasaan', '1'],
      ['tanpa kegiatan', '1'],
      ['janji tidak ditepati', '1'],
    ]);
    expect(JSON.stringify([counts, summary, signs])).not.toMatch(/Agus|Dwi/);
  });

  it('gives every sign its reason in words, with the figures that it rests on', () => {
    const { kader } = earlyWarningView(contoh, 'id-ID');
    expect(kader.map(({ name, area }) => [name, area])).toEqual([
      ['Agus Prasetyo', 'Tingkir'],
      ['Dwi Astuti', ''],
    ]);
    expect(kader.flatMap(({ reasons }) => reasons.map(({ text }) => withoutSpaces(text)))).toEqual([
      'Penerimaan Desember 2021 Rp 2.000.000, 75,0% di bawah kebiasaannya sendiri (Rp 8.000.000, nilai tengah 6 bulan sebelumnya).',
      '6 dari 8 janji bayar yang jatuh tempo sejak Desember 2021 tidak ditepati.',
      '9 hari kerja tanpa kontak dan tanpa penerimaan, terakhir 4 Januari 2022.',
    ]);
    const lastDay = { kind: 'last-day', on: '2021-12-31', amount: 1_500_000, collected: 3_000_000, payments: 4 };
    expect(reasonOf(lastDay as never, newest, 'id-ID')).toBe(
      'Rp 1.500.000 dari Rp 3.000.000 (50,0%) diterima tunai dalam 4 jumlah bulat pada 31 Desember 2021, hari terakhir bulan.',
    );
    expect(reasonOf({ kind: 'undone', payments: 4 }, newest, 'en-US')).toBe(
      '4 payments voided or reversed since December 2021.',
    );
    expect(reasonOf({ kind: 'idle', days: 12, since: null }, newest, 'en-US')).toContain('since joining');
  });

  it('judges nobody: no mark of it is red or amber', () => {
    const { signs } = earlyWarningView(contoh, 'id-ID');
    expect(signs.flatMap(({ parts }) => parts.map(({ tone }) => tone))).toEqual(['done', 'done', 'done']);
  });

  it('tells a rule that is off from a branch without signs', () => {
    const none = { ...contoh, rows: [], looked_at: 11 };
    expect(earlyWarningView(none, 'id-ID').empty).toMatchObject({
      title: 'Tidak ada tanda awal',
      hint: '11 kader aktif diperiksa.',
    });
    expect(earlyWarningView({ ...none, off: true }, 'id-ID').empty).toMatchObject({
      title: 'Tanda awal tidak diperiksa',
      action: { to: '/content/program_policy' },
    });
  });
});

describe('the records behind a reason', () => {
  it('are those of the kader and of the sign', () => {
    expect(recordsOf(contoh, '5 idle', 'id-ID')).toEqual({
      collectionName: 'activity',
      title: 'Dwi Astuti · tanpa kegiatan',
      filter: { kader: { _eq: 5 } },
    });
    expect(recordsOf(contoh, '3 promises', 'id-ID')?.filter).toEqual({
      _and: [{ kader: { _eq: 3 } }, { promise_state: { _eq: 'broken' } }, { promise_on: { _gte: '2021-12-01' } }],
    });
    expect(recordsOf(contoh, '5 drop', 'id-ID')).toBeNull();
  });

  it('are the payments of the last day in every zone, and those undone since the closed month began', () => {
    const [first] = contoh.rows;
    const lastDay = { kind: 'last-day', on: '2021-12-31', amount: 1, collected: 2, payments: 1 } as never;
    const signs = [lastDay, { kind: 'undone' as const, payments: 3 }];
    const answer = { ...contoh, rows: first ? [{ ...first, signs }] : [] };
    expect(JSON.stringify(recordsOf(answer, '3 last-day', 'id-ID')?.filter)).toContain(
      '{"paid_at":{"_gte":"2021-12-30T15:00:00Z"}}',
    );
    expect(JSON.stringify(recordsOf(answer, '3 undone', 'id-ID')?.filter)).toContain(
      '{"month":{"_in":["2021-12","2022-01"]}}',
    );
  });
});
