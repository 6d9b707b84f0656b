import { useApi } from '@directus/extensions-sdk';
import { type Ref, ref } from 'vue';
import { errorText } from './refusal-text.ts';
import { useLocale } from './use-locale.ts';

export interface Posting {
  /** posts once; the answer, or null where it was refused */
  post: <Answer>(path: string, told: object) => Promise<Answer | null>;
  posting: Ref<boolean>;
  /** why it was refused, as a sentence for the user */
  refused: Ref<string | null>;
}

/** Posts what a person decided, once however often it is pressed, and says why when it is refused. */
export function usePosting(): Posting {
  const api = useApi();
  const locale = useLocale();
  const posting = ref(false);
  const refused = ref<string | null>(null);

  async function post<Answer>(path: string, told: object): Promise<Answer | null> {
    if (posting.value) return null;
    posting.value = true;
    refused.value = null;
    try {
      const response = await api.post(path, told);
      return response.data.data;
    } catch (problem) {
      refused.value = errorText(problem, locale.value);
      return null;
    } finally {
      posting.value = false;
    }
  }

  return { post, posting, refused };
}
