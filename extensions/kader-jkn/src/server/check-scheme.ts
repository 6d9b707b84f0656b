import type { Knex } from 'knex';
import { checkScheme } from '../core/commission.ts';
import type { SchemeRule } from '../core/scheme.ts';
import { type RulesChange, rulesAfter } from '../core/scheme-change.ts';
import { refusalOf } from './errors.ts';

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

/** The rules as they will stand; throws KADER_VALUE_INVALID for what a form never sends, and the first flaw of the rules. */
export function soundRulesAfter(stored: readonly SchemeRule[], change: RulesChange): SchemeRule[] {
  const after = rulesAfter(stored, change);
  if (!after.ok) throw refusalOf(after);
  const [issue] = checkScheme(after.value);
  if (issue !== undefined) throw refusalOf(issue);
  return after.value;
}
