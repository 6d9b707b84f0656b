import { type ComputedRef, computed } from 'vue';
import type { CommissionScheme, DuesRate } from '../../contract/records.ts';
import { newestBy } from '../../core/lookup.ts';
import type { Issue } from '../../core/result.ts';
import type { Scheme, SchemeRule } from '../../core/scheme.ts';
import { type RulesChange, rulesAfter } from '../../core/scheme-change.ts';
import { checkScheme } from '../../core/scheme-check.ts';
import { useAnswer } from '../../studio/use-answer.ts';
import { useFormValues } from '../../studio/use-form-values.ts';

export interface SchemeInForm {
  /** null while the saved rules are on their way */
  scheme: ComputedRef<Scheme | null>;
  issues: ComputedRef<Issue[]>;
  /** what a participant of class III pays a month when the scheme begins; null: nothing is recorded */
  dues: ComputedRef<number | null>;
  loading: ComputedRef<boolean>;
  error: ComputedRef<string | null>;
  reload: () => void;
}

/** The scheme as the form would save it: its saved rules with what is created, changed and deleted in the form. */
export function useSchemeInForm(primaryKey: () => string | number | null): SchemeInForm {
  const values = useFormValues<Omit<CommissionScheme, 'rules'> & { rules: RulesChange }>();
  const stored = useAnswer<SchemeRule[]>(() => {
    const key = primaryKey();
    return key === null ? null : `/items/commission_rule?filter[scheme][_eq]=${key}&sort=sort,id&limit=-1`;
  });
  const rates = useAnswer<DuesRate[]>(
    () => '/items/dues_rate?filter[class][_eq]=3&fields=effective_from,participant_pays&limit=-1',
  );

  const changed = computed(() => {
    if (primaryKey() !== null && stored.data.value === null) return null;
    return rulesAfter(stored.data.value ?? [], values.value.rules);
  });
  const rules = computed(() => (changed.value?.ok ? changed.value.value : []));
  return {
    scheme: computed(() => {
      if (changed.value === null || rates.data.value === null) return null;
      const { name, base } = values.value;
      return { id: 0, name: name ?? '', base: base ?? 'arrears', rules: rules.value };
    }),
    issues: computed(() => (changed.value?.ok === false ? [changed.value] : checkScheme(rules.value))),
    dues: computed(() => {
      const from = values.value.effective_from ?? new Date().toISOString().slice(0, 10);
      return newestBy(rates.data.value ?? [], from)?.participant_pays ?? null;
    }),
    loading: computed(() => stored.loading.value || rates.loading.value),
    error: computed(() => stored.error.value ?? rates.error.value),
    reload: () => {
      stored.reload();
      rates.reload();
    },
  };
}
