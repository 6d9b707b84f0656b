import type { ReportFigures, ReportKader, ReportMonth } from '../../contract/monev-report.ts';
import { dateOf } from '../../core/period.ts';
import {
  formatCount,
  formatDate,
  formatMonth,
  formatMonthSpan,
  formatPercent,
  formatRupiah,
  keepRupiahTogether,
} from '../../studio/format.ts';
import type { MonevReportDocument } from './monev-report.ts';
import { decisionStates, endReasonNames, measureNames, stateNames } from './texts.ts';

const locale = 'id-ID';
const absent = '–';
/** Rows of a picture or a table that still stand on one page. */
export const mostRows = 34;
const mostPraised = 18;

export const rupiah = (value: number | null) => keepRupiahTogether(formatRupiah(value, locale));
export const count = (value: number | null) => formatCount(value, locale);
export const percent = (ratio: number | null) => formatPercent(ratio, locale);

/** What stands on paper beside the branch: `MONEV/KC-SKA/2021-12`. */
export function reportNumber({ branch, figures }: MonevReportDocument): string {
  return `MONEV/${branch.code}/${figures.month}`;
}

/** The fingerprint as people compare it: its first sixteen signs in fours. */
export function fingerprintOf({ figures_hash }: MonevReportDocument): string {
  return figures_hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}

/** What a place of the report is called; money of nobody has no place. */
export function placeName({ names, figures }: MonevReportDocument, area: number | null): string {
  if (area === null) return 'Tidak tercatat pada kader';
  if (figures.grouping === 'kader') return names.kader[area]?.name ?? absent;
  return names.areas[area] ?? absent;
}

export function kaderName({ names }: MonevReportDocument, kader: number): string {
  return names.kader[kader]?.name ?? absent;
}

/** The rows of "Angka pokok": what is told, and how it is written. */
export const mainFigures: readonly {
  name: string;
  value: (month: ReportMonth) => number | null;
  as: 'rupiah' | 'count' | 'ratio';
}[] = [
  { name: 'Penerimaan', value: ({ collected }) => collected, as: 'rupiah' },
  { name: 'Imbal jasa', value: ({ commission }) => commission, as: 'rupiah' },
  {
    name: 'Biaya penagihan (imbal jasa terhadap penerimaan)',
    value: ({ commission, collected }) => (collected > 0 ? commission / collected : null),
    as: 'ratio',
  },
  { name: 'Pembayaran', value: ({ collections }) => collections, as: 'count' },
  { name: 'Keluarga membayar', value: ({ families }) => families, as: 'count' },
  { name: 'Kader', value: ({ kader }) => kader, as: 'count' },
  { name: 'Kader tanpa penerimaan', value: ({ zero }) => zero, as: 'count' },
  { name: 'Peringatan diberikan', value: ({ warnings }) => warnings, as: 'count' },
  { name: 'Peninjauan dibuka', value: ({ reviews }) => reviews, as: 'count' },
];

const written = { rupiah, count, ratio: percent };

/** The months that "Angka pokok" compares: this one, the one before, and a year earlier, where they are closed. */
export function comparedMonths({ now, before, year_before }: ReportFigures): ReportMonth[] {
  return [now, before, year_before].filter((month) => month !== null);
}

/** The whole of what was credited to kader, and what belongs to none. */
export function sumOf(rows: readonly ReportKader[], figure: (row: ReportKader) => number | null): number {
  return rows.reduce((total, row) => total + (figure(row) ?? 0), 0);
}

function signed(value: number, write: (value: number) => string): string {
  return value > 0 ? `+${write(value)}` : write(value);
}

function ageingRows({ ageing }: ReportFigures): Record<string, unknown>[] | null {
  if (ageing === null) return null;
  const bands = ageing.bands.map((band) => ({
    ...band,
    name: band.to === null ? `${band.from} bulan atau lebih` : `${band.from}–${band.to} bulan`,
    total: false,
  }));
  return [...bands, { ...ageing.total, name: 'Jumlah', total: true }].map(
    ({ name, total, families, amount, before }) => ({
      name,
      total,
      families: count(families),
      amount: rupiah(amount),
      families_change: before === null ? absent : signed(families - before.families, count),
      amount_change: before === null ? absent : signed(amount - before.amount, rupiah),
    }),
  );
}

function measureRows({ measures }: ReportFigures): Record<string, string>[] {
  return measures
    .filter(({ measure }) => measure !== 'collection')
    .map(({ measure, unit, realised, target, attainment }) => {
      const write = (value: number | null) => {
        if (value === null) return absent;
        if (unit === 'rupiah') return rupiah(value);
        return Number.isInteger(value) ? count(value) : value.toLocaleString(locale, { maximumFractionDigits: 1 });
      };
      return {
        name: measureNames[measure],
        realised: realised === null ? 'belum tercatat' : write(realised),
        target: write(target),
        attainment: percent(attainment),
      };
    });
}

function kaderRow(document: MonevReportDocument, row: ReportKader): Record<string, string> {
  const { names } = document;
  const where = row.area === null ? null : (names.areas[row.area] ?? null);
  const state = row.state === 'collected' ? null : (stateNames[row.state] ?? row.state);
  const streak = row.zero_streak > 1 ? `${row.zero_streak} bulan berturut-turut` : null;
  return {
    place: row.place === null ? absent : count(row.place),
    name: kaderName(document, row.kader),
    told: [names.kader[row.kader]?.code, where, state, streak].filter(Boolean).join(' · '),
    area: where ?? absent,
    collected: count(row.collected),
    target: count(row.target),
    attainment: percent(row.attainment),
    families_paid: count(row.families_paid),
    families_held: count(row.families_held),
    contacts: count(row.contacts),
    gross: count(row.gross),
  };
}

/** One decimal, two below one. */
function aboutOf(value: number): string {
  const digits = value < 1 ? 2 : 1;
  return value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function contactSentence({ contacts }: ReportFigures): string {
  const { daily, daily_due } = contacts;
  const due = daily_due === null ? '' : ` dari ${aboutOf(daily_due)} yang diharapkan`;
  const aDay = daily === null ? '' : ` Kader menghubungi rata-rata ${aboutOf(daily)} keluarga per hari${due}.`;
  const officers = contacts.officers === 0 ? '' : ` Petugas telekolekting: ${count(contacts.officers)} keluarga.`;
  return `${count(contacts.contacts)} kontak sebulan.${aDay}${officers}`;
}

function promiseSentence({ contacts: { promises } }: ReportFigures): string {
  const due = promises.kept + promises.broken + promises.open;
  if (due === 0) return 'Tidak ada janji bayar yang jatuh pada bulan ini.';
  const share = promises.rate === null ? '' : ` (${percent(promises.rate)} dari yang sudah dinilai)`;
  return `Janji bayar yang jatuh pada bulan ini: ${count(due)}; ditepati ${count(promises.kept)}${share}, lewat ${count(promises.broken)}, menunggu ${count(promises.open)}.`;
}

/** `45 kader di akhir bulan; 2 bergabung, 1 berakhir (Pindah 1).` */
function workforceSentence({ workforce }: ReportFigures): string {
  const { before, joined, left, now, target, reasons } = workforce;
  const due = target === null ? '' : ` dari target ${count(target)} (${percent(target > 0 ? now / target : null)})`;
  const why = reasons.map(
    ({ reason, kader }) => `${endReasonNames[reason ?? ''] ?? 'tanpa alasan tercatat'} ${count(kader)}`,
  );
  const gone = left === 0 ? 'tidak ada yang berakhir' : `${count(left)} berakhir (${why.join(', ')})`;
  return `${count(now)} kader di akhir bulan${due}: ${count(before)} sebelumnya, ${count(joined)} bergabung, ${gone}.`;
}

/** `Januari–Desember 2021: Rp …, 78,0% dari target Rp …; rata-rata kader 78,0%, 13 di atas 100%.` Null: the month alone. */
function yearSentence({ year, month }: ReportFigures): string | null {
  if (year.from === month) return null;
  const { realised, target, attainment, average, above } = year;
  const due = target === null ? '' : `, ${percent(attainment)} dari target ${rupiah(target)}`;
  const each =
    average === null
      ? ''
      : `; rata-rata ${count(average.kader)} kader ${percent(average.attainment)}, ${count(above)} kader di atas 100%`;
  return `${formatMonthSpan(year.from, month, locale)}: ${rupiah(realised)}${due}${each}.`;
}

/** What a picture leaves out; null: nothing. */
function moreThan(rows: number): string | null {
  return rows > mostRows ? `${count(rows - mostRows)} lainnya ada dalam berkas XLSX.` : null;
}

function meetingSentence({ meeting: { held } }: MonevReportDocument): string {
  if (held === null) return 'Rapat monev bulan ini belum tercatat terlaksana.';
  const place = held.place === null ? '' : ` di ${held.place}`;
  return `Rapat monev ${formatDate(held.held_on, locale)}${place}: ${count(held.present)} kader hadir, ${count(held.excused)} berhalangan, ${count(held.absent)} tidak hadir.`;
}

function decisionRows(decisions: MonevReportDocument['meeting']['decisions']): Record<string, string>[] {
  return decisions.map(({ text, kader, owner, due_on, status }) => ({
    text,
    kader: kader ?? '',
    owner: owner ?? absent,
    due: formatDate(due_on, locale),
    status: decisionStates[status] ?? status,
  }));
}

/** What the template is filled with. */
export function reportContext(document: MonevReportDocument): Record<string, unknown> {
  const { figures, meeting, branch, closed, made, version } = document;
  const money = figures.measures.find(({ measure }) => measure === 'collection') ?? null;
  const months = comparedMonths(figures);
  const credited = sumOf(figures.kader, ({ collected }) => collected);
  const rest = figures.now.collected - credited;
  const placesTargeted = figures.places.some(({ target }) => target !== null);
  return {
    figures,
    branch,
    closed,
    made,
    version,
    documentNumber: reportNumber(document),
    contact: [branch.city, branch.phone && `Telepon ${branch.phone}`].filter(Boolean).join(' · '),
    money: { realised: money?.realised ?? figures.now.collected },
    ofTarget: money?.target ? `${percent(money.attainment)} dari target ${rupiah(money.target)}` : 'belum ada target',
    average: percent(figures.average?.attainment ?? null),
    averageOf:
      figures.average === null ? 'belum ada target kader' : `atas ${count(figures.average.kader)} kader bertarget`,
    above: figures.above === null ? absent : count(figures.above),
    aboveOf: figures.above === null ? 'belum ada target kader' : 'kader melampaui target',
    columns: months.map(({ month }) => formatMonth(month, locale)),
    main: mainFigures.map(({ name, value, as }) => ({
      name,
      cells: months.map((month) => written[as](value(month))),
    })),
    measures: measureRows(figures),
    hasPlaces: figures.grouping !== 'kader' && figures.places.length > 1,
    placesTitle: `${placesTargeted ? 'Capaian' : 'Penerimaan'} menurut ${figures.grouping === 'regency' ? 'kabupaten dan kota' : 'kecamatan'}`,
    placesTargeted,
    hasReach: figures.reach.contacted > 0,
    hasContacts: figures.contacts.contacts > 0,
    hasOutcomes: figures.contacts.outcomes.length > 0,
    contactSentence: contactSentence(figures),
    promiseSentence: promiseSentence(figures),
    workforceSentence: workforceSentence(figures),
    yearSentence: yearSentence(figures),
    meetingSentence: meetingSentence(document),
    decisions: decisionRows(meeting.decisions.filter(({ kader }) => kader === null)),
    ownDecisions: decisionRows(meeting.decisions.filter(({ kader }) => kader !== null)),
    awards: meeting.awards,
    ageing: ageingRows(figures),
    praised: figures.kader
      .filter(({ collected, target }) => target !== null && target > 0 && collected > target)
      .map((row) => ({ ...kaderRow(document, row), collected: rupiah(row.collected) })),
    praiseFits: (figures.above ?? 0) <= mostPraised,
    hasYearBefore: figures.trend.some(({ year_before }) => year_before !== null),
    morePlaces: moreThan(figures.places.length),
    moreStreaks: moreThan(figures.streaks.length),
    hasStreaks: figures.streaks.length > 0,
    kader: figures.kader.map((row) => kaderRow(document, row)),
    total: {
      collected: count(credited),
      target: count(sumOf(figures.kader, ({ target }) => target)),
      families_paid: count(sumOf(figures.kader, ({ families_paid }) => families_paid)),
      families_held: count(sumOf(figures.kader, ({ families_held }) => families_held)),
      contacts: count(sumOf(figures.kader, ({ contacts }) => contacts)),
      gross: count(sumOf(figures.kader, ({ gross }) => gross)),
    },
    unassigned: rest === 0 ? null : keepRupiahTogether(`Tidak tercatat pada kader: ${rupiah(rest)}.`),
    fingerprint: fingerprintOf(document),
    signedAt: [branch.city, formatDate(dateOf(new Date(made.at), branch.timezone), locale)].filter(Boolean).join(', '),
    signerTitle: branch.head_title ?? 'Kepala Cabang',
    signer: branch.head_name ?? '…………………………………',
  };
}
