import { useApi } from '@directus/extensions-sdk';
import { type Ref, ref } from 'vue';
import type { CorrectionDone, CorrectionRequest } from '../../contract/desk.ts';
import { errorText } from '../../studio/refusal-text.ts';
import { useLocale } from '../../studio/use-locale.ts';

export interface Correcting {
  correct: (request: CorrectionRequest) => Promise<void>;
  correcting: Ref<boolean>;
  /** why it was refused, as a sentence for the user */
  refused: Ref<string | null>;
}

/** Posts a correction once, and says why when it is refused. */
export function useCorrecting(path: string, onDone: (done: CorrectionDone) => void): Correcting {
  const api = useApi();
  const locale = useLocale();
  const correcting = ref(false);
  const refused = ref<string | null>(null);

  async function correct(request: CorrectionRequest): Promise<void> {
    if (correcting.value) return;
    correcting.value = true;
    refused.value = null;
    try {
      const response = await api.post(path, request);
      onDone(response.data.data);
    } catch (problem) {
      refused.value = errorText(problem, locale.value);
    } finally {
      correcting.value = false;
    }
  }

  return { correct, correcting, refused };
}
