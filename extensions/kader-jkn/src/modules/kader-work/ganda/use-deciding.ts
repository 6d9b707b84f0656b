import { useApi } from '@directus/extensions-sdk';
import { type Ref, ref } from 'vue';
import type { DuplicateDecided, DuplicatesFound } from '../../../contract/duplicates.ts';
import { errorText } from '../../../studio/refusal-text.ts';
import { useLocale } from '../../../studio/use-locale.ts';

export type Decision = { action: 'merge'; keep: number } | { action: 'different'; note: string } | { action: 'reopen' };

export interface Deciding {
  decide: (pair: number, decision: Decision) => Promise<DuplicateDecided | null>;
  find: () => Promise<DuplicatesFound | null>;
  working: Ref<boolean>;
  /** why it was refused, as a sentence for the user */
  refused: Ref<string | null>;
}

/** Decides pairs and looks for new ones, one request at a time; null where it was refused. */
export function useDeciding(): Deciding {
  const api = useApi();
  const locale = useLocale();
  const working = ref(false);
  const refused = ref<string | null>(null);

  async function send<T>(path: string, body: object): Promise<T | null> {
    if (working.value) return null;
    working.value = true;
    refused.value = null;
    try {
      const response = await api.post(path, body);
      return response.data.data;
    } catch (problem) {
      refused.value = errorText(problem, locale.value);
      return null;
    } finally {
      working.value = false;
    }
  }

  return {
    decide: (pair, { action, ...body }) => send(`/kader-jkn/duplicates/${pair}/${action}`, body),
    find: () => send('/kader-jkn/duplicates/find', {}),
    working,
    refused,
  };
}
