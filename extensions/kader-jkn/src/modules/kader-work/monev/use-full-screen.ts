import { onScopeDispose, type Ref, ref } from 'vue';

/**
 * Fills the screen with a part of the page. The whole page goes to full screen, not the part alone: menus and dialogues of
 * the app lie outside of it, and would not be seen. Where the browser has no full screen, the part fills its window.
 */
export function useFullScreen(): { full: Ref<boolean>; toggle: () => Promise<void> } {
  const full = ref(false);

  function follow(): void {
    if (document.fullscreenElement === null) full.value = false;
  }

  async function leave(): Promise<void> {
    full.value = false;
    if (document.fullscreenElement !== null) await document.exitFullscreen();
  }

  async function toggle(): Promise<void> {
    if (full.value) return await leave();
    full.value = true;
    await document.documentElement.requestFullscreen?.().catch(() => undefined);
  }

  document.addEventListener('fullscreenchange', follow);
  onScopeDispose(() => {
    document.removeEventListener('fullscreenchange', follow);
    void leave();
  });
  return { full, toggle };
}
