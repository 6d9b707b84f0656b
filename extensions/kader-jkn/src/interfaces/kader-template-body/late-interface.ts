import { defineAsyncComponent } from 'vue';
import NotLoaded from './not-loaded.vue';

/** The editor, which only whoever words a template needs: it lies with the pages of the module (dist/work-pages.js). */
export const lateInterface = defineAsyncComponent({
  loader: async () => (await import('kader-jkn:work-pages')).TemplateBody,
  errorComponent: NotLoaded,
});
