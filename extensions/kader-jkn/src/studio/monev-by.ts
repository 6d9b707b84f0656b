import type { FieldGrouping } from '../contract/monev-field.ts';
import { formatMonth, type StudioLocale } from './format.ts';
import {
  asked,
  type MonevChoice,
  type MonevPanelOptions,
  monevPath,
  type Picked,
  pickedId,
  spanParams,
} from './monev-request.ts';
import type { MonevTable } from './monev-table.ts';
import type { AxisMonth, BarRow, ColumnMark, MonevEmpty, MonevHeadline } from './monev-view.ts';
import { monthAxis } from './month-axis.ts';

/** What the form of a panel holds whose figures stand by month, branch or kader. */
export interface ByOptions extends MonevPanelOptions {
  kader?: Picked;
  by?: FieldGrouping | null | undefined;
  shared?: boolean | null | undefined;
  count?: number | null | undefined;
}

/** What such a panel draws and says. */
export interface ByView {
  subject: string;
  span: string | null;
  headlines: MonevHeadline[];
  /** over time: columns with their months; else bars */
  months: AxisMonth[];
  columns: ColumnMark[];
  bars: BarRow[];
  remarks: string[];
  table: MonevTable | null;
  empty: MonevEmpty | null;
  /** the text alternative */
  summary: string;
  fileName: string;
}

/** A figure of one month, branch or kader. */
interface ByRow {
  kind: FieldGrouping;
  id: number | null;
  month: string | null;
}

/** Bars drawn at most, where nobody says otherwise. */
export const usualCount = 20;

/** The path to ask for; how many months it is of its own accord the server knows. */
export function byPath(question: string, options: ByOptions, choice: MonevChoice): string {
  const { branch, area, to, reach } = asked(options, choice);
  const span = reach === 'auto' ? { to } : spanParams({ to, reach });
  const kader = pickedId(options.kader);
  return monevPath(question, { branch, area, kader, by: options.by, shared: options.shared || null, ...span });
}

/** Rows by month as columns over their axis, all others as bars, the first of them. */
export function drawBy<Row extends ByRow>(
  { rows, grouping }: { rows: readonly Row[]; grouping: FieldGrouping },
  locale: StudioLocale,
  { toColumn, toBar, count }: { toColumn: (row: Row) => ColumnMark; toBar: (row: Row) => BarRow; count: number },
): Pick<ByView, 'months' | 'columns' | 'bars'> & { more: number } {
  if (grouping !== 'month') {
    return { months: [], columns: [], bars: rows.slice(0, count).map(toBar), more: Math.max(0, rows.length - count) };
  }
  const months = rows.map(({ month }) => month ?? '');
  return { months: monthAxis(months, locale), columns: rows.map(toColumn), bars: [], more: 0 };
}

/** Key of a row: `month 2022-01`, `kader 7`, and `kader rest` for what belongs to none. */
export function byKey({ kind, id, month }: ByRow): string {
  return `${kind} ${month ?? id ?? 'rest'}`;
}

/** What a key stands for; all of the span without one. */
export function readByKey(key: string | null): { kind: string | null; id: string | null } {
  const [kind = null, id = null] = key?.split(' ') ?? [];
  return { kind, id };
}

/** The month in words, else the row's name; null where it has none. */
export function byLabel({ kind, month, name }: ByRow & { name: string | null }, locale: StudioLocale): string | null {
  return kind === 'month' ? formatMonth(month, locale) : name;
}
