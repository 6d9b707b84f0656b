import type { Accountability, RegisterFunctions } from '@directus/types';
import type { SchemeRule } from '../../core/scheme.ts';
import { type RulesChange, refuseFlawedRules, rulesAfter, rulesOf, schemesOfRules } from '../../server/check-scheme.ts';
import { inOwnLanguage } from './own-language.ts';

type Told = Readonly<Record<string, unknown>>;

/** Callers whose request saved a scheme whole: its rules follow one by one and were looked at together. */
const savedWhole = new WeakSet<Accountability>();

/** A scheme is looked at whole whenever it, or a rule of it, is saved: gaps and overlaps are refused (design 5.3). */
export function registerScheme({ filter }: RegisterFunctions): void {
  filter<Told>(
    'commission_scheme.items.create',
    inOwnLanguage((told, _meta, { accountability }) => {
      refuseFlawedRules(rulesAfter([], told['rules'] as RulesChange));
      if (accountability) savedWhole.add(accountability);
      return told;
    }),
  );

  filter<Told>(
    'commission_scheme.items.update',
    inOwnLanguage(async (told, { keys }, { database, accountability }) => {
      if (!('rules' in told) && told['status'] !== 'active') return told;
      for (const key of keys) refuseFlawedRules(rulesAfter(await rulesOf(database, key), told['rules'] as RulesChange));
      if (accountability) savedWhole.add(accountability);
      return told;
    }),
  );

  filter<Told>(
    'commission_rule.items.create',
    inOwnLanguage(async (told, _meta, { database, accountability }) => {
      if (!accountability || savedWhole.has(accountability)) return told;
      refuseFlawedRules(rulesAfter(await rulesOf(database, Number(told['scheme'])), { create: [told] }));
      return told;
    }),
  );

  filter<Told>(
    'commission_rule.items.update',
    inOwnLanguage(async (told, { keys }, { database, accountability }) => {
      if (!accountability || savedWhole.has(accountability)) return told;
      const update = keys.map((id: number) => ({ ...told, id: Number(id) })) as SchemeRule[];
      for (const scheme of await schemesOfRules(database, keys)) {
        refuseFlawedRules(rulesAfter(await rulesOf(database, scheme), { update }));
      }
      return told;
    }),
  );

  filter<number[]>(
    'commission_rule.items.delete',
    inOwnLanguage(async (keys, _meta, { database, accountability }) => {
      if (!accountability || savedWhole.has(accountability)) return keys;
      for (const scheme of await schemesOfRules(database, keys)) {
        refuseFlawedRules(rulesAfter(await rulesOf(database, scheme), { delete: keys }));
      }
      return keys;
    }),
  );
}
