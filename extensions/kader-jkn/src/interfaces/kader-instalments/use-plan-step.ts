import { useApi } from '@directus/extensions-sdk';
import { type Ref, ref } from 'vue';
import type { FamilyPlan, PlanEndRequest, PlanRequest } from '../../contract/rehab.ts';
import { errorText } from '../../studio/refusal-text.ts';
import { useLocale } from '../../studio/use-locale.ts';

export interface PlanStepping {
  take: (path: string, told: PlanRequest | PlanEndRequest) => Promise<FamilyPlan | null>;
  taking: Ref<boolean>;
  /** why it was refused, as a sentence for the user */
  refused: Ref<string | null>;
}

/** Makes or ends a plan once; answers null, and says why, when it is refused. */
export function usePlanStep(): PlanStepping {
  const api = useApi();
  const locale = useLocale();
  const taking = ref(false);
  const refused = ref<string | null>(null);

  async function take(path: string, told: PlanRequest | PlanEndRequest): Promise<FamilyPlan | null> {
    if (taking.value) return null;
    taking.value = true;
    refused.value = null;
    try {
      return (await api.post(path, told)).data.data;
    } catch (problem) {
      refused.value = errorText(problem, locale.value);
      return null;
    } finally {
      taking.value = false;
    }
  }

  return { take, taking, refused };
}
