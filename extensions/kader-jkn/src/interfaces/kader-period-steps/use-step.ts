import { useApi } from '@directus/extensions-sdk';
import { type Ref, ref } from 'vue';
import type { PayRequest, PeriodStepped, ReopenRequest } from '../../contract/period-steps.ts';
import { errorText } from '../../studio/refusal-text.ts';
import { useLocale } from '../../studio/use-locale.ts';

export type StepName = 'approve' | 'pay' | 'reopen';

export interface Stepping {
  take: (step: StepName, told: PayRequest | ReopenRequest | Record<string, never>) => Promise<void>;
  taking: Ref<boolean>;
  /** why it was refused, as a sentence for the user */
  refused: Ref<string | null>;
}

/** Takes a step of a month once, and says why when it is refused. */
export function useStep(period: string | number, onDone: (done: PeriodStepped) => void): Stepping {
  const api = useApi();
  const locale = useLocale();
  const taking = ref(false);
  const refused = ref<string | null>(null);

  async function take(step: StepName, told: PayRequest | ReopenRequest | Record<string, never>): Promise<void> {
    if (taking.value) return;
    taking.value = true;
    refused.value = null;
    try {
      const response = await api.post(`/kader-jkn/periods/${period}/${step}`, told);
      onDone(response.data.data);
    } catch (problem) {
      refused.value = errorText(problem, locale.value);
    } finally {
      taking.value = false;
    }
  }

  return { take, taking, refused };
}
