import type { SettingsModuleBarLink, SettingsModuleBarModule } from '@directus/types';
import type { Step, Wanted } from './plan.ts';
import type { Writing } from './writing.ts';

type Entry = SettingsModuleBarModule | SettingsModuleBarLink;

/** What the app shows where nobody has arranged its module bar. */
const defaultBar: readonly Entry[] = [
  { type: 'module', id: 'content', enabled: true },
  { type: 'module', id: 'visual', enabled: false },
  { type: 'module', id: 'users', enabled: true },
  { type: 'module', id: 'files', enabled: true },
  { type: 'module', id: 'insights', enabled: true },
  { type: 'module', id: 'deployments', enabled: false },
  { type: 'link', id: 'docs', enabled: true, name: '$t:documentation', icon: 'help', url: 'https://docs.directus.io' },
  { type: 'module', id: 'settings', enabled: true, locked: true },
];

/** The pages of ours that the module bar shows: Directus shows none that is not named there. */
export function wantModules(): Wanted[] {
  const id = 'kader-work';
  return [{ key: `module:${id}`, kind: 'module', id, definition: { type: 'module', id, enabled: true } }];
}

/** Puts our modules right behind the content, and leaves the rest of the bar as it is arranged. */
export async function writeModules({ items, trx }: Writing, steps: Step[]): Promise<void> {
  const settings: { module_bar: Entry[] | null } | undefined = await trx('directus_settings').first('module_bar');
  const ours = steps.map(({ wanted }) => wanted.definition as unknown as Entry);
  const others = (settings?.module_bar ?? defaultBar).filter(({ id }) => !ours.some((one) => one.id === id));
  const after = others.findIndex(({ id }) => id === 'content') + 1;
  const bar = [...others.slice(0, after), ...ours, ...others.slice(after)];
  await items('directus_settings').upsertSingleton({ module_bar: bar });
}
