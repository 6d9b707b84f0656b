/** Where the keys of the sheet lead: Enter and arrow down to the same column of the next row, arrow up to the one before. */

export interface CellMove {
  row: number;
  column: string;
}

/** The cell that a key leads to, or null where the key means something else; a choice keeps its arrows for choosing. */
export function moveOf(event: KeyboardEvent): CellMove | null {
  const target = event.target as HTMLElement;
  const [row, column] = target.dataset['cell']?.split(':') ?? [];
  if (row === undefined || column === undefined || event.isComposing || event.altKey) return null;
  const isChoice = target instanceof HTMLSelectElement;
  const down = event.key === 'Enter' || (event.key === 'ArrowDown' && !isChoice);
  const up = (event.key === 'Enter' && event.shiftKey) || (event.key === 'ArrowUp' && !isChoice);
  if (!down && !up) return null;
  return { row: Number(row) + (up ? -1 : 1), column };
}

/** The cell of a row and column, or where that one is not to be typed in, the first of its row. */
export function cellAt(sheet: HTMLElement, { row, column }: CellMove): HTMLElement | null {
  const named = sheet.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]:not(:disabled)`);
  return named ?? sheet.querySelector<HTMLElement>(`[data-cell^="${row}:"]:not(:disabled)`);
}
