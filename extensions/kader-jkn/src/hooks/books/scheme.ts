import type { Accountability, RegisterFunctions } from '@directus/types';
import type { SchemeRule } from '../../core/scheme.ts';
import type { RulesChange } from '../../core/scheme-change.ts';
import { rulesOf, schemesOfRules, soundRulesAfter } from '../../server/check-scheme.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

/** The rules that a caller's request saved as a whole scheme: they follow one by one, and were looked at together. */
const savedWhole = new WeakMap<Accountability, SchemeRule[]>();

/** A scheme is looked at whole whenever it, or a rule of it, is saved: gaps and overlaps are refused (design 5.3). */
export function registerScheme({ filter }: RegisterFunctions): void {
  filter<Told>(
    'commission_scheme.items.create',
    inOwnLanguage((told, _meta, { accountability }) => {
      remember(accountability, soundRulesAfter([], told['rules'] as RulesChange));
      return told;
    }),
  );

  filter<Told>(
    'commission_scheme.items.update',
    inOwnLanguage(async (told, { keys }, { database, accountability }) => {
      if (!('rules' in told) && told['status'] !== 'active') return told;
      for (const key of keys) {
        remember(accountability, soundRulesAfter(await rulesOf(database, key), told['rules'] as RulesChange));
      }
      return told;
    }),
  );

  filter<Told>(
    'commission_rule.items.create',
    inOwnLanguage(async (told, _meta, { database, accountability }) => {
      if (!accountability || takesSaved(accountability, told)) return told;
      soundRulesAfter(await rulesOf(database, idIn(told['scheme'])), { create: [told] });
      return told;
    }),
  );

  filter<Told>(
    'commission_rule.items.update',
    inOwnLanguage(async (told, { keys }, { database, accountability }) => {
      const saved = rulesSavedBy(accountability);
      const follows = (id: number) => saved.some((rule) => rule.id === Number(id) && isToldBy(rule, told));
      if (!accountability || keys.every(follows)) return told;
      const update = keys.map((id: number) => ({ ...told, id: Number(id) })) as SchemeRule[];
      const target = 'scheme' in told ? idIn(told['scheme']) : null;
      const moved: SchemeRule[] = [];
      for (const scheme of await schemesOfRules(database, keys)) {
        const stored = await rulesOf(database, scheme);
        if (target === null || target === scheme) soundRulesAfter(stored, { update });
        else {
          soundRulesAfter(stored, { delete: keys });
          moved.push(...stored.filter(({ id }) => keys.map(Number).includes(id)));
        }
      }
      if (target !== null && moved.length > 0) {
        const create = moved.map((rule) => ({ ...rule, ...told, id: rule.id }));
        soundRulesAfter(await rulesOf(database, target), { create });
      }
      return told;
    }),
  );

  filter<number[]>(
    'commission_rule.items.delete',
    inOwnLanguage(async (keys, _meta, { database, accountability }) => {
      if (!accountability || isLeftOut(keys, rulesSavedBy(accountability))) return keys;
      for (const scheme of await schemesOfRules(database, keys)) {
        soundRulesAfter(await rulesOf(database, scheme), { delete: keys });
      }
      return keys;
    }),
  );
}

/** The id of a linked scheme, sent bare or within its record; NaN where it is new. */
function idIn(scheme: unknown): number {
  return Number(typeof scheme === 'object' && scheme !== null && 'id' in scheme ? scheme.id : scheme);
}

function remember(accountability: Accountability | null, rules: SchemeRule[]): void {
  if (accountability) savedWhole.set(accountability, [...rulesSavedBy(accountability), ...rules]);
}

function rulesSavedBy(accountability: Accountability | null): SchemeRule[] {
  return (accountability && savedWhole.get(accountability)) ?? [];
}

/** Whether a new rule is one of those saved with its scheme; each of them follows once. */
function takesSaved(accountability: Accountability, told: Told): boolean {
  const saved = rulesSavedBy(accountability);
  const taken = saved.find((rule) => rule.id < 0 && isToldBy(rule, told));
  if (taken === undefined) return false;
  savedWhole.set(
    accountability,
    saved.filter((rule) => rule !== taken),
  );
  return true;
}

/** Whether a write says nothing of a rule but what was looked at; its scheme and its order are no matter. */
function isToldBy(rule: SchemeRule, told: Told): boolean {
  const { id: _, sort: __, ...columns } = rule;
  return Object.entries(columns).every(([column, value]) => !(column in told) || told[column] === value);
}

/** Whether rules are deleted because a scheme was saved without them. */
function isLeftOut(keys: readonly number[], saved: readonly SchemeRule[]): boolean {
  return saved.length > 0 && !saved.some(({ id }) => keys.map(Number).includes(id));
}
