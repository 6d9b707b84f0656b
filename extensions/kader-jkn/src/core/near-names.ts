/** Names that were probably meant: few letters away from what was written. */

/** Letters inserted, left out, replaced or exchanged with their neighbour, from one text to another; above `atMost`: more. */
export function distance(one: string, other: string, atMost: number): number {
  if (Math.abs(one.length - other.length) > atMost) return atMost + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const exchanged =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (exchanged) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > atMost) return atMost + 1;
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? 0;
}

/** The nearest names first, at most three, none further than a quarter of the letters written (and one at least). */
export function nearNames(written: string, names: Iterable<string>): string[] {
  const atMost = Math.max(1, Math.floor(written.length / 4));
  const near: { name: string; away: number }[] = [];
  for (const name of names) {
    const away = distance(written, name, atMost);
    if (away <= atMost) near.push({ name, away });
  }
  near.sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1));
  return near.slice(0, 3).map(({ name }) => name);
}
