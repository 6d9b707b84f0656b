import readWorkbook from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { ReportFigures, ReportKader, ReportMonth } from '../../contract/monev-report.ts';
import type { MonthText } from '../../contract/records.ts';
import type { MonevReportDocument } from './monev-report.ts';
import { writeMonevWorkbook } from './monev-workbook.ts';
import { renderMonevReport } from './render-monev-report.ts';

const month = '2021-12' as MonthText;

const totals: ReportMonth = {
  month,
  ...{ collected: 31_622_000, commission: 3_969_000, collections: 120, families: 118, kader: 57 },
  ...{ zero: 2, warnings: 1, reviews: 1 },
};

function kaderRow(kader: number, fields: Partial<ReportKader> = {}): ReportKader {
  return {
    ...{ kader, area: 1, place: kader, collected: 9_000_000, target: 10_000_000, attainment: 0.9, payments: 3 },
    ...{ families_paid: 3, families_held: 150, gross: 1_350_000, net: 1_350_000, state: 'collected', zero_streak: 0 },
    ...{ contacts: 40, family_days: 38, education: 0 },
    ...fields,
  };
}

const figures: ReportFigures = {
  ...{ form: 1, branch: 1, month, average: { attainment: 0.78, kader: 2 }, above: 1 },
  measures: [
    { measure: 'collection', unit: 'rupiah', realised: 31_622_000, target: 45_000_000, attainment: 0.7027 },
    { measure: 'kader', unit: 'count', realised: 57, target: 840, attainment: 57 / 840 },
    { measure: 'contacts_per_day', unit: 'count', realised: null, target: 225, attainment: null },
  ],
  ...{ now: totals, before: { ...totals, month: '2021-11' }, year_before: null },
  year: { from: '2021-01', realised: 4_212_000_000, target: 5_400_000_000, attainment: 0.78, average: null, above: 13 },
  trend: [{ month, collected: 31_622_000, target: 45_000_000, year_before: null }],
  grouping: 'district',
  places: [
    { area: 1, kader: 1, realised: 20_000_000, target: 30_000_000, attainment: 2 / 3 },
    { area: null, kader: 0, realised: 1_000, target: null, attainment: null },
  ],
  kader: [kaderRow(1, { collected: 11_000_000, attainment: 1.1 }), kaderRow(2)],
  streak_months: ['2021-11', month],
  streaks: [{ kader: 2, states: ['zero', null], streak: 1, warned: true, reviewed: false }],
  contacts: {
    ...{ contacts: 80, family_days: 76, daily: 1.2, daily_due: 5, visit: 40, whatsapp: 20, phone: 16, education: 4 },
    ...{ officers: 3, outcomes: [{ outcome: 'met', contacts: 30 }] },
    promises: { kept: 3, broken: 1, open: 2, rate: 0.75 },
  },
  reach: { listed: 1000, contacted: 70, visited: 35, promised: 9, paid: 118 },
  workforce: { before: 58, joined: 1, left: 2, now: 57, target: 840, reasons: [{ reason: 'moved', kader: 2 }] },
  ageing: null,
};

const document: MonevReportDocument = {
  figures,
  names: {
    kader: { 1: { name: 'Sri <b>Wahyuni</b> {{net}}', code: 'K-1' }, 2: { name: 'Joko & Susilo', code: 'K-2' } },
    areas: { 1: 'Laweyan & "Serengan" <svg>' },
  },
  meeting: { held: null, decisions: [], awards: [] },
  branch: {
    ...{ code: 'KC-SKA', name: 'KC Surakarta', city: 'Surakarta', address: null, phone: null },
    ...{ head_name: null, head_title: null, timezone: 'Asia/Jakarta' },
  },
  closed: { at: '2022-01-03T02:00:00Z', name: null },
  made: { at: '2022-01-10T03:00:00Z', name: 'Ratih' },
  version: '0.1.0',
  figures_hash: 'ab'.repeat(32),
};

function withFigures(changed: Partial<ReportFigures>): MonevReportDocument {
  return { ...document, figures: { ...figures, ...changed } };
}

async function pagesOf(of: MonevReportDocument): Promise<string[]> {
  const pdf = await renderMonevReport(of);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)));
  return text.map((page) => page.replaceAll(/\s+/g, ' '));
}

const manyKader = (count: number) => Array.from({ length: count }, (_, index) => kaderRow(index + 1));

describe('the report on paper', () => {
  it('is the same bytes for the same figures and moment', async () => {
    const [one, other] = [await renderMonevReport(document), await renderMonevReport(document)];
    expect(one.equals(other)).toBe(true);
  });

  it('writes names as they are, in text and in pictures', async () => {
    const text = (await pagesOf(document)).join(' ');
    for (const name of ['Sri <b>Wahyuni</b> {{net}}', 'Joko & Susilo', 'Laweyan & "Serengan" <svg>']) {
      expect(text).toContain(name);
    }
  });

  it('tells the year, what is not recorded, and who came and went', async () => {
    const text = (await pagesOf(document)).join(' ');
    expect(text).toContain('Januari–Desember 2021: Rp 4.212.000.000, 78,0% dari target Rp 5.400.000.000');
    expect(text).toContain('Kontak per hari belum tercatat 225 –');
    expect(text).toContain(
      '57 kader di akhir bulan dari target 840 (6,8%): 58 sebelumnya, 1 bergabung, 2 berakhir (Pindah 2)',
    );
    expect(text).toContain('ditepati 3 (75,0% dari yang sudah dinilai), lewat 1, menunggu 2');
  });

  it('has nobody below 100% before the annex', async () => {
    const pages = await pagesOf(document);
    const annex = pages.findIndex((page) => page.startsWith('Lampiran'));
    const shown = pages.slice(0, annex).join(' ');
    expect(shown).toContain('Wahyuni');
    expect(shown).not.toContain('Joko');
    expect(pages.slice(annex).join(' ')).toContain('Joko');
  });

  it('is whole where next to nothing is known', async () => {
    const none = withFigures({
      ...{ measures: [], average: null, above: null, before: null, trend: [], places: [], kader: [], streaks: [] },
      year: { from: month, realised: 0, target: null, attainment: null, average: null, above: null },
      contacts: {
        ...figures.contacts,
        contacts: 0,
        outcomes: [],
        promises: { kept: 0, broken: 0, open: 0, rate: null },
      },
      reach: { listed: 0, contacted: 0, visited: 0, promised: 0, paid: 0 },
    });
    const text = (await pagesOf(none)).join(' ');
    expect(text).toContain('belum ada target');
    expect(text).toContain('Belum ada kader yang melampaui target');
    expect(text).not.toContain('NaN');
    expect((await readWorkbook(await writeMonevWorkbook(none))).length).toBeGreaterThan(5);
  });

  it('loses nobody of a large branch, and says where the rest of a picture is', async () => {
    const kader = manyKader(120);
    const large = withFigures({
      kader,
      places: kader.map(({ kader: id }) => ({ ...(figures.places[0] as (typeof figures.places)[0]), area: id })),
      streaks: kader.map(({ kader: id }) => ({
        kader: id,
        states: ['zero', 'zero'],
        streak: 2,
        warned: false,
        reviewed: false,
      })),
    });
    const names = Object.fromEntries(
      kader.map(({ kader: id }) => [id, { name: `Kader nomor ${id}.`, code: `K-${id}` }]),
    );
    const text = (await pagesOf({ ...large, names: { kader: names, areas: {} } })).join(' ');
    for (const { kader: id } of kader) expect(text).toContain(`Kader nomor ${id}.`);
    expect(text).toContain('86 lainnya ada dalam berkas XLSX.');
    expect(text).toContain('360 18.000 4.800 162.000.000');
  });

  it('loses nobody who is praised, however many', async () => {
    const kader = manyKader(90).map((row) => ({ ...row, collected: 12_000_000, attainment: 1.2 }));
    const names = Object.fromEntries(kader.map(({ kader: id }) => [id, { name: `Terpuji ${id}.`, code: `K-${id}` }]));
    const pages = await pagesOf({ ...withFigures({ kader, above: 90 }), names: { kader: names, areas: {} } });
    const shown = pages
      .slice(
        0,
        pages.findIndex((page) => page.startsWith('Lampiran')),
      )
      .join(' ');
    for (const { kader: id } of kader) expect(shown).toContain(`Terpuji ${id}.`);
  });

  it('draws within its picture, a zero as a frame with its figure, and nothing from outside', async () => {
    const pdf = (await renderMonevReport(document)).toString('latin1');
    expect(pdf).not.toContain('/Subtype /Image');
  });
});
