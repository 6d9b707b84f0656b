/** How alike two families are in name and address. A likeness is only ever offered to a person, who decides. */
import { distance } from './near-names.ts';

export interface LikenessFamily {
  id: number;
  head_name: string;
  address: string | null;
}

export interface AlikePair {
  /** the lower id */
  one: number;
  other: number;
  /** percent */
  likeness: number;
}

/** The name says more than the address: a family moves within its desa sooner than it changes its head. */
const nameWeight = 0.6;
/** Of an address that is not told: as good as half alike, so that a common name alone is never enough. */
const unknownAddress = 0.5;
/** Percent from which two families of one desa are worth a look. */
export const alikeFrom = 85;

const titles = /\b(H|HJ|HI|DRS|DRA|IR|DR|ST|SE|SH|SPD|SKM|ALM|ALMH|BPK|BAPAK|IBU|SDR|SDRI|TN|NY|NN|BIN|BINTI)\b/g;
const streetWords = /\b(JALAN|JLN|JL|GANG|GG|DUSUN|DSN|KAMPUNG|KP|LINGKUNGAN|LINGK|NOMOR|NO|DESA|KELURAHAN|KEL)\b/g;

/** Percent, 0 to 100: the same in either order, 100 for the same words in whatever order they stand. */
export function likeness(one: Omit<LikenessFamily, 'id'>, other: Omit<LikenessFamily, 'id'>): number {
  return likenessOf(wordsOf(one), wordsOf(other));
}

/** Every pair of families of one desa that is worth a look, by id. Only families with words that begin alike are compared. */
export function alikePairs(families: readonly LikenessFamily[], atLeast: number = alikeFrom): AlikePair[] {
  const known = families.map((family) => ({ id: family.id, ...wordsOf(family) })).sort((a, b) => a.id - b.id);
  const beginnings = new Map<string, number[]>();
  const pairs: AlikePair[] = [];
  for (const [place, family] of known.entries()) {
    const keys = new Set(family.name.map((word) => word.slice(0, 2)));
    const others = new Set([...keys].flatMap((key) => beginnings.get(key) ?? []));
    for (const at of others) {
      const earlier = known[at];
      const percent = earlier === undefined ? 0 : likenessOf(earlier, family, atLeast);
      if (earlier !== undefined && percent >= atLeast)
        pairs.push({ one: earlier.id, other: family.id, likeness: percent });
    }
    for (const key of keys) beginnings.set(key, [...(beginnings.get(key) ?? []), place]);
  }
  return pairs;
}

interface FamilyWords {
  name: readonly string[];
  address: readonly string[];
}

function wordsOf({ head_name, address }: Omit<LikenessFamily, 'id'>): FamilyWords {
  return { name: split(head_name, titles), address: address === null ? [] : split(address, streetWords) };
}

/** Words in capitals without marks; `RT 03/RW 4` is `RT3` and `RW4`, for a number says nothing without what it counts. */
function split(text: string, leftOut: RegExp): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .replace(leftOut, ' ')
    .replace(/\b(RT|RW) ?0*(\d+)/g, ' $1$2 ')
    .replace(/\b0+(?=\d)/g, '')
    .split(' ')
    .filter((word) => word !== '');
}

/** 0 where the names alone tell that they cannot be as alike as `atLeast` percent: most pairs of a desa cost no more. */
function likenessOf(one: FamilyWords, other: FamilyWords, atLeast = 0): number {
  const name = wordsAlike(one.name, other.name);
  if (Math.round(100 * (name * nameWeight + 1 - nameWeight)) < atLeast) return 0;
  const isTold = one.address.length > 0 && other.address.length > 0;
  const address = isTold ? wordsAlike(one.address, other.address) : unknownAddress;
  return Math.round(100 * (name * nameWeight + address * (1 - nameWeight)));
}

/** The share of letters that find their word on the other side, each word at most once: 0 to 1. */
function wordsAlike(one: readonly string[], other: readonly string[]): number {
  const letters = lengthOf(one) + lengthOf(other);
  if (letters === 0) return 0;
  const matches = one.flatMap((word, at) =>
    other.map((second, place) => ({ at, place, alike: wordAlike(word, second), length: word.length + second.length })),
  );
  matches.sort(
    (a, b) => b.alike * b.length - a.alike * a.length || b.alike - a.alike || a.at + a.place - b.at - b.place,
  );
  const [usedHere, usedThere] = [new Set<number>(), new Set<number>()];
  let found = 0;
  for (const { at, place, alike, length } of matches) {
    if (alike === 0 || usedHere.has(at) || usedThere.has(place)) continue;
    usedHere.add(at);
    usedThere.add(place);
    found += alike * length;
  }
  return found / letters;
}

/** 1 for the same word, less for a slip of the pen, 0 for another word. Numbers are the same or others. */
function wordAlike(one: string, other: string): number {
  if (one === other) return 1;
  if (/\d/.test(one) || /\d/.test(other)) return 0;
  const longest = Math.max(one.length, other.length);
  const atMost = Math.floor(longest / 3);
  const away = distance(one, other, atMost);
  return away > atMost ? 0 : 1 - away / longest;
}

function lengthOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}
