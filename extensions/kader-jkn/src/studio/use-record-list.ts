import { useStores } from '@directus/extensions-sdk';
import type { CollectionName } from '../contract/records.ts';

/** The records behind a figure: a Directus filter and what the list is called. */
export interface RecordList {
  collectionName: CollectionName;
  title: string;
  filter: Record<string, unknown>;
}

interface Bookmark extends Record<string, unknown> {
  id: number;
}

const ourBookmark = 2_000_000_000;

/**
 * Makes a list of records openable as `/content/…?bookmark=…`. Addresses of the app carry no filter, but lists open with
 * any bookmark that the app's memory holds: ours is put there, never saved, and replaced by the next one.
 */
export function useRecordList(): (list: RecordList) => string {
  const presets: {
    collectionPresets: Bookmark[];
    getPresetForCollection: (collectionName: string) => Record<string, unknown> | null;
  } = useStores()['usePresetsStore']();

  return ({ collectionName, title, filter }) => {
    const usual = presets.getPresetForCollection(collectionName) ?? { layout: 'tabular' };
    const bookmark = {
      ...usual,
      id: ourBookmark,
      collection: collectionName,
      bookmark: title,
      icon: 'monitoring',
      user: null,
      role: null,
      filter,
    };
    presets.collectionPresets = [...presets.collectionPresets.filter(({ id }) => id !== ourBookmark), bookmark];
    return `/content/${collectionName}?bookmark=${ourBookmark}`;
  };
}
