import { describe, expect, it } from 'vitest';
import type { AttainmentRow } from '../../contract/monev.ts';
import type { WorkforceAnswer, WorkforceMonth } from '../../contract/monev-people.ts';
import { noChoice } from '../../studio/monev-request.ts';
import { recordsOf, workforcePath, workforceView } from './query.ts';

const month = (name: string, realised: number, joined: number, left: number): WorkforceMonth => ({
  month: name,
  realised,
  target: 840,
  attainment: realised / 840,
  joined,
  left,
});
const place = (id: number, name: string, realised: number): AttainmentRow => ({
  kind: 'district',
  id,
  name,
  month: null,
  statement: null,
  arrears: null,
  realised,
  target: null,
  attainment: null,
});
const pekanbaru: WorkforceAnswer = {
  subject: { branch: { id: 1, name: 'KC Pekanbaru' }, area: null, kader: null, partial: false },
  span: { from: '2017-05', to: '2017-07', chosen: 'target', running: false },
  gap: null,
  level: 57,
  total: { realised: 57, target: 840, attainment: 57 / 840 },
  grouping: 'district',
  rows: [place(4, 'Marpoyan Damai', 40), place(5, 'Tampan', 17)],
  before: 0,
  joined: 60,
  left: 3,
  months: [month('2017-05', 60, 60, 0), month('2017-06', 60, 0, 0), month('2017-07', 57, 0, 3)],
  reasons: [
    { reason: 'own_wish', kader: 2 },
    { reason: null, kader: 1 },
  ],
  candidates: 2,
  on_leave: 1,
};

describe('workforcePath', () => {
  it('leaves the months to the target, unless the viewer chose one', () => {
    expect(workforcePath({}, noChoice)).toBe('/kader-jkn/monev/workforce');
    expect(workforcePath({}, { ...noChoice, to: '2017-11' })).toBe('/kader-jkn/monev/workforce?to=2017-11&months=12');
    expect(workforcePath({ branch: 3, span: '6' }, noChoice)).toBe('/kader-jkn/monev/workforce?branch=3&months=6');
  });
});

describe('workforceView', () => {
  it('says how many of the target, who joined and who left', () => {
    const { headlines } = workforceView(pekanbaru, 'id-ID');
    expect(headlines.map(({ figure, of, note }) => [figure, of, note])).toEqual([
      ['57', 'dari 840', '6,8% dari target, akhir Juli 2017'],
      ['+60', null, 'bergabung'],
      ['−3', null, 'berakhir'],
    ]);
  });

  it('sets those of branches with a target apart where not every branch has one', () => {
    const several = { ...pekanbaru, level: 133 };
    expect(
      workforceView(several, 'id-ID')
        .headlines.slice(0, 2)
        .map(({ figure, of, note }) => [figure, of, note]),
    ).toEqual([
      ['133', null, 'kader bermitra di akhir Juli 2017'],
      ['57', 'dari 840', '6,8% dari target, di cabang yang punya target'],
    ]);
  });

  it('draws the kader against their target month by month', () => {
    const { lines } = workforceView(pekanbaru, 'id-ID');
    expect(lines.map(({ key, tone, figure }) => [key, tone, figure])).toEqual([
      ['target', 'target', '840'],
      ['realised', 'done', '57'],
    ]);
    expect(lines[1]?.places[2]).toBeCloseTo((57 / 840) * 100);
    expect(workforceView({ ...pekanbaru, months: pekanbaru.months.slice(2) }, 'id-ID').lines).toEqual([]);
  });

  it('draws who joined above zero and who left below it, each with its month', () => {
    const { columns, zeroAt } = workforceView(pekanbaru, 'id-ID');
    expect(zeroAt).toBeCloseTo((3 / 63) * 100);
    expect(columns[0]).toMatchObject({ figure: '+60', opens: true, parts: [{ from: zeroAt, to: 100, tone: 'done' }] });
    expect(columns[1]).toMatchObject({ figure: null, opens: false, parts: [] });
    expect(columns[2]).toMatchObject({ figure: '−3', parts: [{ from: 0, to: zeroAt, tone: 'still' }] });
    expect(columns[2]?.title).toBe('Juli 2017: 0 bergabung, 3 berakhir; 57 kader di akhir bulan (target 840)');
  });

  it('tells why they left, also where nobody wrote it down', () => {
    const { reasons } = workforceView(pekanbaru, 'id-ID');
    expect(reasons.map(({ label, figure, aside }) => [label, figure, aside])).toEqual([
      ['Keinginan sendiri', '2', '66,7% dari yang berakhir'],
      ['Alasan tidak dicatat', '1', '33,3% dari yang berakhir'],
    ]);
  });

  it('draws places where there are several, kecamatan only with targets, and never one row a kader', () => {
    const regencies = { ...pekanbaru, grouping: 'regency' as const };
    expect(workforceView(regencies, 'id-ID').places.map(({ label, amounts }) => [label, amounts])).toEqual([
      ['Marpoyan Damai', '40'],
      ['Tampan', '17'],
    ]);
    expect(workforceView(pekanbaru, 'id-ID').places).toEqual([]);
    expect(workforceView({ ...regencies, rows: pekanbaru.rows.slice(0, 1) }, 'id-ID').places).toEqual([]);
    expect(workforceView({ ...regencies, grouping: 'kader' }, 'id-ID').places).toEqual([]);
  });

  it('has a text alternative and a table of everything it draws', () => {
    const { summary, table, remarks } = workforceView(pekanbaru, 'en-US');
    expect(summary).toBe(
      'KC Pekanbaru, May–July 2017: 57 kader at the end, 6.8% of the target of 840; 60 joined, 3 left',
    );
    expect(table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['May 2017', '60', '840', '7.1%', '60', '0'],
      ['June 2017', '60', '840', '7.1%', '0', '0'],
      ['July 2017', '57', '840', '6.8%', '0', '3'],
      ['The whole span', '57', '840', '6.8%', '60', '3'],
      ['Marpoyan Damai', '40', '–', '–', '', ''],
      ['Tampan', '17', '–', '–', '', ''],
      ['Left: Own wish', '', '', '', '', '2'],
      ['Left: No reason written down', '', '', '', '', '1'],
    ]);
    expect(remarks).toContain('Now 2 candidates and 1 kader on leave.');
  });

  it('says what is missing where nobody is a kader yet', () => {
    const none = { ...pekanbaru, span: null, gap: 'no-months' as const, months: [], rows: [], joined: 0, left: 0 };
    const { empty, table, headlines } = workforceView(none, 'id-ID');
    expect(empty).toEqual({
      title: 'Belum ada kader',
      hint: null,
      action: { label: 'Tambah kader', to: '/content/kader/+' },
    });
    expect([table, headlines]).toEqual([null, []]);
  });
});

describe('the kader behind a mark', () => {
  it('are those that the figure counts', () => {
    const filterOf = (key: string) => recordsOf(pekanbaru, key, 'id-ID')?.filter;
    const branch = { branch: { _eq: 1 } };
    expect(filterOf('partners')).toEqual({
      _and: [
        branch,
        { joined_on: { _lte: '2017-07-31' } },
        { _or: [{ ended_on: { _null: true } }, { ended_on: { _gte: '2017-07-31' } }] },
      ],
    });
    // whose last day is 30 June counts in July
    const left = {
      _and: [{ joined_on: { _nnull: true } }, { ended_on: { _between: ['2017-06-30', '2017-07-30'] } }],
    };
    const joined = { joined_on: { _between: ['2017-07-01', '2017-07-31'] } };
    expect(filterOf('month 2017-07')).toEqual({ _and: [branch, { _or: [joined, left] }] });
    expect(recordsOf(pekanbaru, 'reason', 'id-ID')?.title).toBe('Alasan tidak dicatat · KC Pekanbaru');
    expect(JSON.stringify(filterOf('reason own_wish'))).toContain('{"end_reason":{"_eq":"own_wish"}}');
    expect(JSON.stringify(filterOf('reason'))).toContain('{"end_reason":{"_null":true}}');
  });
});
