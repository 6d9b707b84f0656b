import type { Accountability, ExtensionsServices, SchemaOverview } from '@directus/types';
import type { Knex } from 'knex';
import { roleIds } from '../../contract/access.ts';
import type { CommissionScheme, Id } from '../../contract/records.ts';
import type { SchemeSimulation, SimulationAssumption } from '../../contract/schemes.ts';
import { addMonths, later, type Period } from '../../core/period.ts';
import type { Scheme } from '../../core/scheme.ts';
import { leads } from '../caller.ts';
import { rulesOf } from '../check-scheme.ts';
import { refusal } from '../errors.ts';
import type { ClosedMonth } from './closed-statements.ts';
import type { SimulationAsked } from './parse-simulation.ts';
import { type Simulated, simulateScheme } from './simulate-scheme.ts';

/** Who asks, and the Directus that answers; no accountability: a process of ours. */
export interface SchemeDesk {
  knex: Knex;
  schema: SchemaOverview;
  accountability: Accountability | null;
  services: Pick<ExtensionsServices, 'ItemsService'>;
}

interface Branch {
  id: Id;
  name: string;
}

interface Span {
  from: Period;
  to: Period;
}

type ShownScheme = Pick<CommissionScheme, 'id' | 'name' | 'status' | 'branch' | 'base'>;

/** Months compared where none are asked for. */
const usualMonths = 12;

/**
 * Simulates a scheme over closed months that the caller may see: a head of their branch, an administrator and an auditor of
 * all, anybody else is refused as KADER_NOT_ALLOWED. A branch's own scheme is simulated for that branch. Refused as
 * KADER_SCHEME_UNKNOWN and KADER_QUERY_INVALID too. Runs in a transaction that cannot write, on one state of the books.
 */
export async function simulateForCaller(desk: SchemeDesk, id: Id, asked: SimulationAsked): Promise<SchemeSimulation> {
  if (!maySimulate(desk.accountability)) throw refusal('KADER_NOT_ALLOWED');
  const scheme = await visibleScheme(desk, id);
  const visible = await visibleBranches(desk, scheme);
  if (asked.branch !== null && scheme.branch !== null && scheme.branch !== asked.branch) {
    const why = 'skema ini milik cabang lain';
    throw refusal('KADER_QUERY_INVALID', { field: 'branch', why, why_en: 'this scheme is of another branch' });
  }
  const branches = asked.branch === null ? visible : visible.filter((branch) => branch.id === asked.branch);
  if (branches.length === 0) throw refusal('KADER_NOT_ALLOWED');

  return await desk.knex.transaction(
    async (trx) => {
      const rules = await rulesOf(trx, scheme.id);
      const closed = await closedMonths(trx, branches);
      const choices = { branches: visible, months: [...new Set(closed.map(({ month }) => month))].sort().reverse() };
      const span = spanOf(choices.months, asked);
      const months = closed.filter(({ month }) => span !== null && month >= span.from && month <= span.to);
      const simulated = await simulateScheme(trx, { ...scheme, rules }, months);
      const { total, kader } = simulated;
      return {
        scheme: { id: scheme.id, name: scheme.name, status: scheme.status },
        branches,
        choices,
        from: span?.from ?? null,
        to: span?.to ?? null,
        total,
        kader,
        months: simulated.months,
        assumptions: await assumptionsOf(trx, { ...scheme, rules }, scheme.branch, branches, simulated),
      };
    },
    { readOnly: true, isolationLevel: 'repeatable read' },
  );
}

function maySimulate(accountability: Accountability | null): boolean {
  return leads(accountability) || (accountability?.roles.includes(roleIds.auditor) ?? false);
}

async function visibleScheme({ services, ...options }: SchemeDesk, id: Id): Promise<ShownScheme> {
  const [scheme] = await new services.ItemsService('commission_scheme', options).readByQuery({
    filter: { id: { _eq: id } },
    fields: ['id', 'name', 'status', 'branch', 'base'],
    limit: 1,
  });
  if (scheme === undefined) throw refusal('KADER_SCHEME_UNKNOWN');
  return scheme as unknown as ShownScheme;
}

async function visibleBranches({ services, ...options }: SchemeDesk, { branch }: ShownScheme): Promise<Branch[]> {
  const branches = await new services.ItemsService('branch', options).readByQuery({
    filter: branch === null ? {} : { id: { _eq: branch } },
    fields: ['id', 'name'],
    sort: ['name'],
    limit: -1,
  });
  return branches as unknown as Branch[];
}

async function closedMonths(knex: Knex, branches: readonly Branch[]): Promise<ClosedMonth[]> {
  return await knex('period')
    .whereIn(
      'branch',
      branches.map(({ id }) => id),
    )
    .whereNot({ status: 'open' })
    .orderBy(['month', 'branch'])
    .select('id', 'branch', 'month');
}

/** What was asked; else the newest closed months; null where no month is closed. */
function spanOf([newest, ...older]: readonly Period[], { from, to }: SimulationAsked): Span | null {
  if (newest === undefined) return null;
  const last = to ?? newest;
  const first = from ?? later(addMonths(last, 1 - usualMonths), older.at(-1) ?? newest);
  return first > last ? { from: last, to: last } : { from: first, to: last };
}

async function assumptionsOf(
  knex: Knex,
  { rules }: Scheme,
  schemeBranch: Id | null,
  branches: readonly Branch[],
  { carriesOtherwise }: Simulated,
): Promise<SimulationAssumption[]> {
  const ids = branches.map(({ id }) => id);
  const own = await knex('commission_scheme').whereIn('branch', ids).where({ status: 'active' }).first('id');
  return [
    ...(rules.some(({ kind }) => kind === 'flat_participant') ? ['members_today' as const] : []),
    ...(schemeBranch === null && own !== undefined ? ['own_schemes' as const] : []),
    ...(carriesOtherwise ? ['carried_out' as const] : []),
  ];
}
