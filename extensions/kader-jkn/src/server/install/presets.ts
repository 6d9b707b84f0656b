import type { BookmarkName } from '../../../../../seeds/reference/bookmark-names.ts';
import { columnWidths, type PresetDefinition, presets } from '../../../../../seeds/reference/presets.ts';
import { type RoleKey, roleIds } from '../../contract/access.ts';
import { type Period, periodOf } from '../../core/period.ts';
import type { Wanted } from './plan.ts';

/** Bookmarks a role, and how lists open. Directus numbers them, so the ledger keeps the number. */
export function wantPresets(now: Date): Wanted[] {
  return wantEach(presets, now);
}

function wantEach(definitions: readonly PresetDefinition[], now: Date): Wanted[] {
  const month = periodOf(now, 'Asia/Jakarta');
  return definitions.flatMap((preset) =>
    preset.roles === null
      ? [wantPreset(preset, null, month)]
      : preset.roles.map((role) => wantPreset(preset, role, month)),
  );
}

/** The bookmarks that speak of the present month. */
export function wantMonthlyPresets(now: Date): Wanted[] {
  return wantEach(presets.filter(isMonthly), now);
}

/** What the app shows in the language of whoever looks. */
export function bookmarkKey(name: BookmarkName): string {
  return `kader_bookmark_${name.toLowerCase().replaceAll(' ', '_')}`;
}

/** A bookmark's name as it is stored. */
export function bookmarkText(name: BookmarkName): string {
  return `$t:${bookmarkKey(name)}`;
}

function wantPreset(preset: PresetDefinition, role: RoleKey | null, month: Period): Wanted {
  const { bookmark, icon, collection, columns, sort } = preset;
  return {
    key: `preset:${collection}/${bookmark ?? 'list'}/${role ?? 'all'}`,
    kind: 'preset',
    id: null,
    definition: {
      bookmark: bookmark && bookmarkText(bookmark),
      icon: bookmark === null ? null : icon,
      collection,
      role: role && roleIds[role],
      user: null,
      filter: inMonth(preset.filter, month),
      layout: 'tabular',
      layout_query: { tabular: { fields: columns, sort: sort.split(','), page: 1 } },
      layout_options: { tabular: { widths: widthsOf(columns) } },
    },
  };
}

function widthsOf(columns: PresetDefinition['columns']): Record<string, number> {
  return Object.fromEntries(columns.flatMap((name) => (columnWidths[name] ? [[name, columnWidths[name]]] : [])));
}

function isMonthly({ filter }: PresetDefinition): boolean {
  return JSON.stringify(filter).includes('$MONTH');
}

function inMonth(filter: PresetDefinition['filter'], month: Period): object | null {
  return JSON.parse(JSON.stringify(filter), (_, value) => (value === '$MONTH' ? month : value));
}
