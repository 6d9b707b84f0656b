const dayLength = 86_400_000;

/** Whole days that a moment lies after the last day of a term, in the reader's own calendar; 0: on that day, negative: before. */
export function daysOver(due: string, at: Date): number {
  const day = Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  return Math.round((day - Date.parse(`${due}T00:00:00Z`)) / dayLength);
}
