import { useStores } from '@directus/extensions-sdk';
import { type ComputedRef, computed, type Ref, ref, watch } from 'vue';
import type { Id, UserId } from '../../../contract/records.ts';
import { useAnswer } from '../../../studio/use-answer.ts';

export const tabs = ['kirim', 'saya', 'persetujuan', 'perhatian'] as const;
export type Tab = (typeof tabs)[number];

/** Who works at this page, on what branch, and which part of it is open. The address follows. */
export interface Desk {
  user: UserId | null;
  isAdmin: boolean;
  /** sends and sees to what did not get through: heads, staff, administrators */
  isOffice: boolean;
  /** approves */
  leads: boolean;
  /** chosen by administrators; null: the own one, to which the rules of access keep everybody else */
  branch: Ref<Id | null>;
  /** a filter of a list to that branch, by the field that names it; nothing where the rules keep to it */
  ofBranch: (field?: string) => string;
  /** nothing is asked before the branch is known */
  isReady: ComputedRef<boolean>;
  /** to choose from: administrators alone */
  branches: ComputedRef<{ text: string; value: Id }[]>;
  tab: Ref<Tab>;
  tabs: readonly Tab[];
}

export function useDesk(): Desk {
  const stores = useStores();
  const { currentUser, isAdmin } = stores['useUserStore']();
  const permissions = stores['usePermissionsStore']();
  const asked = new URLSearchParams(window.location.search);
  const isOffice: boolean = permissions.hasPermission('message_batch', 'read');

  const shown = isOffice ? tabs : (['saya'] as const);
  const tab = ref<Tab>(shown.find((one) => one === asked.get('tab')) ?? shown[0]);
  const branch = ref<Id | null>((isAdmin && Number(asked.get('branch'))) || null);
  const all = useAnswer<{ id: Id; name: string }[]>(() =>
    isAdmin ? '/items/branch?fields=id,name&filter[status][_eq]=active&sort=name&limit=-1' : null,
  );
  watch(all.data, (listed) => {
    const [first] = listed ?? [];
    if (branch.value === null && first) branch.value = first.id;
  });
  watch([branch, tab], () => {
    const query = new URLSearchParams({
      ...(isAdmin && branch.value !== null && { branch: String(branch.value) }),
      tab: tab.value,
    });
    window.history.replaceState(window.history.state, '', `${window.location.pathname}?${query}`);
  });
  return {
    user: currentUser?.id ?? null,
    isAdmin: isAdmin === true,
    isOffice,
    leads: isAdmin || permissions.hasPermission('message_template', 'create'),
    branch,
    ofBranch: (field = '[branch]') => (branch.value === null ? '' : `filter${field}[_eq]=${branch.value}&`),
    isReady: computed(() => !isAdmin || branch.value !== null),
    branches: computed(() => (all.data.value ?? []).map(({ id, name }) => ({ text: name, value: id }))),
    tab,
    tabs: shown,
  };
}
