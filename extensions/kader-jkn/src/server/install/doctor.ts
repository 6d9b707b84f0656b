import { chooseWayIn } from '../intake/new-families.ts';
import { planAreas } from './areas.ts';
import { checkAccess } from './check-access.ts';
import { checkHost } from './check-host.ts';
import { checkMail, checkOutbox } from './check-mail.ts';
import { checkProgramme } from './check-programme.ts';
import type { InstallContext } from './context.ts';
import type { Finding } from './finding.ts';
import { readLedger } from './ledger.ts';
import { type Action, makePlan } from './plan.ts';
import { bundleVersion } from './version.ts';
import { wantEverything } from './want-everything.ts';

/** Looks at host, installation, access and settings; changes nothing. */
export async function doctor(context: InstallContext, now = new Date()): Promise<Finding[]> {
  const host = await checkHost(context);
  if (host.refusals.length > 0) return host.refusals.map((text) => ({ level: 'error', text }));

  const findings: Finding[] = [
    { level: 'ok', text: `Directus ${host.directus}, PostgreSQL ${host.postgres}, Kader JKN ${bundleVersion}` },
    { level: 'ok', text: 'Row rules of permissions are enforced.' },
    checkFreeze(context.env),
    checkMail(context.env),
    await checkIntake(context),
  ];
  const parts = await checkParts(context, now);
  findings.push(...parts);
  if (parts.some(({ level }) => level === 'error')) return findings;
  const { knex } = context;
  return [...findings, ...(await checkAccess(knex)), ...(await checkProgramme(knex)), ...(await checkOutbox(knex))];
}

function checkFreeze(env: Record<string, unknown>): Finding {
  return String(env['CACHE_SCHEMA_FREEZE_ENABLED']) === 'true'
    ? { level: 'ok', text: 'CACHE_SCHEMA_FREEZE_ENABLED is on.' }
    : { level: 'warning', text: 'Set CACHE_SCHEMA_FREEZE_ENABLED=true: requests are several times faster with it.' };
}

async function checkIntake({ knex }: InstallContext): Promise<Finding> {
  const way = await chooseWayIn((question) => knex.raw(question));
  return way === 'past'
    ? { level: 'ok', text: 'Lists of families go in by COPY.' }
    : {
        level: 'warning',
        text: 'Lists of families go in by the triggers, some times slower: see docs/import.md, "Speed".',
      };
}

async function checkParts({ knex }: InstallContext, now: Date): Promise<Finding[]> {
  const ledger = await readLedger(knex);
  if (ledger.size === 0) {
    return [{ level: 'error', text: 'Kader JKN is not installed. Run: npx directus kader-jkn install' }];
  }
  const steps = await makePlan(knex, ledger, wantEverything(now));
  const keys = (...actions: Action[]) =>
    steps.filter(({ action }) => actions.includes(action)).map(({ wanted }) => wanted.key);
  const areas = await planAreas(knex);

  return [
    named('error', 'Missing, run install again', keys('create', 'restore')),
    named('error', 'In the way of an installation', keys('collision')),
    named('warning', 'Of an older version, run install again', keys('upgrade', 'remove')),
    named('ok', 'No longer used by this version', keys('obsolete')),
    named('warning', 'Changed by an administrator, left as it is', keys('changed')),
    named('warning', 'Deleted by an administrator, left so', keys('deleted')),
    named('warning', 'Run install again to load the list of areas', areas === 'load' ? ['areas'] : []),
    named('warning', 'The bundle was built without the list of areas', areas === 'none' ? ['areas'] : []),
    {
      level: 'ok',
      text: `${keys('same').length} of ${steps.length} installed items are as they were installed.`,
    } as const,
  ].filter((finding) => finding !== null);
}

function named(level: Finding['level'], text: string, keys: string[]): Finding | null {
  return keys.length === 0 ? null : { level, text: `${text}: ${keys.join(', ')}` };
}
