import { type Ref, ref, shallowRef } from 'vue';
import type { WorkPage } from './pages.ts';

/** The pages, loaded when the module is first opened: whoever never does so does not wait for them. */
export function usePages(): {
  pages: Ref<readonly WorkPage[] | null>;
  failed: Ref<boolean>;
  load: () => Promise<void>;
} {
  const pages = shallowRef<readonly WorkPage[] | null>(null);
  const failed = ref(false);
  async function load(): Promise<void> {
    failed.value = false;
    try {
      pages.value = (await import('kader-jkn:work-pages')).pages;
    } catch {
      failed.value = true;
    }
  }
  void load();
  return { pages, failed, load };
}
