import type { Knex } from 'knex';
import { checkScheme } from '../core/commission.ts';
import type { SchemeRule } from '../core/scheme.ts';
import { refusal, refusalOf } from './errors.ts';

/** A rule as a form sends it: a new one, or the columns that change of one that has an id. */
export type ToldRule = Partial<SchemeRule>;

/** How a form sends the rules of a scheme: all of them (those kept by id alone), or what changes. */
export type RulesChange =
  | readonly (number | ToldRule)[]
  | { create?: readonly ToldRule[]; update?: readonly ToldRule[]; delete?: readonly (number | string)[] }
  | null
  | undefined;

/** The stored rules of a scheme; none where the id is none. */
export async function rulesOf(database: Knex, scheme: number | string): Promise<SchemeRule[]> {
  if (!Number.isInteger(Number(scheme))) return [];
  return await database('commission_rule').where({ scheme }).select('*');
}

/** The schemes that rules belong to, each once. */
export async function schemesOfRules(database: Knex, rules: readonly (number | string)[]): Promise<number[]> {
  return await database('commission_rule')
    .whereIn('id', [...rules])
    .distinct()
    .pluck('scheme');
}

/** The rules as they will stand once a change is saved; new ones have negative ids. */
export function rulesAfter(stored: readonly SchemeRule[], change: RulesChange): SchemeRule[] {
  if (change === null || change === undefined) return [...stored];
  refuseUnreadable(change);
  const known = new Map(stored.map((rule) => [rule.id, rule]));
  const merge = (told: number | ToldRule, position: number): SchemeRule => {
    const columns = typeof told === 'object' ? told : { id: Number(told) };
    const id = columns.id === undefined ? -1 - position : Number(columns.id);
    return { ...blankRule, ...known.get(id), ...columns, id };
  };
  if ('length' in change) return change.map(merge);

  const removed = new Set(change.delete?.map(Number));
  const updates = new Map(change.update?.map((told) => [Number(told.id), told]));
  const kept = stored
    .filter(({ id }) => !removed.has(id))
    .map((rule) => ({ ...rule, ...updates.get(rule.id), id: rule.id }));
  return [...kept, ...(change.create ?? []).map(merge)];
}

/** Throws the first flaw of a scheme's rules as our refusal. */
export function refuseFlawedRules(rules: readonly SchemeRule[]): void {
  const [issue] = checkScheme(rules);
  if (issue !== undefined) throw refusalOf(issue);
}

/** A form sends lists of records or ids; anything else is refused as KADER_VALUE_INVALID, not stumbled over. */
function refuseUnreadable(change: unknown): void {
  const isRecord = (one: unknown) => typeof one === 'object' && one !== null && !Array.isArray(one);
  const isRule = (one: unknown) => isRecord(one) || typeof one === 'number' || typeof one === 'string';
  const isList = (list: unknown) => list === undefined || (Array.isArray(list) && list.every(isRule));
  const lists = Array.isArray(change) ? [change] : isRecord(change) ? Object.values(change as object) : [null];
  if (!lists.every(isList)) throw refusal('KADER_VALUE_INVALID', { field: 'rules' });
}

const blankRule: SchemeRule = {
  id: 0,
  sort: null,
  kind: 'percentage',
  months_from: null,
  months_to: null,
  rate_bp: null,
  amount: null,
  attainment_from_bp: null,
  attainment_to_bp: null,
  bonus_mode: null,
  share_bp: null,
};
