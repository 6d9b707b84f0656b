import type { Knex } from 'knex';
import { writeConstraint } from './constraints.ts';
import type { InstallContext } from './context.ts';
import { fingerprint } from './fingerprint.ts';
import type { Kind } from './kinds.ts';
import { type LedgerEntry, writeLedger } from './ledger.ts';
import { writeModules } from './modules.ts';
import { readPresent, type Step } from './plan.ts';
import { removeItems } from './remove.ts';
import { writeRows } from './write-rows.ts';
import { writeRelations, writeSchema } from './write-schema.ts';
import { startWriting, type Writing } from './writing.ts';

interface Stage {
  title: string;
  kinds: readonly Kind[];
  write(writing: Writing, steps: Step[]): Promise<void>;
}

/** Everything in the order in which it can be written; Directus reads its schema again between stages. */
const stages: readonly Stage[] = [
  { title: 'Collections and fields', kinds: ['collection', 'column', 'field'], write: writeSchema },
  { title: 'Relations', kinds: ['relation'], write: writeRelations },
  {
    title: 'Constraints, indexes, functions and triggers',
    kinds: ['constraint', 'index', 'function', 'trigger'],
    write: async (writing, steps) => {
      for (const step of steps) await writeConstraint(writing, step);
    },
  },
  { title: 'Roles and permissions', kinds: ['role', 'policy', 'access', 'permission'], write: writeKinds },
  {
    title: 'Flows, dashboards, bookmarks and texts',
    kinds: ['flow', 'operation', 'dashboard', 'panel', 'preset', 'translation'],
    write: writeKinds,
  },
  { title: 'Pages of the app', kinds: ['module'], write: writeModules },
  {
    title: 'Reference records',
    kinds: [
      ...(['dues_rate', 'program_policy', 'commission_scheme', 'complaint_category'] as const),
      ...(['training_topic', 'award_rule', 'message_template'] as const),
    ],
    write: writeKinds,
  },
];

const written: ReadonlySet<Step['action']> = new Set(['create', 'restore', 'upgrade', 'remove']);

/** The steps that write. */
export function pending(steps: Step[]): Step[] {
  return steps.filter((step) => written.has(step.action));
}

/**
 * Writes what the plan asks for, in the caller's transaction, and remembers it in the ledger.
 * Either everything is there afterwards or, when anything fails, nothing of it.
 */
export async function applyPlan(
  context: InstallContext,
  trx: Knex.Transaction,
  steps: Step[],
  version: string,
): Promise<void> {
  const former = steps.filter(({ action }) => action === 'remove');
  await removeItems(trx, former);
  const todo = pending(steps).filter(({ action }) => action !== 'remove');
  for (const { title, kinds, write } of stages) {
    const staged = todo.filter((step) => kinds.includes(step.wanted.kind));
    if (staged.length === 0) continue;
    context.report(`${title}: ${staged.length}`);
    const schema = await context.getSchema({ database: trx, bypassCache: true });
    await write(startWriting(context.services, trx, schema), staged);
  }
  await remember(trx, todo, version);
}

async function writeKinds(writing: Writing, steps: Step[]): Promise<void> {
  for (const kind of new Set(steps.map(({ wanted }) => wanted.kind))) {
    await writeRows(
      writing,
      kind,
      steps.filter(({ wanted }) => wanted.kind === kind),
    );
  }
}

/** Notes in the ledger how items stand now, right after they were written. */
export async function remember(trx: Knex.Transaction, steps: Step[], version: string): Promise<void> {
  const items = steps.map(({ wanted, id }) => ({ kind: wanted.kind, id: String(id) }));
  const present = await readPresent(trx, items);
  const entries: LedgerEntry[] = steps.map(({ wanted, id }) => {
    const hash = present.get(`${wanted.kind}:${id}`);
    if (id === null || hash === undefined) throw new Error(`${wanted.key} was not found after it was written`);
    return {
      key: wanted.key,
      kind: wanted.kind,
      directus_id: id,
      hash,
      definition: fingerprint(wanted.definition),
      version,
    };
  });
  await writeLedger(trx, entries);
}
