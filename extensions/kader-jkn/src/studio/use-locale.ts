import { useStores } from '@directus/extensions-sdk';
import { type ComputedRef, computed } from 'vue';
import { type StudioLocale, studioLocale } from './format.ts';
import { fillText, type Text, type TextFill } from './text.ts';

/** The locale of the signed-in user, following a change of it. */
export function useLocale(): ComputedRef<StudioLocale> {
  const { useUserStore } = useStores();
  const user: { language?: string | null } = useUserStore();
  return computed(() => studioLocale(user.language));
}

/** `say('key', { count: 2 })` in the user's language. */
export function useTexts<Key extends string>(
  texts: Readonly<Record<Key, Text>>,
): (key: Key, fill?: TextFill) => string {
  const locale = useLocale();
  return (key, fill) => fillText(texts[key], locale.value, fill);
}
