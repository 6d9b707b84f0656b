import { useApi, useStores } from '@directus/extensions-sdk';
import { onScopeDispose, type Ref, ref, watch } from 'vue';
import { errorText } from './refusal-text.ts';
import { useLocale } from './use-locale.ts';

export type MonevStatus = 'loading' | 'ready' | 'forbidden' | 'failed';

export interface Monev<T> {
  /** the newest answer; stays while the next one is on its way */
  answer: Ref<T | null>;
  status: Ref<MonevStatus>;
  /** what went wrong, for the viewer */
  problem: Ref<string>;
  reload: () => void;
}

interface Failure {
  response?: { status?: number };
}

/** Asks the endpoint whenever the path changes, and again as often as the dashboard refreshes itself; only the newest answer counts. */
export function useMonev<T>(path: () => string | null, dashboard: string | null = null): Monev<T> {
  const api = useApi();
  const locale = useLocale();
  const answer: Ref<T | null> = ref(null);
  const status = ref<MonevStatus>('loading');
  const problem = ref('');
  let asking = new AbortController();

  async function ask(): Promise<void> {
    asking.abort();
    const request = new AbortController();
    asking = request;
    const from = path();
    if (from === null) return;
    if (status.value !== 'ready') status.value = 'loading';
    try {
      const response = await api.get(from, { signal: request.signal });
      if (request.signal.aborted) return;
      answer.value = response.data.data;
      status.value = 'ready';
    } catch (failure) {
      if (request.signal.aborted) return;
      answer.value = null;
      problem.value = errorText(failure, locale.value);
      status.value = (failure as Failure).response?.status === 403 ? 'forbidden' : 'failed';
    }
  }

  watch(path, () => void ask(), { immediate: true });
  const stopRefreshing = dashboard === null ? null : refreshWith(dashboard, () => void ask());
  onScopeDispose(() => {
    asking.abort();
    stopRefreshing?.();
  });
  return { answer, status, problem, reload: () => void ask() };
}

/** Calls back as often as the viewer told the dashboard to refresh; never when they did not. */
function refreshWith(dashboard: string, refresh: () => void): () => void {
  const insights: { refreshIntervals?: Record<string, number | null> } = useStores()['useInsightsStore']();
  let timer: ReturnType<typeof setInterval> | undefined;
  const stopWatching = watch(
    () => insights.refreshIntervals?.[dashboard] ?? 0,
    (seconds) => {
      clearInterval(timer);
      timer = seconds > 0 ? setInterval(refresh, seconds * 1000) : undefined;
    },
    { immediate: true },
  );
  return () => {
    stopWatching();
    clearInterval(timer);
  };
}
