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
