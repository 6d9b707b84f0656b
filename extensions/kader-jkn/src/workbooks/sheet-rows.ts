import type { SheetRow } from '../contract/list-file.ts';
import { columnOf, numberText, plainText } from './cell-text.ts';
import type { XmlReader } from './read-xml.ts';
import type { StringStore } from './string-store.ts';

/** Columns that a sheet has at most. */
const mostColumns = 16_384;

/** Gathers the rows of a sheet while its XML is read. Formulas count as their last result, empty rows not at all. */
export class SheetRows implements XmlReader {
  found: SheetRow[] = [];
  readonly #strings: StringStore;
  #number = 0;
  #cells: string[] = [];
  #column = -1;
  #type = '';
  #value = '';
  #reading = false;
  #sound = false;

  constructor(strings: StringStore) {
    this.#strings = strings;
  }

  take(): SheetRow[] {
    const taken = this.found;
    this.found = [];
    return taken;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'c') {
      this.#column = attributes['r'] === undefined ? this.#column + 1 : columnOf(attributes['r']);
      this.#type = attributes['t'] ?? 'n';
      this.#value = '';
    } else if (name === 'row') {
      this.#number = Number(attributes['r'] ?? this.#number + 1);
      this.#cells = [];
      this.#column = -1;
    } else if (name === 'rPh') this.#sound = true;
    else if (name === 'v' || name === 't') this.#reading = !this.#sound;
  }

  text(text: string): void {
    if (this.#reading) this.#value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = false;
    else if (name === 'c') this.#fill();
    else if (name === 'rPh') this.#sound = false;
    else if (name === 'row' && this.#cells.length > 0) this.found.push({ number: this.#number, cells: this.#cells });
  }

  #fill(): void {
    const text = this.#cellText();
    if (text === '' || this.#column < 0 || this.#column >= mostColumns) return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }

  #cellText(): string {
    if (this.#type === 's') return this.#strings.get(Number(this.#value)) ?? '';
    if (this.#type === 'n') return this.#value === '' ? '' : numberText(this.#value);
    if (this.#type === 'b') return this.#value === '1' ? 'TRUE' : 'FALSE';
    return plainText(this.#value);
  }
}
