import type { MonevSubject } from '../contract/monev.ts';
import { statesInArrears } from '../core/ageing.ts';
import type { StudioLocale } from './format.ts';
import { formatSubject } from './monev-figures.ts';
import { fillText } from './text.ts';
import type { RecordList } from './use-record-list.ts';

/** The families in arrears as they are now. */
export function familiesOwing({ branch, area, kader }: MonevSubject, locale: StudioLocale): RecordList {
  const now = fillText(['menunggak sekarang', 'in arrears now'], locale);
  return {
    collectionName: 'binaan',
    title: `${formatSubject({ branch, area, kader, partial: false }, locale)} · ${now}`,
    filter: {
      _and: [
        ...(branch ? [{ branch: { _eq: branch.id } }] : []),
        ...(kader ? [{ kader: { _eq: kader.id } }] : []),
        ...(area ? [livesIn(area.id)] : []),
        { status: { _in: [...statesInArrears] } },
        { owed_months: { _gte: 1 } },
      ],
    },
  };
}

/**
 * In a desa of the area; where the desa is not known, with a kader of the area. Directus knows no `_or` below a link, and
 * reads addresses ten levels deep.
 */
export function livesIn(area: number): Record<string, unknown> {
  const here = { _eq: area };
  const noDesa = { area: { _null: true } };
  return {
    _or: [
      { area: here },
      { area: { parent: here } },
      { area: { parent: { parent: here } } },
      { _and: [noDesa, { kader: { district: here } }] },
      { _and: [noDesa, { kader: { district: { parent: here } } }] },
    ],
  };
}
