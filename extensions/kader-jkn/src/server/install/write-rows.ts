import { quietly } from './context.ts';
import type { Kind } from './kinds.ts';
import type { Step } from './plan.ts';
import { resetUnsaid } from './reset-unsaid.ts';
import type { Writing } from './writing.ts';

/** The collection whose items are of a kind. */
const collectionNames: Partial<Record<Kind, string>> = {
  role: 'directus_roles',
  policy: 'directus_policies',
  access: 'directus_access',
  permission: 'directus_permissions',
  flow: 'directus_flows',
  operation: 'directus_operations',
  dashboard: 'directus_dashboards',
  panel: 'directus_panels',
  preset: 'directus_presets',
  translation: 'directus_translations',
};

/** Items of Directus or of ours, through the service that every item goes through. */
export async function writeRows(writing: Writing, kind: Kind, steps: Step[]): Promise<void> {
  const items = writing.items(collectionNames[kind] ?? kind);
  const fresh = steps.filter(({ action }) => action !== 'upgrade');
  const keys = await items.createMany(
    fresh.map(({ wanted }) => structuredClone(wanted.definition)),
    quietly,
  );
  for (const [index, step] of fresh.entries()) step.id ??= String(keys[index]);

  for (const { wanted, id } of steps.filter(({ action }) => action === 'upgrade')) {
    await resetUnsaid(writing, kind, String(id), wanted.definition);
    await items.updateOne(await primaryKey(writing, kind, String(id)), structuredClone(wanted.definition), quietly);
  }
}

async function primaryKey({ trx }: Writing, kind: Kind, id: string): Promise<string | number> {
  if (kind !== 'permission') return id;
  const [policy, collection, action] = id.split('/');
  const row: { id: number } = await trx('directus_permissions').where({ policy, collection, action }).first('id');
  return row.id;
}
