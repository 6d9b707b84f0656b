import { useApi } from '@directus/extensions-sdk';
import { onScopeDispose, type Ref, ref, watch } from 'vue';
import type { ImportProgress } from '../../contract/imports.ts';
import { errorText } from '../../studio/refusal-text.ts';
import { useAnswer } from '../../studio/use-answer.ts';
import { useLocale } from '../../studio/use-locale.ts';

export interface Importing {
  progress: Ref<ImportProgress | null>;
  /** why its state is not known, as a sentence for the user */
  error: Ref<string | null>;
  loading: Ref<boolean>;
  reload: () => void;
  start: () => Promise<void>;
  undo: () => Promise<boolean>;
  /** start or undo is on its way */
  asking: Ref<boolean>;
  /** why it was refused, as a sentence for the user */
  refused: Ref<string | null>;
}

const betweenLooks = 700;
/** a server that is busy, or a line that is down for a moment */
const afterFailure = 3000;

/** How a list goes: looked at again and again while it runs. */
export function useImport(batch: () => string | number | null, onEnd: () => void): Importing {
  const api = useApi();
  const locale = useLocale();
  const path = (step: string) => `/kader-jkn/imports/${batch()}/${step}`;
  const { data, error, loading, reload } = useAnswer<ImportProgress>(() =>
    batch() === null ? null : path('progress'),
  );
  /** as it was last known */
  const progress: Ref<ImportProgress | null> = ref(null);
  const asking = ref(false);
  const refused = ref<string | null>(null);
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function ask(step: 'start' | 'undo'): Promise<boolean> {
    if (asking.value) return false;
    asking.value = true;
    refused.value = null;
    try {
      const response = await api.post(path(step));
      data.value = response.data.data;
      return true;
    } catch (problem) {
      refused.value = errorText(problem, locale.value);
      return false;
    } finally {
      asking.value = false;
    }
  }

  function lookAgain(after: number): void {
    clearTimeout(waiting);
    waiting = setTimeout(reload, after);
  }

  watch(data, (now) => {
    const before = progress.value?.status;
    if (now === null) return;
    progress.value = now;
    if (now.status === 'running') lookAgain(betweenLooks);
    else if (before !== undefined && before !== now.status && now.status !== 'undone') onEnd();
  });
  watch(loading, (looking) => {
    const failed = !looking && error.value !== null;
    if (failed && progress.value?.status === 'running') lookAgain(afterFailure);
  });
  onScopeDispose(() => clearTimeout(waiting));

  return {
    progress,
    error,
    loading,
    reload,
    start: async () => void (await ask('start')),
    undo: () => ask('undo'),
    asking,
    refused,
  };
}
