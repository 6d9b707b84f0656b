import { useApi } from '@directus/extensions-sdk';
import { onScopeDispose, type Ref, ref, watch } from 'vue';
import { errorText } from '../../../studio/refusal-text.ts';
import { useLocale } from '../../../studio/use-locale.ts';

export interface ProposalAsked {
  previewPath: string;
  applyPath: string;
  asked: object;
}

export interface Proposing<Shown> {
  shown: Ref<Shown | null>;
  /** a sentence for the user */
  refused: Ref<string | null>;
  loading: Ref<boolean>;
  applying: Ref<boolean>;
  apply: () => Promise<void>;
}

/**
 * Keeps a preview in step with what is asked (null: nothing yet), and applies exactly what is shown. Where things have changed
 * meanwhile, says so and shows the new preview.
 */
export function useProposal<Shown extends { fingerprint: string }, Done>(
  question: () => ProposalAsked | null,
  onDone: (done: Done) => void,
): Proposing<Shown> {
  const api = useApi();
  const locale = useLocale();
  const shown: Ref<Shown | null> = ref(null);
  const refused = ref<string | null>(null);
  const loading = ref(false);
  const applying = ref(false);
  let running: AbortController | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function preview({ previewPath, asked }: ProposalAsked): Promise<void> {
    const request = new AbortController();
    running = request;
    try {
      const response = await api.post(previewPath, asked, { signal: request.signal });
      shown.value = response.data.data;
    } catch (problem) {
      if (request.signal.aborted) return;
      shown.value = null;
      refused.value = errorText(problem, locale.value);
    } finally {
      if (running === request) loading.value = false;
    }
  }

  function restart(after: number): void {
    stop();
    const asked = question();
    loading.value = asked !== null;
    if (asked === null) shown.value = null;
    else waiting = setTimeout(() => void preview(asked), after);
  }

  function stop(): void {
    clearTimeout(waiting);
    running?.abort();
  }

  async function apply(): Promise<void> {
    const asked = question();
    if (asked === null || shown.value === null || loading.value || applying.value) return;
    applying.value = true;
    refused.value = null;
    try {
      const told = { ...asked.asked, from_date: fromDateOf(shown.value), fingerprint: shown.value.fingerprint };
      const response = await api.post(asked.applyPath, told);
      onDone(response.data.data);
    } catch (problem) {
      refused.value = errorText(problem, locale.value);
      restart(0);
    } finally {
      applying.value = false;
    }
  }

  watch(
    () => JSON.stringify(question()),
    () => {
      refused.value = null;
      restart(300);
    },
  );
  restart(0);
  onScopeDispose(stop);
  return { shown, refused, loading, applying, apply };
}

function fromDateOf(shown: object): string | null {
  return (shown as { from_date?: string }).from_date ?? null;
}
