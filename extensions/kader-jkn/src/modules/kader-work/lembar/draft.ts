import type { Id } from '../../../contract/records.ts';
import { isTold, nothingTyped, type SheetLine } from './sheet-line.ts';

interface Place {
  kader: Id;
  date: string;
}

const keyOf = ({ kader, date }: Place) => `kader-sheet ${kader} ${date}`;

/**
 * Keeps what is typed until it is saved or the window is closed, so that a slip of the hand or a lost connection costs nothing;
 * with the number of each line, so that a sheet whose answer was lost is not recorded again.
 */
export function keepDraft(place: Place, lines: readonly SheetLine[]): void {
  const told = lines.filter(isTold);
  const kept = told.map(({ client_id, family, typed, proposed }) => ({ client_id, family, typed, proposed }));
  if (kept.length === 0) forgetDraft(place);
  else sessionStorage.setItem(keyOf(place), JSON.stringify(kept));
}

export function readDraft(place: Place): SheetLine[] {
  try {
    const kept: Omit<SheetLine, 'checking' | 'outcome' | 'refused'>[] = JSON.parse(
      sessionStorage.getItem(keyOf(place)) ?? '[]',
    );
    return kept.map((line) => {
      // kept by an older version, it may lack a field
      const typed = { ...nothingTyped(line.proposed), ...line.typed };
      return { ...line, typed, checking: false, outcome: null, refused: null };
    });
  } catch {
    return [];
  }
}

export function forgetDraft(place: Place): void {
  sessionStorage.removeItem(keyOf(place));
}
