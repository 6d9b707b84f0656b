/** What the commands do, with all that is installed and seeded, in a file of its own (`dist/commands.js`). */
import { seedDemo as loadDemo } from '../../../../seeds/demo/index.ts';
import { refusals } from '../contract/error-codes.ts';
import { printAudit } from '../server/audit/print-audit.ts';
import type { InstallContext } from '../server/install/context.ts';
import { describeFindings } from '../server/install/describe-findings.ts';
import { describePlan, planAsJson } from '../server/install/describe-plan.ts';
import { doctor } from '../server/install/doctor.ts';
import { install } from '../server/install/install.ts';
import { readLedger } from '../server/install/ledger.ts';

// for the operation of a flow
export { audit } from '../server/audit.ts';

export interface CommandContext extends InstallContext {
  print: (line: string) => void;
}

/** Installs or upgrades; false: something stands in the way, and nothing was written. */
export async function runInstall(
  context: CommandContext,
  options: { dryRun: boolean; json: boolean },
): Promise<boolean> {
  const report = await install(context, { dryRun: options.dryRun });
  context.print(options.json ? JSON.stringify(planAsJson(report)) : describePlan(report, options.dryRun));
  return report.refusals.length === 0;
}

/** Says what is missing or was changed; false: something is wrong. */
export async function runDoctor(context: CommandContext, { json }: { json: boolean }): Promise<boolean> {
  const findings = await doctor(context);
  context.print(json ? JSON.stringify(findings) : describeFindings(findings));
  return !findings.some(({ level }) => level === 'error');
}

/** Recomputes the books; false: something differs. */
export async function runAudit(context: CommandContext, { json }: { json: boolean }): Promise<boolean> {
  await requireInstalled(context);
  return await printAudit(context.knex, context.print, json);
}

/** Loads records: `demo` or `reference`. */
export async function runSeed(context: CommandContext, what: string): Promise<boolean> {
  if (what === 'reference') return await runInstall(context, { dryRun: false, json: false });
  if (what !== 'demo') throw new Error(`There is nothing to seed called "${what}". Use demo or reference.`);
  await requireInstalled(context);
  await loadDemo(context);
  return true;
}

async function requireInstalled({ knex }: InstallContext): Promise<void> {
  if ((await readLedger(knex)).size === 0) throw new Error(refusals.KADER_NOT_INSTALLED.en);
}
