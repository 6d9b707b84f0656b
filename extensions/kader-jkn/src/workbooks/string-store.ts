import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** So few that one text is soon found, in whatever order they are asked for: its block is read for it. */
const stringsInBlock = 32;
/** places for blocks by their numbers; those that share a place take turns */
const blocksKept = 512;
const longestKept = 32_768;
const bytesAtOnce = 2 ** 18;
/** a sign that XML cannot hold */
const between = '\u0000';

/**
 * The shared texts of a workbook as they stand in its XML, by their number. They lie in a file, block by block: memory holds
 * where each block begins and some blocks used last, so that it hardly grows with them.
 */
export class StringStore {
  readonly #file: number;
  /** where each block begins in the file */
  readonly #starts: number[] = [];
  #end = 0;
  #filling: string[] = [];
  /** ended blocks that are not in the file yet */
  #waiting: Buffer[] = [];
  #written = 0;
  readonly #kept: ({ block: number; texts: string[] } | undefined)[] = new Array(blocksKept).fill(undefined);

  constructor(path: string) {
    this.#file = openSync(path, 'w+', 0o600);
  }

  add(text: string): void {
    this.#filling.push(text);
    if (this.#filling.length < stringsInBlock) return;
    const bytes = Buffer.from(this.#filling.join(between));
    this.#filling = [];
    this.#waiting.push(bytes);
    this.#starts.push(this.#end);
    this.#end += bytes.length;
    if (this.#end - this.#written >= bytesAtOnce) this.#write();
  }

  /** The text of a number; undefined: there is none. */
  get(number: number): string | undefined {
    return this.#block(Math.floor(number / stringsInBlock))[number % stringsInBlock];
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(): void {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(this.#file, bytes, at, bytes.length - at, this.#written + at);
    }
    this.#written += bytes.length;
  }

  #block(block: number): string[] {
    if (block === this.#starts.length) return this.#filling;
    const place = block % blocksKept;
    const kept = this.#kept[place];
    if (kept?.block === block) return kept.texts;
    const start = this.#starts[block];
    if (start === undefined) return [];
    const length = (this.#starts[block + 1] ?? this.#end) - start;
    const texts = this.#read(start, length);
    if (length <= longestKept) this.#kept[place] = { block, texts };
    return texts;
  }

  #read(start: number, length: number): string[] {
    if (this.#waiting.length > 0) this.#write();
    const bytes = Buffer.alloc(length);
    readSync(this.#file, bytes, 0, length, start);
    return bytes.toString().split(between);
  }
}
