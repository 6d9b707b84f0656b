/** How strongly months owed are shown: nothing owed, some, or from the bound on. */
export type OwedTone = 'settled' | 'some' | 'strong';

/** The tone of a badge of months owed; `strongFrom` is the first month shown strongly. */
export function owedTone(months: number, strongFrom: number): OwedTone {
  if (months <= 0) return 'settled';
  return months >= strongFrom ? 'strong' : 'some';
}
