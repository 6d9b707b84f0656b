import type { SheetRow } from '../contract/list-file.ts';
import { columnOf, numberText, plainText } from './cell-text.ts';
import { longestCell, longestRow, mostColumns } from './limits.ts';
import type { XmlReader } from './read-xml.ts';
import type { StringStore } from './string-store.ts';
import { WorkbookProblem } from './workbook-problem.ts';

/** Gathers the rows of a sheet while its XML is read. Formulas count as their last result, empty rows not at all. */
export class SheetRows implements XmlReader {
  found: SheetRow[] = [];
  /** characters and cells of those found */
  length = 0;
  readonly #strings: StringStore;
  #number = 0;
  #cells: string[] = [];
  #rowLength = 0;
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
    this.length = 0;
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
      this.#rowLength = 0;
      this.#column = -1;
    } else if (name === 'rPh') this.#sound = true;
    else if (name === 'v' || name === 't') this.#reading = !this.#sound;
  }

  text(text: string): void {
    if (!this.#reading) return;
    this.#value += text;
    if (this.#value.length > longestCell) throw new WorkbookProblem(null);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = false;
    else if (name === 'c') this.#fill();
    else if (name === 'rPh') this.#sound = false;
    else if (name === 'row' && this.#cells.length > 0) {
      this.found.push({ number: this.#number, cells: this.#cells });
      this.length += this.#rowLength + this.#cells.length;
    }
  }

  #fill(): void {
    const text = this.#cellText();
    if (text === '' || this.#column < 0 || this.#column >= mostColumns) return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
    this.#rowLength += text.length;
    if (this.#rowLength > longestRow) throw new WorkbookProblem(null);
  }

  #cellText(): string {
    if (this.#type === 's') return plainText(this.#strings.get(Number(this.#value)) ?? '');
    if (this.#type === 'n') return this.#value === '' ? '' : numberText(this.#value);
    if (this.#type === 'b') return this.#value === '1' ? 'TRUE' : 'FALSE';
    return plainText(this.#value);
  }
}
