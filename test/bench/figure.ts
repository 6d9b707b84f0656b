/** One measured figure with what it is held against. */
export interface Figure {
  key: string;
  /** what was measured, in a few words */
  what: string;
  value: number;
  unit: 'ratio' | 'requests/s' | 'families/s' | 'ms' | 's' | 'MB' | 'KB';
  /** the limit the project set itself; absent: the figure only informs */
  goal?: { atLeast: number } | { atMost: number };
  /** what others do, measured before with the same work on a machine like this */
  rival?: string;
}

/** Whether a figure keeps its goal; null where it has none. */
export function keepsGoal({ value, goal }: Figure): boolean | null {
  if (goal === undefined) return null;
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
}

/** The middle of some numbers; of an even count, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2;
}
