import type { SchemeSimulation, SimulatedKader } from '../../contract/schemes.ts';
import {
  formatCount,
  formatMonthSpan,
  formatRupiah,
  formatRupiahShort,
  type StudioLocale,
} from '../../studio/format.ts';
import type { MonevTable, MonevTableCell } from '../../studio/monev-table.ts';
import type { MonevEmpty, MonevHeadline } from '../../studio/monev-view.ts';
import { recordLink } from '../../studio/record-link.ts';
import { fillText, type TextFill } from '../../studio/text.ts';
import { texts } from './texts.ts';

/** A kader's two figures on one line; places are percent of the width. */
export interface PairRow {
  key: number;
  label: string;
  paidAt: number;
  wouldAt: number;
  difference: string;
  direction: 'up' | 'down' | 'same';
  title: string;
  to: string;
}

export interface SimulationView {
  subject: string;
  summary: string;
  headlines: MonevHeadline[];
  rows: PairRow[];
  /** how many kader only the table shows; null: none */
  hidden: string | null;
  remarks: string[];
  table: MonevTable | null;
  fileName: string;
  empty: MonevEmpty | null;
}

/** Drawn at most: the largest gains and the largest losses. */
const mostRows = 24;

/** A simulation as its panel says it: the difference first, then each kader's two figures. */
export function simulationView(simulation: SchemeSimulation, locale: StudioLocale): SimulationView {
  const say = (key: keyof typeof texts, fill: TextFill = {}) => fillText(texts[key], locale, fill);
  const { scheme, branches, from, to, total, kader } = simulation;
  const [only, ...others] = branches;
  const branch = others.length === 0 ? (only?.name ?? '') : say('branches', { count: branches.length });
  const span = from === null || to === null ? '' : formatMonthSpan(from, to, locale);
  const difference = signed(total.difference, locale);
  const isEmpty = kader.length === 0;
  const shown = outermost(kader, mostRows);
  const largest = Math.max(1, ...shown.flatMap(({ paid, would }) => [paid.net, would.net]));
  return {
    subject: isEmpty ? '' : say('subject', { branch, span }),
    summary: say('summary', { scheme: scheme.name, branch, span, difference }),
    headlines: isEmpty ? [] : headlinesOf(simulation, locale, say),
    rows: shown.map((one) => pairRow(one, largest, locale, say)),
    hidden: shown.length < kader.length ? say('hidden', { count: kader.length - shown.length }) : null,
    remarks: simulation.assumptions.map((assumption) => say(assumption)),
    table: isEmpty ? null : tableOf(simulation, locale, say),
    fileName: ['simulasi', scheme.id, from, to].filter(Boolean).join('-'),
    empty: isEmpty
      ? {
          title: say('noMonths'),
          hint: say('noMonthsHint'),
          action: { label: say('openMonths'), to: '/content/period' },
        }
      : null,
  };
}

type Say = (key: keyof typeof texts, fill?: TextFill) => string;

function headlinesOf({ total, kader }: SchemeSimulation, locale: StudioLocale, say: Say): MonevHeadline[] {
  const { difference, paid, would } = total;
  const exact = (amount: number) => formatRupiah(amount, locale);
  const count = (wanted: (difference: number) => boolean) =>
    formatCount(kader.filter((one) => wanted(one.difference)).length, locale);
  const changes = { up: count((by) => by > 0), down: count((by) => by < 0), same: count((by) => by === 0) };
  return [
    {
      figure: difference === 0 ? say('same') : formatRupiahShort(Math.abs(difference), locale),
      of: null,
      note: say(difference === 0 ? 'sameNote' : difference > 0 ? 'more' : 'less'),
      title: signed(difference, locale),
    },
    {
      figure: formatRupiahShort(would.net, locale),
      of: say('ofPaid', { amount: formatRupiahShort(paid.net, locale) }),
      note: `${say('would')} · ${say('changes', changes)}`,
      title: `${exact(would.net)} · ${exact(paid.net)}`,
    },
  ];
}

/** The rows at both ends of a list that is sorted by difference. */
function outermost(kader: readonly SimulatedKader[], most: number): SimulatedKader[] {
  if (kader.length <= most) return [...kader];
  return [...kader.slice(0, most / 2), ...kader.slice(-most / 2)];
}

function pairRow(one: SimulatedKader, largest: number, locale: StudioLocale, say: Say): PairRow {
  const { kader, paid, would, difference } = one;
  const exact = (amount: number) => formatRupiah(amount, locale);
  return {
    key: kader.id,
    label: kader.name,
    paidAt: (paid.net / largest) * 100,
    wouldAt: (would.net / largest) * 100,
    difference: shortSigned(difference, locale),
    direction: difference > 0 ? 'up' : difference < 0 ? 'down' : 'same',
    title: say('row', {
      name: kader.name,
      paid: exact(paid.net),
      would: exact(would.net),
      difference: signed(difference, locale),
    }),
    to: recordLink('kader', kader.id),
  };
}

function tableOf({ kader, total }: SchemeSimulation, locale: StudioLocale, say: Say): MonevTable {
  const money = (amount: number): MonevTableCell => ({ text: formatCount(amount, locale), value: amount });
  const figures = ({ collections, paid, would, difference }: SchemeSimulation['total']): MonevTableCell[] => [
    { text: formatCount(collections, locale), value: collections },
    money(would.base),
    money(paid.net),
    money(would.net),
    { text: `${difference > 0 ? '+' : ''}${formatCount(difference, locale)}`, value: difference },
  ];
  const numbers = (['payments', 'base', 'paidColumn', 'wouldColumn', 'difference'] as const).map((key) => say(key));
  return {
    columns: [{ label: say('kader'), numeric: false }, ...numbers.map((label) => ({ label, numeric: true }))],
    rows: [
      ...kader.map((one) => [
        { text: `${one.kader.name} · ${one.kader.code}`, to: recordLink('kader', one.kader.id) },
        ...figures(one),
      ]),
      [{ text: say('total') }, ...figures(total)],
    ],
  };
}

function signed(amount: number, locale: StudioLocale): string {
  return `${amount > 0 ? '+' : ''}${formatRupiah(amount, locale)}`;
}

function shortSigned(amount: number, locale: StudioLocale): string {
  return `${amount > 0 ? '+' : ''}${formatRupiahShort(amount, locale)}`;
}
