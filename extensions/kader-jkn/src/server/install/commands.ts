import { seedDemo } from '../../../../../seeds/demo/index.ts';
import { refusals } from '../../contract/error-codes.ts';
import { printAudit } from '../audit/print-audit.ts';
import type { InstallContext } from './context.ts';
import { describeFindings } from './describe-findings.ts';
import { describePlan, planAsJson } from './describe-plan.ts';
import { doctor } from './doctor.ts';
import { install } from './install.ts';
import { readLedger } from './ledger.ts';

/** The part of commander's Command that we use; Directus brings the library. */
export interface CommanderCommand {
  command(name: string): CommanderCommand;
  description(text: string): CommanderCommand;
  option(flags: string, description: string): CommanderCommand;
  action(run: (...given: never[]) => Promise<void>): CommanderCommand;
}

type Run = (context: InstallContext, print: (line: string) => void) => Promise<boolean>;

/** Adds the commands of the bundle below `kader-jkn`. */
export function addCommands(program: CommanderCommand, host: Omit<InstallContext, 'report'>): void {
  const group = program.command('kader-jkn').description('Kader JKN: install, check and audit');

  group
    .command('install')
    .description('Install or upgrade collections, roles, flows, dashboards and reference data')
    .option('--dry-run', 'print what would be written, and write nothing')
    .option('--json', 'print the outcome as one JSON object')
    .action(({ dryRun = false, json = false }: { dryRun?: boolean; json?: boolean }) =>
      runCommand(host, json, async (context, print) => {
        const report = await install(context, { dryRun });
        print(json ? JSON.stringify(planAsJson(report)) : describePlan(report, dryRun));
        return report.refusals.length === 0;
      }),
    );

  group
    .command('doctor')
    .description('Report version, database, row rules, and what is missing or was changed')
    .option('--json', 'print the findings as one JSON object')
    .action(({ json = false }: { json?: boolean }) =>
      runCommand(host, json, async (context, print) => {
        const findings = await doctor(context);
        print(json ? JSON.stringify(findings) : describeFindings(findings));
        return !findings.some(({ level }) => level === 'error');
      }),
    );

  group
    .command('audit')
    .description('Recompute every commission, balance, statement and streak from the collections, and list differences')
    .option('--json', 'print the differences as one JSON object')
    .action(({ json = false }: { json?: boolean }) =>
      runCommand(host, json, async (context, print) => {
        await requireInstalled(context);
        return await printAudit(context.knex, print, json);
      }),
    );

  group
    .command('seed <what>')
    .description(
      'Load records: demo (five programmes of the past and a branch of today), or reference (as install does)',
    )
    .action((what: string) =>
      runCommand(host, false, async (context, print) => {
        if (what === 'reference') return await installAndPrint(context, print);
        if (what !== 'demo') throw new Error(`There is nothing to seed called "${what}". Use demo or reference.`);
        await requireInstalled(context);
        await seedDemo(context);
        return true;
      }),
    );
}

async function installAndPrint(context: InstallContext, print: (line: string) => void): Promise<boolean> {
  const report = await install(context);
  print(describePlan(report, false));
  return report.refusals.length === 0;
}

async function requireInstalled({ knex }: InstallContext): Promise<void> {
  if ((await readLedger(knex)).size === 0) throw new Error(refusals.KADER_NOT_INSTALLED.en);
}

/** Runs one command and ends the process: 0 when all is well, 1 when it was refused or failed. */
async function runCommand(host: Omit<InstallContext, 'report'>, quiet: boolean, run: Run): Promise<void> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  let code = 1;
  try {
    code = (await run({ ...host, report: quiet ? () => undefined : print }, print)) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  // The pool and the timers of Directus would keep the process alive.
  await host.knex.destroy();
  // What a reader has not taken out of a pipe yet is lost with the process.
  await new Promise<void>((flushed) => process.stdout.write('', () => flushed()));
  process.exit(code);
}
