import { useApi } from '@directus/extensions-sdk';
import { onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue';
import type { TemplateDraft, TemplateFinding, TemplatePreview } from '../../contract/message-templates.ts';
import type { Id } from '../../contract/records.ts';
import { errorText } from '../../studio/refusal-text.ts';
import { useLocale } from '../../studio/use-locale.ts';

export interface Preview {
  /** the last one that could be made */
  shown: Ref<TemplatePreview | null>;
  /** the address of the letter that belongs to it */
  pdf: Ref<string | null>;
  problems: Ref<readonly TemplateFinding[]>;
  loading: Ref<boolean>;
  /** why there is none, as a sentence for the user */
  error: Ref<string | null>;
  reload: () => void;
}

/** Whoever types is not interrupted at each letter. */
const settle = 400;

/** How a template looks, kept in step with what is typed; null: nothing to look at. */
export function usePreview(draft: () => TemplateDraft | null, item: () => Id | null): Preview {
  const api = useApi();
  const locale = useLocale();
  const shown: Ref<TemplatePreview | null> = shallowRef(null);
  const pdf = ref<string | null>(null);
  const problems: Ref<readonly TemplateFinding[]> = shallowRef([]);
  const loading = ref(false);
  const error = ref<string | null>(null);
  let running: AbortController | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function ask(template: TemplateDraft): Promise<void> {
    const request = new AbortController();
    running = request;
    const asked = { template, item: item() };
    try {
      const { data } = await api.post('/kader-jkn/templates/preview', asked, { signal: request.signal });
      const preview = data.data as TemplatePreview;
      problems.value = preview.problems;
      error.value = null;
      if (preview.problems.length > 0) return;
      if (template.channel === 'letter') {
        const letter = await api.post<Blob>('/kader-jkn/templates/preview?as=pdf', asked, {
          signal: request.signal,
          responseType: 'blob',
        });
        showPdf(letter.data);
      } else showPdf(null);
      shown.value = preview;
    } catch (problem) {
      if (request.signal.aborted) return;
      error.value = errorText(problem, locale.value);
    } finally {
      if (running === request) loading.value = false;
    }
  }

  function showPdf(letter: Blob | null): void {
    if (pdf.value !== null) URL.revokeObjectURL(pdf.value);
    pdf.value = letter && URL.createObjectURL(new Blob([letter], { type: 'application/pdf' }));
  }

  function restart(after: number): void {
    stop();
    const template = draft();
    loading.value = template !== null;
    if (template !== null) waiting = setTimeout(() => void ask(template), after);
    else [shown.value, problems.value, error.value] = [null, [], null];
  }

  function stop(): void {
    clearTimeout(waiting);
    running?.abort();
  }

  watch(
    () => JSON.stringify([draft(), item()]),
    () => restart(settle),
  );
  restart(0);
  onScopeDispose(() => {
    stop();
    showPdf(null);
  });
  return { shown, pdf, problems, loading, error, reload: () => restart(0) };
}
