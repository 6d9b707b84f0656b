export type PanelType =
  | 'kader-ageing'
  | 'kader-attainment'
  | 'kader-contacts'
  | 'kader-cost'
  | 'kader-coverage'
  | 'kader-early-warning'
  | 'kader-funnel'
  | 'kader-open-matters'
  | 'kader-promises'
  | 'kader-ranking'
  | 'kader-trend'
  | 'kader-workforce'
  | 'kader-zero-watch';

/** A panel before it has its place. */
export interface PanelSeed {
  /** stands in the installer's ledger */
  key: string;
  name: string;
  icon: string;
  note: string | null;
  /** id of a panel of ours */
  type: PanelType;
  options: Readonly<Record<string, unknown>>;
}

/** A panel with its place and size in squares of Insights' grid, from 1. */
export interface PanelDefinition extends PanelSeed {
  position_x: number;
  position_y: number;
  width: number;
  height: number;
}

export interface PanelRow {
  height: number;
  panels: readonly PanelSeed[];
}

/** Squares that fit beside the bars of the app on a usual screen. */
const across = 50;

/** Gives panels their places, row under row; those of a row share its width. */
export function layOutPanels(rows: readonly PanelRow[]): PanelDefinition[] {
  let y = 1;
  return rows.flatMap(({ height, panels }) => {
    const top = y;
    y += height;
    const width = Math.floor(across / panels.length);
    return panels.map((panel, nth) => ({
      ...panel,
      position_x: 1 + nth * width,
      position_y: top,
      width,
      height,
    }));
  });
}
