import { getCurrentInstance, nextTick } from 'vue';

interface AppRouter {
  currentRoute: { value: { fullPath: string; params: Record<string, unknown> } };
  replace: (to: string) => Promise<unknown>;
}

/**
 * Reads the open record again after the server changed it. Directus gives interfaces no way to ask for that, but its form
 * reads whatever record the address names: the address visits the new record of the same collection and returns.
 */
export function useRecordRefresh(): () => Promise<void> {
  const router: AppRouter | undefined = getCurrentInstance()?.appContext.config.globalProperties['$router'];
  return async () => {
    const here = router?.currentRoute.value;
    const collectionName = here?.params['collection'];
    if (!router || !here || typeof collectionName !== 'string' || !here.params['primaryKey']) {
      window.location.reload();
      return;
    }
    await router.replace(`/content/${collectionName}/+`);
    await nextTick();
    await router.replace(here.fullPath);
  };
}
