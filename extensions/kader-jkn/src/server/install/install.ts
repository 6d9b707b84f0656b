import { applyPlan, pending } from './apply.ts';
import { type AreaPlan, loadAreas, planAreas } from './areas.ts';
import { checkHost } from './check-host.ts';
import { asAdministrator, type InstallContext } from './context.ts';
import { ensureLedger, readLedger } from './ledger.ts';
import { makePlan, type Step } from './plan.ts';
import { bundleVersion } from './version.ts';
import { wantEverything } from './want-everything.ts';

/** What an installation did, or with `dryRun` would do. */
export interface InstallReport {
  refusals: string[];
  steps: Step[];
  areas: AreaPlan;
  written: boolean;
}

/**
 * Installs or upgrades Kader JKN in one transaction: additive, repeatable, and never over what an administrator made or
 * changed. A refusal (host or name collision) comes before anything is written.
 */
export async function install(
  context: InstallContext,
  options: { dryRun?: boolean; now?: Date } = {},
): Promise<InstallReport> {
  const host = await checkHost(context);
  if (host.refusals.length > 0) return { refusals: host.refusals, steps: [], areas: 'none', written: false };

  const steps = await makePlan(context.knex, await readLedger(context.knex), wantEverything(options.now ?? new Date()));
  const areas = await planAreas(context.knex);
  const refusals = collisions(steps);
  if (refusals.length > 0 || options.dryRun) return { refusals, steps, areas, written: false };
  if (pending(steps).length === 0 && areas !== 'load') return { refusals, steps, areas, written: false };

  await context.knex.transaction(async (trx) => {
    await ensureLedger(trx);
    await applyPlan(context, trx, steps, bundleVersion);
    await loadAreas(context, trx, areas);
  });
  await clearCaches(context);
  return { refusals, steps, areas, written: true };
}

function collisions(steps: Step[]): string[] {
  const collided = steps.filter(({ action }) => action === 'collision').map(({ wanted }) => wanted);
  const collections = new Set(collided.filter(({ kind }) => kind === 'collection').map(({ id }) => String(id)));
  return collided
    .filter(
      ({ kind, definition }) =>
        kind === 'collection' || !collections.has(String(definition['collection'] ?? definition['table'])),
    )
    .map(({ kind, id }) =>
      kind === 'collection'
        ? `There already is a collection or table "${id}" that Kader JKN did not create. Rename it, or install Kader JKN in a project of its own.`
        : `There already is a ${kind} "${id}" that Kader JKN did not create. Rename or remove it first.`,
    );
}

/** Lets this process, and through Redis the others, see the new schema and permissions. */
async function clearCaches({ services, knex, getSchema }: InstallContext): Promise<void> {
  const schema = await getSchema({ database: knex, bypassCache: true });
  await new services.UtilsService({ knex, schema, accountability: asAdministrator }).clearCache({ system: true });
}
