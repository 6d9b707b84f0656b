import { type PresetDefinition, presets } from '../../../../../seeds/reference/presets.ts';
import { type RoleKey, roleIds } from '../../contract/access.ts';
import type { Wanted } from './plan.ts';

/** Bookmarks a role, and how lists open. Directus numbers them, so the ledger keeps the number. */
export function wantPresets(): Wanted[] {
  return presets.flatMap((preset) =>
    preset.roles === null ? [wantPreset(preset, null)] : preset.roles.map((role) => wantPreset(preset, role)),
  );
}

function wantPreset(
  { bookmark, icon, collection, filter, columns, sort }: PresetDefinition,
  role: RoleKey | null,
): Wanted {
  return {
    key: `preset:${collection}/${bookmark ?? 'list'}/${role ?? 'all'}`,
    kind: 'preset',
    id: null,
    definition: {
      bookmark,
      icon: bookmark === null ? null : icon,
      collection,
      role: role && roleIds[role],
      user: null,
      filter,
      layout: 'tabular',
      layout_query: { tabular: { fields: columns, sort: [sort], page: 1 } },
      layout_options: null,
    },
  };
}
