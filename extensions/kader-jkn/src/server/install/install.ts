import type { Knex } from 'knex';
import { applyPlan, pending } from './apply.ts';
import { type AreaPlan, loadAreas, planAreas } from './areas.ts';
import { checkHost } from './check-host.ts';
import { asAdministrator, type InstallContext } from './context.ts';
import { ensureLedger, readLedger } from './ledger.ts';
import { makePlan, type Step, type Wanted } from './plan.ts';
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

  const wanted = wantEverything(options.now ?? new Date());
  if (options.dryRun) return await planAll(context.knex, wanted);

  const report = await context.knex.transaction(async (trx) => {
    await waitForTurn(trx);
    const planned = await planAll(trx, wanted);
    return isWritable(planned) ? await writeAll(context, trx, planned) : planned;
  });
  if (report.written) await clearCaches(context);
  return report;
}

async function planAll(knex: Knex, wanted: Wanted[]): Promise<InstallReport> {
  const steps = await makePlan(knex, await readLedger(knex), wanted);
  return { refusals: collisions(steps), steps, areas: await planAreas(knex), written: false };
}

function isWritable({ refusals, steps, areas }: InstallReport): boolean {
  return refusals.length === 0 && (pending(steps).length > 0 || areas === 'load');
}

/** Installations of one database follow each other: a second one finds what the first wrote. */
async function waitForTurn(trx: Knex.Transaction): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('kader-jkn install', 0))`);
}

async function writeAll(
  context: InstallContext,
  trx: Knex.Transaction,
  planned: InstallReport,
): Promise<InstallReport> {
  await ensureLedger(trx);
  await applyPlan(context, trx, planned.steps, bundleVersion);
  await loadAreas(context, trx, planned.areas);
  return { ...planned, written: true };
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
