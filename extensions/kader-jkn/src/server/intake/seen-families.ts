const idsOfPage = 2 ** 16;

/** A set of ids of families, in a bit each: a nation's take 200 KB. */
export class FamilyIds {
  readonly #pages = new Map<number, Uint8Array>();

  /** Adds an id; whether it was there before. */
  add(id: number): boolean {
    const page = Math.floor(id / idsOfPage);
    let bits = this.#pages.get(page);
    if (bits === undefined) {
      bits = new Uint8Array(idsOfPage / 8);
      this.#pages.set(page, bits);
    }
    const at = (id % idsOfPage) >> 3;
    const bit = 1 << (id & 7);
    const before = (bits[at] ?? 0) & bit;
    bits[at] = (bits[at] ?? 0) | bit;
    return before !== 0;
  }

  has(id: number): boolean {
    const bits = this.#pages.get(Math.floor(id / idsOfPage));
    return bits !== undefined && ((bits[(id % idsOfPage) >> 3] ?? 0) & (1 << (id & 7))) !== 0;
  }
}

/** 8 MB: of 1.65 million KK numbers one in four hundred is looked for in vain. */
const filterBits = 2 ** 26;

/** Which new families a list has named, as "never" or "perhaps": memory does not grow with the list (a Bloom filter). */
export class KkFilter {
  readonly #bits = new Uint32Array(filterBits / 32);

  /** Notes a KK number by its 16 digits; whether it may have been noted before. */
  add(kkNumber: string): boolean {
    const area = Number(kkNumber.slice(0, 8));
    const serial = Number(kkNumber.slice(8));
    const first = this.#mark(mix(Math.imul(area, 0x9e3779b1) ^ serial));
    const second = this.#mark(mix(Math.imul(serial, 0x85ebca77) ^ (area + 0x165667b1)));
    return first && second;
  }

  #mark(hash: number): boolean {
    const place = (hash >>> 0) % filterBits;
    const word = place >>> 5;
    const bit = 1 << (place & 31);
    const before = (this.#bits[word] ?? 0) & bit;
    this.#bits[word] = (this.#bits[word] ?? 0) | bit;
    return before !== 0;
  }
}

/** Spreads near numbers over all bits (the finaliser of MurmurHash3, public domain). */
function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
