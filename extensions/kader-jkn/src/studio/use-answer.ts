import { useApi } from '@directus/extensions-sdk';
import { onScopeDispose, type Ref, ref, watch } from 'vue';
import { errorText } from './refusal-text.ts';
import { useLocale } from './use-locale.ts';

export interface Answer<T> {
  data: Ref<T | null>;
  /** a sentence for the user */
  error: Ref<string | null>;
  loading: Ref<boolean>;
  reload: () => void;
}

/**
 * Keeps the answer of a GET in step with its path: waits `delay` milliseconds for the path to settle, lets only the newest
 * request speak, and keeps the former answer on screen meanwhile. A null path asks nothing.
 */
export function useAnswer<T>(path: () => string | null, delay = 0): Answer<T> {
  const api = useApi();
  const locale = useLocale();
  const data: Ref<T | null> = ref(null);
  const error = ref<string | null>(null);
  const loading = ref(false);
  let running: AbortController | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function ask(from: string): Promise<void> {
    const request = new AbortController();
    running = request;
    try {
      const response = await api.get(from, { signal: request.signal });
      data.value = response.data.data;
      error.value = null;
    } catch (problem) {
      if (request.signal.aborted) return;
      data.value = null;
      error.value = errorText(problem, locale.value);
    } finally {
      if (running === request) loading.value = false;
    }
  }

  function restart(from: string | null, after: number): void {
    stop();
    loading.value = from !== null;
    if (from !== null) waiting = setTimeout(() => void ask(from), after);
    else [data.value, error.value] = [null, null];
  }

  function stop(): void {
    clearTimeout(waiting);
    running?.abort();
  }

  watch(path, (from) => restart(from, delay));
  restart(path(), 0);
  onScopeDispose(stop);
  return { data, error, loading, reload: () => restart(path(), 0) };
}
