/**
 * While markup is read, private-use characters stand where data go: data are put into the tree afterwards, and never meet the
 * parser. A mark is its number between U+E000 and U+E001.
 */
const mark = /\uE000(\d+)\uE001/g;

export function markOf(index: number): string {
  return `\uE000${index}\uE001`;
}

/** A text with its data in place of their marks. */
export function withData(text: string, values: readonly string[]): string {
  return text.replaceAll(mark, (_, index: string) => values[Number(index)] ?? '');
}

/** Which value a text is the mark of, and of nothing else; null: another text. */
export function onlyMark(text: string): number | null {
  const [whole, index] = new RegExp(`^\\s*${mark.source}\\s*$`).exec(text) ?? [];
  return whole === undefined ? null : Number(index);
}
