/** In which desa a row's family lives: by code, else by name. */
import { type AreaIndex, areaCode, findVillage, type IndexedVillage, isNamed } from './area-index.ts';
import { cleanText } from './clean-text.ts';
import type { FamilyRowText } from './family-row.ts';
import { type RowIssue, refuseRow, warnRow } from './row-issue.ts';

/** The id of the desa; null: not told, or refused. A code goes before a name; a KK issued elsewhere is marked. */
export function readRowArea(
  raw: FamilyRowText,
  areas: AreaIndex,
  kkNumber: string | null,
  issues: RowIssue[],
): number | null {
  const village = raw.area_code === '' ? ofName(raw, areas, issues) : ofCode(raw, areas, issues);
  if (village === null) return null;
  if (!village.own) {
    const field = cleanText(raw.area_code) === '' ? 'area_name' : 'area_code';
    warnRow(issues, field, raw[field], 'area-outside-branch');
  }
  if (kkNumber !== null && !kkNumber.startsWith(village.districtDigits)) {
    warnRow(issues, 'kk_number', raw.kk_number, 'kk-area', village.districtDigits);
  }
  return village.id;
}

function ofCode(raw: FamilyRowText, areas: AreaIndex, issues: RowIssue[]): IndexedVillage | null {
  const code = areaCode(raw.area_code);
  if (code === '') return ofName(raw, areas, issues);
  const village = areas.byCode.get(code);
  if (village === undefined) {
    const named = raw.area_name === '' ? null : findVillage(areas, raw.area_name, raw.district_name);
    refuseRow(issues, 'area_code', raw.area_code, 'area-code', named?.ok ? named.village.code : undefined);
    return null;
  }
  if (raw.area_name !== '' && !isNamed(village, raw.area_name)) {
    warnRow(issues, 'area_name', raw.area_name, 'area-differs', village.name);
  }
  return village;
}

function ofName(raw: FamilyRowText, areas: AreaIndex, issues: RowIssue[]): IndexedVillage | null {
  if (raw.area_name === '' || cleanText(raw.area_name) === '') {
    warnRow(issues, 'area_code', '', 'area-missing');
    return null;
  }
  const answer = findVillage(areas, raw.area_name, raw.district_name);
  if (answer.ok) return answer.village;
  refuseRow(issues, 'area_name', raw.area_name, answer.reason, answer.suggestion);
  return null;
}
