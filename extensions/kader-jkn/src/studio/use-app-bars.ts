import { getActivePinia } from 'pinia';
import { watchEffect } from 'vue';

interface AppBars {
  'sidebar-store'?: { collapsed: boolean; activeAccordionItem: string | undefined };
  'nav-bar-store'?: { collapsed: boolean };
}

/** From this width on the app lays its bars beside a page; below it, over the page. */
const besideThePage = '(min-width: 57.625rem)';

/** Begins a page of ours with its help open where the sidebar stands beside it, and with the whole of a phone where it does not. */
export function useAppBars(help: string): void {
  const pinia = getActivePinia();
  const isWide = matchMedia(besideThePage).matches;
  // The app makes its bars when it is ready for them; once they are there they are the user's.
  const begin = watchEffect(() => {
    const bars: AppBars = pinia?.state.value ?? {};
    const { 'sidebar-store': sidebar, 'nav-bar-store': navigation } = bars;
    if (!sidebar || !navigation) return;
    if (!isWide) [sidebar.collapsed, navigation.collapsed] = [true, true];
    else if (!sidebar.collapsed) sidebar.activeAccordionItem = help;
    queueMicrotask(() => begin.stop());
  });
}
