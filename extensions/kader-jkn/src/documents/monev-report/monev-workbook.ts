import { formatMoment } from '../../studio/format.ts';
import { type SheetColumn, type WorkbookSheet, writeWorkbook } from '../write-workbook.ts';
import type { MonevReportDocument } from './monev-report.ts';
import { comparedMonths, kaderName, mainFigures, placeName, reportNumber } from './report-context.ts';
import { decisionStates, endReasonNames, measureNames, outcomeNames, stateNames } from './texts.ts';

const text = (header: string, key: string, width?: number): SheetColumn => ({
  header,
  key,
  format: 'text',
  ...(width && { width }),
});
const rupiah = (header: string, key: string): SheetColumn => ({ header, key, format: 'rupiah' });
const number = (header: string, key: string): SheetColumn => ({ header, key, width: 14 });
const percent = (header: string, key: string): SheetColumn => ({ header, key, format: 'percent' });

function summary(document: MonevReportDocument): WorkbookSheet {
  const { figures, branch, made, closed, version, figures_hash } = document;
  const at = (moment: string) => formatMoment(moment, branch.timezone, 'id-ID');
  const facts: [string, string][] = [
    ['Nomor', reportNumber(document)],
    ['Kantor cabang', branch.name],
    ['Bulan', figures.month],
    ['Bulan ditutup', at(closed.at)],
    ['Laporan dibuat', at(made.at)],
    ['Dibuat oleh', made.name ?? '–'],
    ['Program', `Kader JKN ${version}`],
    ['Sidik angka', figures_hash],
  ];
  return {
    name: 'Keterangan',
    columns: [text('Keterangan', 'name', 24), text('Isi', 'value', 70)],
    rows: facts.map(([name, value]) => ({ name, value })),
  };
}

/** Rupiah, counts and ratios stand in columns of their own: a column holds one kind of figure. */
function main({ figures }: MonevReportDocument): WorkbookSheet {
  return {
    name: 'Angka pokok',
    columns: [
      text('Bulan', 'month', 10),
      ...mainFigures.map(({ name, as }, index) => {
        const column = { rupiah, count: number, ratio: percent }[as];
        return column(name, `figure_${index}`);
      }),
    ],
    rows: comparedMonths(figures).map((month) => ({
      month: month.month,
      ...Object.fromEntries(mainFigures.map(({ value }, index) => [`figure_${index}`, value(month)])),
    })),
  };
}

function measures({ figures }: MonevReportDocument): WorkbookSheet {
  return {
    name: 'Ukuran',
    columns: [
      text('Ukuran', 'name'),
      number('Realisasi', 'realised'),
      number('Target', 'target'),
      percent('Capaian', 'attainment'),
    ],
    rows: figures.measures.map(({ measure, realised, target, attainment }) => ({
      name: measureNames[measure],
      realised,
      target,
      attainment,
    })),
  };
}

function trend({ figures }: MonevReportDocument): WorkbookSheet {
  return {
    name: 'Penerimaan bulanan',
    columns: [
      text('Bulan', 'month', 10),
      rupiah('Penerimaan', 'collected'),
      rupiah('Target', 'target'),
      rupiah('Tahun sebelumnya', 'year_before'),
    ],
    rows: figures.trend.map((month) => ({ ...month })),
  };
}

function places(document: MonevReportDocument): WorkbookSheet {
  return {
    name: 'Wilayah',
    columns: [
      text('Wilayah', 'name', 30),
      number('Kader', 'kader'),
      rupiah('Penerimaan', 'realised'),
      rupiah('Target', 'target'),
      percent('Capaian', 'attainment'),
    ],
    rows: document.figures.places.map(({ area, ...place }) => ({ name: placeName(document, area), ...place })),
  };
}

function kader(document: MonevReportDocument): WorkbookSheet {
  const { figures, names } = document;
  return {
    name: 'Kader',
    columns: [
      number('Peringkat', 'place'),
      text('Kode', 'code', 12),
      text('Kader', 'name', 30),
      text('Kecamatan', 'district'),
      rupiah('Penerimaan', 'collected'),
      rupiah('Target', 'target'),
      percent('Capaian', 'attainment'),
      number('Pembayaran', 'payments'),
      number('Keluarga membayar', 'families_paid'),
      number('Keluarga binaan', 'families_held'),
      number('Kontak', 'contacts'),
      number('Keluarga per hari', 'family_days'),
      number('Edukasi', 'education'),
      rupiah('Imbal jasa bruto', 'gross'),
      rupiah('Imbal jasa diterima', 'net'),
      text('Keadaan bulan ini', 'state_name', 18),
      number('Bulan tanpa penerimaan', 'zero_streak'),
    ],
    rows: figures.kader.map(({ kader: id, area, state, ...row }) => ({
      ...row,
      code: names.kader[id]?.code ?? null,
      name: kaderName(document, id),
      district: area === null ? null : (names.areas[area] ?? null),
      state_name: stateNames[state] ?? state,
    })),
  };
}

function streaks(document: MonevReportDocument): WorkbookSheet {
  const { streak_months, streaks: rows } = document.figures;
  return {
    name: 'Bulan tanpa penerimaan',
    columns: [
      text('Kader', 'name', 30),
      ...streak_months.map((month) => text(month, month, 18)),
      number('Berturut-turut', 'streak'),
      text('Peringatan', 'warned', 12),
      text('Peninjauan', 'reviewed', 12),
    ],
    rows: rows.map(({ kader: id, states, streak, warned, reviewed }) => ({
      name: kaderName(document, id),
      ...Object.fromEntries(streak_months.map((month, index) => [month, stateNames[states[index] ?? ''] ?? null])),
      streak,
      warned: warned ? 'ya' : 'tidak',
      reviewed: reviewed ? 'ya' : 'tidak',
    })),
  };
}

function field({ figures }: MonevReportDocument): WorkbookSheet {
  const { contacts, reach } = figures;
  const rows: [string, string, number][] = [
    ['Keluarga', 'Dalam daftar', reach.listed],
    ['Keluarga', 'Dihubungi', reach.contacted],
    ['Keluarga', 'Dikunjungi', reach.visited],
    ['Keluarga', 'Berjanji membayar', reach.promised],
    ['Keluarga', 'Membayar', reach.paid],
    ['Kontak', 'Semua kontak', contacts.contacts],
    ['Kontak', 'Keluarga per hari oleh kader, dijumlahkan', contacts.family_days],
    ['Kontak', 'Keluarga per hari oleh petugas, dijumlahkan', contacts.officers],
    ['Saluran', 'Kunjungan', contacts.visit],
    ['Saluran', 'WhatsApp', contacts.whatsapp],
    ['Saluran', 'Telepon', contacts.phone],
    ['Saluran', 'Edukasi kelompok', contacts.education],
    ...contacts.outcomes.map(({ outcome, contacts: of }): [string, string, number] => [
      'Hasil',
      outcomeNames[outcome] ?? outcome,
      of,
    ]),
    ['Janji bayar', 'Ditepati', contacts.promises.kept],
    ['Janji bayar', 'Lewat', contacts.promises.broken],
    ['Janji bayar', 'Menunggu', contacts.promises.open],
    ['Kader', 'Sebelum bulan ini', figures.workforce.before],
    ['Kader', 'Bergabung', figures.workforce.joined],
    ['Kader', 'Berakhir', figures.workforce.left],
    ['Kader', 'Akhir bulan', figures.workforce.now],
    ...figures.workforce.reasons.map(({ reason, kader }): [string, string, number] => [
      'Kader berakhir',
      endReasonNames[reason ?? ''] ?? 'Tanpa alasan tercatat',
      kader,
    ]),
  ];
  return {
    name: 'Kerja lapangan',
    columns: [text('Kelompok', 'group', 14), text('Ukuran', 'name', 34), number('Jumlah', 'count')],
    rows: rows.map(([group, name, count]) => ({ group, name, count })),
  };
}

function ageing({ figures }: MonevReportDocument): WorkbookSheet | null {
  if (figures.ageing === null) return null;
  return {
    name: 'Tunggakan',
    columns: [
      number('Dari bulan', 'from'),
      number('Sampai bulan', 'to'),
      number('Keluarga', 'families'),
      rupiah('Tunggakan', 'amount'),
      number('Keluarga sebulan lalu', 'families_before'),
      rupiah('Tunggakan sebulan lalu', 'amount_before'),
    ],
    rows: figures.ageing.bands.map(({ from, to, families, amount, before }) => ({
      from,
      to,
      families,
      amount,
      families_before: before?.families ?? null,
      amount_before: before?.amount ?? null,
    })),
  };
}

function decisions({ meeting }: MonevReportDocument): WorkbookSheet | null {
  if (meeting.decisions.length === 0) return null;
  return {
    name: 'Keputusan rapat',
    columns: [
      text('Kader', 'kader'),
      text('Keputusan', 'text', 60),
      text('Penanggung jawab', 'owner'),
      { header: 'Batas', key: 'due_on', format: 'date' },
      text('Keadaan', 'state', 16),
    ],
    rows: meeting.decisions.map(({ status, kader: whom, ...decision }) => ({
      ...decision,
      kader: whom ?? 'Semua',
      state: decisionStates[status] ?? status,
    })),
  };
}

/** "Laporan Monev" as XLSX: figures are numbers, one sheet a table. */
export async function writeMonevWorkbook(document: MonevReportDocument): Promise<Buffer> {
  const sheets = [summary, main, measures, trend, places, kader, streaks, field, ageing, decisions].map((sheet) =>
    sheet(document),
  );
  return writeWorkbook(sheets.filter((sheet) => sheet !== null));
}
