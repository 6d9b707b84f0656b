import { type Component, defineAsyncComponent } from 'vue';
import type { Panels } from './components.ts';
import NotLoaded from './not-loaded.vue';

/** What a panel draws, loaded when a dashboard first shows it. */
export function latePanel(name: keyof Panels): Component {
  return defineAsyncComponent({
    loader: async () => (await import('kader-jkn:monev-panels')).panels[name],
    errorComponent: NotLoaded,
  });
}
