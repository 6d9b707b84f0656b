import { type ListSeparator, listSeparators } from '../../contract/list-file.ts';

const looked = 30;

/**
 * What parts the cells of a CSV file: what its first line says (`sep=;`), else the sign that stands equally often in most of
 * the first lines, quoted text aside.
 */
export function findSeparator(start: string): ListSeparator {
  const told = separatorTold(start);
  if (told) return told;
  const lines = start
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, looked);
  const scores = listSeparators.map((separator) => ({ separator, score: score(lines, separator) }));
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

/** The separator that Excel is told in the first line of some files; null: none is told. */
export function separatorTold(start: string): ListSeparator | null {
  const sign = /^sep=(.)\r?\n/i.exec(start)?.[1];
  return listSeparators.find((separator) => separator === sign) ?? null;
}

/** How often the sign stands in a line, weighed by how many lines agree on it. */
function score(lines: readonly string[], separator: ListSeparator): number {
  const lineCounts = new Map<number, number>();
  for (const line of lines) {
    const times = line.split(separator).length - 1;
    if (times > 0) lineCounts.set(times, (lineCounts.get(times) ?? 0) + 1);
  }
  const scores = [...lineCounts].map(([times, agreeing]) => times * (agreeing / lines.length) ** 2);
  return Math.max(0, ...scores);
}
