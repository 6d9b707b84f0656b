import { type Figure, keepsGoal } from './figure.ts';

function goalOf({ goal }: Figure): string {
  if (goal === undefined) return '';
  return 'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
}

function verdict(figure: Figure): string {
  const kept = keepsGoal(figure);
  if (kept === null) return '';
  return kept ? 'kept' : 'MISSED';
}

function shown({ value, unit }: Figure): string {
  return unit === 'ratio' ? value.toFixed(2) : `${value >= 100 ? value.toFixed(0) : value.toFixed(1)} ${unit}`;
}

/** The figures for a reader at a terminal, one a line, with the rivals below the line they belong to. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [figure.key, shown(figure), goalOf(figure), verdict(figure), figure.what]);
  const heading = ['figure', 'value', 'goal', '', 'what'];
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return [
    line(heading),
    ...rows.flatMap((row, index) => {
      const { rival } = figures[index] ?? {};
      return rival ? [line(row), `    beside it: ${rival}`] : [line(row)];
    }),
  ]
    .map((text) => text.trimEnd())
    .join('\n');
}

/** The figures for a program: by key, with goal, verdict and rival. */
export function asJson(size: string, figures: readonly Figure[]): string {
  const byKey = figures.map((figure) => {
    const { key, value, unit, goal, rival, what } = figure;
    const kept = keepsGoal(figure);
    return [key, { value: Number(value.toFixed(3)), unit, ...(goal && { goal, kept }), ...(rival && { rival }), what }];
  });
  return JSON.stringify({ size, figures: Object.fromEntries(byKey) });
}
