import { getCurrentInstance } from 'vue';

interface AppRouter {
  push: (path: string) => Promise<unknown>;
}

/** The way to another page of the app; only while a component is set up. */
export function useAppRouter(): AppRouter {
  return getCurrentInstance()?.appContext.config.globalProperties['$router'];
}
