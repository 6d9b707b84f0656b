/** What there is to say, and to do next, where there is nothing to draw. */
export interface MonevEmpty {
  title: string;
  hint: string | null;
  action: { label: string; to: string } | null;
}

/** A figure said aloud before the picture, what it is of, and what it is. */
export interface MonevHeadline {
  figure: string;
  of: string | null;
  note: string;
  /** exact */
  title: string;
}

/** A bar of what was done over a band of what was due, up to a target line; places are percent of the width. */
export interface BulletRow {
  key: string;
  label: string;
  doneTo: number;
  /** null: no band */
  dueTo: number | null;
  /** null: no target */
  lineAt: number | null;
  attainment: string;
  amounts: string;
  /** exact, and the text alternative of the mark */
  title: string;
  /** path of the record; null: the row opens what lies below it, or nothing */
  to: string | null;
  opens: boolean;
}

/** A dot on a line; places are percent of the width. */
export interface DotRow {
  key: string;
  place: string;
  label: string;
  at: number;
  /** strictly above the line */
  above: boolean;
  own: boolean;
  attainment: string;
  aside: string;
  title: string;
  to: string | null;
}

/** How a cell looks; each has a shape of its own besides its colour. */
export type CellLook = 'full' | 'half' | 'zero' | 'hatched' | 'blank';

export interface CellMonth {
  key: string;
  /** `Jan` */
  short: string;
  /** `Januari 2022` */
  long: string;
}

/** Somebody's months as cells, and what is to be said of them. */
export interface CellRow {
  key: string;
  name: string;
  to: string;
  area: string;
  cells: { key: string; look: CellLook; title: string; to: string | null }[];
  tag: { text: string; tone: 'red' | 'amber' | 'grey' | 'none'; to: string | null };
}

export interface CellLegend {
  look: CellLook;
  text: string;
}

/** A step of a funnel: a bar from zero, its count and its share of the first; the place is percent of the width. */
export interface StepRow {
  key: string;
  label: string;
  at: number;
  figure: string;
  share: string;
  /** exact, and the text alternative of the mark */
  title: string;
  to: string | null;
  opens: boolean;
}

/** How a part of a bar or column looks: what was done, what was due, what does not count, or one of an ordered scale. */
export type BarTone = 'done' | 'due' | 'still' | 'warn' | 'shade-1' | 'shade-2' | 'shade-3' | 'shade-4';

/** What a tone of stacked parts stands for. */
export interface ToneName {
  tone: BarTone;
  text: string;
}

/** A stretch of a bar; places are percent of the axis, whose zero the chart knows. */
export interface BarPart {
  key: string;
  from: number;
  to: number;
  tone: BarTone;
}

/** A horizontal bar from zero, of one or stacked parts. */
export interface BarRow {
  key: string;
  label: string;
  parts: readonly BarPart[];
  /** where a line stands, such as last month's figure; null: none */
  lineAt: number | null;
  /** what is said at the end of the bar */
  figure: string;
  aside: string;
  /** exact, and the text alternative of the mark */
  title: string;
  to: string | null;
  opens: boolean;
}

/** A month below a chart over time. */
export interface AxisMonth {
  key: string;
  /** `Jan` */
  short: string;
  /** from which width of the chart its name fits */
  fits: 'always' | 'medium' | 'wide' | 'never';
}

/** The months of a year below a chart. */
export interface AxisYear {
  year: string;
  months: number;
  /** empty where it would not fit */
  name: string;
}

/** A vertical bar from zero, of one or stacked parts, with its month. */
export interface ColumnMark {
  key: string;
  parts: readonly BarPart[];
  /** where a target line crosses the column; null: none */
  lineAt: number | null;
  /** said above the column where it fits */
  figure: string | null;
  title: string;
  to: string | null;
  opens: boolean;
}

export type LineTone = 'done' | 'still' | 'target';

/** A line over time, said at its end. A null place is a gap. */
export interface LineSeries {
  key: string;
  tone: LineTone;
  /** what the line is */
  label: string;
  /** its newest figure */
  figure: string;
  /** one a month, percent of the height from zero */
  places: readonly (number | null)[];
  /** the first month that may still change: from there the line is only sketched; null: none */
  openFrom: number | null;
}

/** A month of a chart of lines: what it leads to and says. */
export interface LineMark {
  key: string;
  title: string;
  to: string | null;
  opens: boolean;
}
