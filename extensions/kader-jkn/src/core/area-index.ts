/** Desa by official code and by name, for the rows of a list. */
import { plainAreaName } from './area-name.ts';
import { cleanText } from './clean-text.ts';
import { nearNames } from './near-names.ts';

/** A desa or kelurahan with the kecamatan that it lies in. */
export interface VillageRow {
  id: number;
  /** `33.72.01.1001` */
  code: string;
  name: string;
  district: string;
  /** lies in a kabupaten or kota that the branch serves; only these are found by name */
  own: boolean;
}

export interface IndexedVillage extends VillageRow {
  /** `337201`: what a KK or NIK issued in its kecamatan begins with */
  districtDigits: string;
}

export interface AreaIndex {
  /** by code with and without dots */
  byCode: Map<string, IndexedVillage>;
  /** desa of the branch by plain name */
  byName: Map<string, IndexedVillage[]>;
  /** answers given, by what was asked: a list names the same desa over and over */
  answers: Map<string, AreaAnswer>;
}

export type AreaAnswer =
  | { ok: true; village: IndexedVillage }
  | { ok: false; reason: 'area-unknown' | 'area-ambiguous'; suggestion: string | undefined };

/** A list of nothing but misspellings keeps no more answers than this. */
const answersAtMost = 20_000;
const suggestionsAtMost = 3;

export function areaIndex(villages: Iterable<VillageRow>): AreaIndex {
  const index: AreaIndex = { byCode: new Map(), byName: new Map(), answers: new Map() };
  addVillages(index, villages);
  return index;
}

/** Adds desa that the index does not have yet. */
export function addVillages({ byCode, byName, answers }: AreaIndex, villages: Iterable<VillageRow>): void {
  answers.clear();
  for (const row of villages) {
    if (byCode.has(row.code)) continue;
    const digits = row.code.replaceAll('.', '');
    const village = { ...row, districtDigits: digits.slice(0, 6) };
    byCode.set(row.code, village);
    byCode.set(digits, village);
    if (!row.own) continue;
    const name = plainAreaName(row.name);
    const namesakes = byName.get(name);
    if (namesakes) namesakes.push(village);
    else byName.set(name, [village]);
  }
}

/** A code as it is looked up, however a list spaces it. */
export function areaCode(text: string): string {
  return cleanText(text).replaceAll(' ', '');
}

/** The code of a desa as it is stored, of ten digits with or without dots; null: it can be none. */
export function villageCode(code: string): string | null {
  const digits = /^(\d\d)\.?(\d\d)\.?(\d\d)\.?(\d{4})$/.exec(code);
  return digits === null ? null : digits.slice(1).join('.');
}

/** The desa of the branch with this name, in this kecamatan where one is told; near names are offered, never taken. */
export function findVillage(index: AreaIndex, name: string, district: string): AreaAnswer {
  const question = `${name}\n${district}`;
  const known = index.answers.get(question);
  if (known) return known;
  const answer = lookUp(index, plainAreaName(name), plainAreaName(district));
  if (index.answers.size >= answersAtMost) index.answers.clear();
  index.answers.set(question, answer);
  return answer;
}

/** Whether a desa goes by this name. */
export function isNamed(village: VillageRow, name: string): boolean {
  return name === village.name || plainAreaName(name) === plainAreaName(village.name);
}

function lookUp(index: AreaIndex, name: string, district: string): AreaAnswer {
  const namesakes = index.byName.get(name) ?? [];
  const inDistrict = district === '' ? namesakes : namesakes.filter((one) => plainAreaName(one.district) === district);
  const [village] = inDistrict;
  if (village && inDistrict.length === 1) return { ok: true, village };
  if (inDistrict.length > 1) return refused('area-ambiguous', inDistrict);
  // the name is there in another kecamatan, or nearly there
  const near = nearNames(name, index.byName.keys()).flatMap((found) => index.byName.get(found) ?? []);
  const inNearDistrict = near.filter((one) => nearNames(district, [plainAreaName(one.district)]).length > 0);
  return refused('area-unknown', inNearDistrict.length > 0 ? inNearDistrict : near);
}

function refused(reason: 'area-unknown' | 'area-ambiguous', villages: readonly VillageRow[]): AreaAnswer {
  const offered = villages
    .slice(0, suggestionsAtMost)
    .map(({ name, district, code }) => `${name}, ${district} (${code})`);
  return { ok: false, reason, suggestion: offered.length > 0 ? offered.join(' | ') : undefined };
}
