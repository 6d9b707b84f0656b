/** The rules of a scheme as they will stand once a form's changes are saved. */
import { accept, type Result, refuse } from './result.ts';
import type { SchemeRule } from './scheme.ts';

/** A rule as a form sends it: a new one, or the columns that change of one that has an id. */
export type ToldRule = Partial<SchemeRule>;

/** How a form sends the rules of a scheme: all of them (those kept by id alone), or what changes. */
export type RulesChange =
  | readonly (number | ToldRule)[]
  | { create?: readonly ToldRule[]; update?: readonly ToldRule[]; delete?: readonly (number | string)[] }
  | null
  | undefined;

/**
 * Merges a change over the stored rules; new ones have negative ids. Refused as value-invalid where the change is not made
 * of lists of rules and ids.
 */
export function rulesAfter(stored: readonly SchemeRule[], change: RulesChange): Result<SchemeRule[]> {
  if (change === null || change === undefined) return accept([...stored]);
  if (!isReadable(change)) return refuse('value-invalid', { field: 'rules' });
  const known = new Map(stored.map((rule) => [rule.id, rule]));
  const merge = (told: number | ToldRule, position: number): SchemeRule => {
    const columns = typeof told === 'object' ? told : { id: Number(told) };
    const id = columns.id === undefined ? -1 - position : Number(columns.id);
    return { ...blankRule, ...known.get(id), ...columns, id };
  };
  if ('length' in change) return accept(change.map(merge));

  const removed = new Set(change.delete?.map(Number));
  const updates = new Map(change.update?.map((told) => [Number(told.id), told]));
  const kept = stored
    .filter(({ id }) => !removed.has(id))
    .map((rule) => ({ ...rule, ...updates.get(rule.id), id: rule.id }));
  return accept([...kept, ...(change.create ?? []).map(merge)]);
}

function isReadable(change: unknown): boolean {
  const isRecord = (one: unknown) => typeof one === 'object' && one !== null && !Array.isArray(one);
  const isRule = (one: unknown) => isRecord(one) || typeof one === 'number' || typeof one === 'string';
  const isList = (list: unknown) => list === undefined || (Array.isArray(list) && list.every(isRule));
  const lists = Array.isArray(change) ? [change] : isRecord(change) ? Object.values(change as object) : [null];
  return lists.every(isList);
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
  tax_number: null,
};
