import type { MonevSubject } from '../contract/monev.ts';
import type { StudioLocale } from './format.ts';
import { formatSubject } from './monev-figures.ts';
import type { RecordList } from './use-record-list.ts';

type Rule = Record<string, unknown>;

/** Kader of a branch and area with something in common. */
export function kaderOf(subject: MonevSubject, what: string, rules: readonly Rule[], locale: StudioLocale): RecordList {
  return {
    collectionName: 'kader',
    title: `${what} · ${formatSubject(subject, locale)}`,
    filter: { _and: [...inBranch(subject), ...inPlace(subject, 'district'), ...rules] },
  };
}

/** Families of a branch and area with something in common. */
export function familiesOf(
  subject: MonevSubject,
  what: string,
  rules: readonly Rule[],
  locale: StudioLocale,
): RecordList {
  return {
    collectionName: 'binaan',
    title: `${what} · ${formatSubject(subject, locale)}`,
    filter: { _and: [...inBranch(subject), ...placeOfFamilies(subject), ...rules] },
  };
}

/** Records of a branch; an empty filter would match nothing less than all. */
export function inBranch({ branch }: MonevSubject, path: 'branch' | 'kader.branch' = 'branch'): Rule[] {
  if (branch === null) return [];
  const own = { branch: { _eq: branch.id } };
  return [path === 'branch' ? own : { kader: own }];
}

/** Records of an area, by a link to a kecamatan: itself, or that of its kabupaten. */
export function inPlace({ area }: MonevSubject, link: 'district' | 'kader.district'): Rule[] {
  if (area === null) return [];
  const district = { district: { _or: [{ id: { _eq: area.id } }, { parent: { _eq: area.id } }] } };
  return [link === 'district' ? district : { kader: district }];
}

function placeOfFamilies({ area }: MonevSubject): Rule[] {
  if (area === null) return [];
  const { id } = area;
  return [{ area: { _or: [{ id: { _eq: id } }, { parent: { _eq: id } }, { parent: { parent: { _eq: id } } }] } }];
}
