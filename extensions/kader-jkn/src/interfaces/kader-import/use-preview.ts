import { useApi } from '@directus/extensions-sdk';
import { onScopeDispose, type Ref, ref, watch } from 'vue';
import type { ImportPreview, PreviewAsked } from '../../contract/import-preview.ts';
import { errorText } from '../../studio/refusal-text.ts';
import { useLocale } from '../../studio/use-locale.ts';

export interface Preview {
  preview: Ref<ImportPreview | null>;
  loading: Ref<boolean>;
  /** why the list cannot be read, as a sentence for the user */
  refused: Ref<string | null>;
  reload: () => void;
}

const settleMilliseconds = 250;

/** Keeps the preview in step with what is asked; the former stays on screen meanwhile. Null asks nothing. */
export function usePreview(asked: () => PreviewAsked | null): Preview {
  const api = useApi();
  const locale = useLocale();
  const preview: Ref<ImportPreview | null> = ref(null);
  const loading = ref(false);
  const refused = ref<string | null>(null);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | null = null;

  async function ask(question: PreviewAsked): Promise<void> {
    const request = new AbortController();
    running = request;
    try {
      const response = await api.post('/kader-jkn/imports/preview', question, { signal: request.signal });
      preview.value = response.data.data;
      refused.value = null;
    } catch (problem) {
      if (request.signal.aborted) return;
      refused.value = errorText(problem, locale.value);
    } finally {
      if (running === request) loading.value = false;
    }
  }

  function restart(question: PreviewAsked | null, after: number): void {
    stop();
    loading.value = question !== null;
    if (question !== null) waiting = setTimeout(() => void ask(question), after);
  }

  function stop(): void {
    clearTimeout(waiting);
    running?.abort();
  }

  watch(
    () => JSON.stringify(asked()),
    () => restart(asked(), settleMilliseconds),
  );
  restart(asked(), 0);
  onScopeDispose(stop);
  return { preview, loading, refused, reload: () => restart(asked(), 0) };
}
