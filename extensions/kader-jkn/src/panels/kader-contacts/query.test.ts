import { describe, expect, it } from 'vitest';
import type { ContactsAnswer, ContactsRow } from '../../contract/monev-field.ts';
import { noChoice } from '../../studio/monev-request.ts';
import { contactsPath, contactsView, recordsOf } from './query.ts';

const row: ContactsRow = {
  kind: 'month',
  id: null,
  name: null,
  month: '2021-11',
  running: false,
  families: 1230,
  kader_days: 300,
  daily: 4.1,
  due: 5,
  on_leave: false,
};

const contoh: ContactsAnswer = {
  subject: { branch: { id: 1, name: 'KC Contoh' }, area: null, kader: null, partial: false },
  span: { from: '2021-11', to: '2021-12', chosen: 'asked', running: true },
  gap: null,
  timezone: 'Asia/Jakarta',
  grouping: 'month',
  shared: false,
  total: { families: 2490, kader_days: 600, daily: 4.15, due: 5 },
  due_from: 'target',
  rows: [row, { ...row, month: '2021-12', running: true, families: 1260, daily: 4.2 }],
  others: 0,
  channels: [
    { channel: 'visit', families: 1500 },
    { channel: 'whatsapp', families: 600 },
    { channel: 'phone', families: 450 },
  ],
  education: 4,
  officers: 312,
};

describe('contactsPath', () => {
  it('leaves the months to the server where nobody chose them', () => {
    expect(contactsPath({}, noChoice)).toBe('/kader-jkn/monev/contacts');
    expect(contactsPath({ by: 'kader', shared: true }, { ...noChoice, branch: 1, to: '2021-12' })).toBe(
      '/kader-jkn/monev/contacts?branch=1&by=kader&shared=true&to=2021-12',
    );
    expect(contactsPath({ span: 3 }, noChoice)).toBe('/kader-jkn/monev/contacts?months=3');
  });
});

describe('contactsView', () => {
  it('says the families a kader and day against five, and whose they are', () => {
    const { headlines, summary } = contactsView(contoh, 'id-ID');
    expect(headlines).toMatchObject([
      {
        figure: '4,2',
        of: 'dari 5',
        note: 'keluarga per kader per hari',
        title: '2.490 keluarga dalam 600 hari kader (83,0%)',
      },
      { figure: '2.490' },
      { figure: '312', note: 'oleh petugas' },
    ]);
    expect(summary).toBe('KC Contoh, November–Desember 2021 (belum ditutup): 4,2 keluarga per kader per hari dari 5');
  });

  it('says of one kader simply how many a day', () => {
    const own = {
      ...contoh,
      subject: { ...contoh.subject, kader: { id: 7, name: 'Sri' }, partial: true },
      officers: null,
    };
    const { headlines } = contactsView(own, 'en-US');
    expect(headlines.map(({ note }) => note)).toEqual(['families a day', 'families contacted, once a day']);
  });

  it('draws months from zero with the target as a line', () => {
    const { columns, months } = contactsView(contoh, 'id-ID');
    expect(months.map(({ short }) => short)).toEqual(['Nov', 'Des']);
    expect(columns[0]).toMatchObject({ lineAt: 100, figure: '4,1', opens: true });
    expect(columns[0]?.parts[0]?.to).toBeCloseTo(82);
    expect(columns[1]?.title).toBe(
      'Desember 2021: 4,2 keluarga per hari (1.260 dalam 300 hari), target 5; bulan belum ditutup',
    );
  });

  it('draws kader as bars, and says who was on leave and how many are not named', () => {
    const kader = { ...row, kind: 'kader' as const, id: 7, name: 'Sri Wahyuni', month: null };
    const rows = [kader, { ...kader, id: 8, name: 'Yanti', families: 0, daily: 0, on_leave: true }];
    const { bars, columns, remarks } = contactsView({ ...contoh, grouping: 'kader', rows, others: 9 }, 'id-ID');
    expect(columns).toEqual([]);
    expect(bars.map(({ key, label, figure, aside, opens }) => [key, label, figure, aside, opens])).toEqual([
      ['kader 7', 'Sri Wahyuni', '4,1', '1.230 keluarga', true],
      ['kader 8', 'Yanti', '0,0', 'cuti', false],
    ]);
    expect(remarks[0]).toBe('9 kader lain tidak disebut di sini.');
    const few = contactsView({ ...contoh, grouping: 'kader', rows }, 'id-ID', 1);
    expect([few.bars.length, few.remarks[0], few.table?.rows.length]).toEqual([1, '1 lainnya ada di tabel.', 6]);
  });

  it('tells the channels, in which a family may count twice', () => {
    const { channels, remarks } = contactsView(contoh, 'id-ID');
    expect(channels?.rows.map(({ label, figure, aside }) => [label, figure, aside])).toEqual([
      ['Kunjungan', '1.500', '2,5 per hari'],
      ['WhatsApp', '600', '1,0 per hari'],
      ['Telepon', '450', '0,75 per hari'],
    ]);
    expect(remarks).toEqual([
      'Edukasi kelompok: 4 kali.',
      'Keluarga yang dihubungi dengan dua cara pada satu hari dihitung pada keduanya.',
    ]);
  });

  it('says that a month is empty, what is expected, and what to do next', () => {
    const none = { families: 0, kader_days: 300, daily: 0, due: 5 };
    const view = contactsView({ ...contoh, gap: 'no-data', total: none, due_from: 'policy' }, 'id-ID');
    expect(view).toMatchObject({ headlines: [], columns: [], channels: null, remarks: [] });
    expect(view.empty).toMatchObject({
      title: 'Belum ada kontak pada November–Desember 2021',
      hint: 'Yang diharapkan: 5 keluarga per kader per hari.',
      action: { to: '/content/activity/+' },
    });
  });
});

describe('the contacts behind it', () => {
  it('are those of kader with families, in the month, of the kader or in the channel', () => {
    const filterOf = (key: string | null) => recordsOf(contoh, key, 'id-ID')?.filter;
    expect(filterOf('month 2021-11')).toEqual({
      _and: [
        { branch: { _eq: 1 } },
        { at: { _gte: '2021-10-31T17:00:00.000Z' } },
        { at: { _lt: '2021-11-30T17:00:00.000Z' } },
        { binaan: { _nnull: true } },
        { kader: { _nnull: true } },
      ],
    });
    expect(filterOf('kader 7')).toMatchObject({ _and: expect.arrayContaining([{ kader: { _eq: 7 } }]) });
    expect(filterOf('channel phone')).toMatchObject({ _and: expect.arrayContaining([{ channel: { _eq: 'phone' } }]) });
  });
});
