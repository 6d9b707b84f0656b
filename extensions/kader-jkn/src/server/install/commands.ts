import type { CommandContext } from '../../commands/index.ts';
import { type Commands, loadCommands } from '../load-commands.ts';
import type { InstallContext } from './context.ts';

/** The part of commander's Command that we use; Directus brings the library. */
export interface CommanderCommand {
  command(name: string): CommanderCommand;
  description(text: string): CommanderCommand;
  option(flags: string, description: string): CommanderCommand;
  action(run: (...given: never[]) => Promise<void>): CommanderCommand;
}

type Run = (commands: Commands, context: CommandContext) => Promise<boolean>;

/** Adds the commands of the bundle below `kader-jkn`. */
export function addCommands(program: CommanderCommand, host: Omit<InstallContext, 'report'>): void {
  const group = program.command('kader-jkn').description('Kader JKN: install, check and audit');

  group
    .command('install')
    .description('Install or upgrade collections, roles, flows, dashboards and reference data')
    .option('--dry-run', 'print what would be written, and write nothing')
    .option('--json', 'print the outcome as one JSON object')
    .action(({ dryRun = false, json = false }: { dryRun?: boolean; json?: boolean }) =>
      runCommand(host, json, (commands, context) => commands.runInstall(context, { dryRun, json })),
    );

  group
    .command('doctor')
    .description('Report version, database, row rules, and what is missing or was changed')
    .option('--json', 'print the findings as one JSON object')
    .action(({ json = false }: { json?: boolean }) =>
      runCommand(host, json, (commands, context) => commands.runDoctor(context, { json })),
    );

  group
    .command('audit')
    .description('Recompute every commission, balance, statement and streak from the collections, and list differences')
    .option('--json', 'print the differences as one JSON object')
    .action(({ json = false }: { json?: boolean }) =>
      runCommand(host, json, (commands, context) => commands.runAudit(context, { json })),
    );

  group
    .command('seed <what>')
    .description(
      'Load records: demo (five programmes of the past and a branch of today), or reference (as install does)',
    )
    .action((what: string) => runCommand(host, false, (commands, context) => commands.runSeed(context, what)));
}

/** Runs one command and ends the process: 0 when all is well, 1 when it was refused or failed. */
async function runCommand(host: Omit<InstallContext, 'report'>, quiet: boolean, run: Run): Promise<void> {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  let code = 1;
  try {
    const context = { ...host, report: quiet ? () => undefined : print, print };
    code = (await run(await loadCommands(), context)) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  // The pool and the timers of Directus would keep the process alive.
  await host.knex.destroy();
  // What a reader has not taken out of a pipe yet is lost with the process.
  await new Promise<void>((flushed) => process.stdout.write('', () => flushed()));
  process.exit(code);
}
