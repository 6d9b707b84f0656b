import { useApi } from '@directus/extensions-sdk';
import { type Ref, ref } from 'vue';
import { errorText } from './refusal-text.ts';
import { useLocale } from './use-locale.ts';

export interface Sending {
  /** sends once; true when it was accepted */
  send: (method: 'post' | 'patch', path: string, body: object) => Promise<boolean>;
  sending: Ref<boolean>;
  /** why it was refused, as a sentence for the user */
  refused: Ref<string | null>;
}

/** Sends what a person decided, once however often it is pressed, and says why when it is refused. */
export function useSending(): Sending {
  const api = useApi();
  const locale = useLocale();
  const sending = ref(false);
  const refused = ref<string | null>(null);

  async function send(method: 'post' | 'patch', path: string, body: object): Promise<boolean> {
    if (sending.value) return false;
    sending.value = true;
    refused.value = null;
    try {
      await api[method](path, body);
      return true;
    } catch (problem) {
      refused.value = errorText(problem, locale.value);
      return false;
    } finally {
      sending.value = false;
    }
  }

  return { send, sending, refused };
}
