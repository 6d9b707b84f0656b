import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const stringsInBlock = 256;
const blocksKept = 512;
/** a sign that XML cannot hold */
const between = '\u0000';

/**
 * The shared texts of a workbook, by their number. They are kept in a file, block by block, so that memory does not grow with
 * them; the blocks used last stay at hand, and spreadsheets number texts in the order in which the rows use them.
 */
export class StringStore {
  readonly #file: number;
  /** where each block begins in the file; the end of the last */
  readonly #starts: number[] = [0];
  #filling: string[] = [];
  readonly #recent = new Map<number, string[]>();

  constructor(path: string) {
    this.#file = openSync(path, 'w+', 0o600);
  }

  add(text: string): void {
    this.#filling.push(text);
    if (this.#filling.length === stringsInBlock) this.#write();
  }

  /** The text of a number; undefined: there is none. */
  get(number: number): string | undefined {
    const block = Math.floor(number / stringsInBlock);
    return this.#block(block)[number % stringsInBlock];
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(): void {
    const bytes = Buffer.from(this.#filling.join(between));
    const start = this.#starts.at(-1) ?? 0;
    writeSync(this.#file, bytes, 0, bytes.length, start);
    this.#starts.push(start + bytes.length);
    this.#filling = [];
  }

  #block(block: number): string[] {
    if (block === this.#starts.length - 1) return this.#filling;
    const kept = this.#recent.get(block);
    if (kept) return kept;
    const read = this.#read(block);
    this.#recent.set(block, read);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > blocksKept && oldest !== undefined) this.#recent.delete(oldest);
    return read;
  }

  #read(block: number): string[] {
    const start = this.#starts[block];
    const end = this.#starts[block + 1];
    if (start === undefined || end === undefined) return [];
    const bytes = Buffer.alloc(end - start);
    readSync(this.#file, bytes, 0, bytes.length, start);
    return bytes.toString().split(between);
  }
}
