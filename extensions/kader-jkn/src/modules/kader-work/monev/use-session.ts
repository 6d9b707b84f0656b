import { useStores } from '@directus/extensions-sdk';
import { type ComputedRef, computed, type Ref, ref, watch } from 'vue';
import type { Id } from '../../../contract/records.ts';
import type { MonevSession } from '../../../contract/session-records.ts';
import { type Answer, useAnswer } from '../../../studio/use-answer.ts';

export type SessionListed = Pick<MonevSession, 'id' | 'month' | 'status' | 'held_on'>;

export const tabs = ['ruangan', 'kehadiran', 'pembinaan', 'catatan'] as const;
export type Tab = (typeof tabs)[number];

export interface SessionChoice {
  isAdmin: ComputedRef<boolean>;
  branch: Ref<Id | null>;
  branches: ComputedRef<{ text: string; value: Id }[]>;
  sessions: Answer<SessionListed[]>;
  session: Ref<Id | null>;
  tab: Ref<Tab>;
}

/** Which session of which branch, and which part of it, as the address says; else the newest session. The address follows. */
export function useSession(): SessionChoice {
  const user = useStores()['useUserStore']();
  const asked = new URLSearchParams(window.location.search);
  const isAdmin = computed<boolean>(() => user.isAdmin === true);
  const own: Id | null = user.currentUser?.branch?.id ?? user.currentUser?.branch ?? null;
  const branch = ref<Id | null>(Number(asked.get('branch')) || own);
  const session = ref<Id | null>(Number(asked.get('session')) || null);
  const tab = ref<Tab>(tabs.find((one) => one === asked.get('tab')) ?? 'ruangan');

  const all = useAnswer<{ id: Id; name: string }[]>(() =>
    isAdmin.value ? '/items/branch?fields=id,name&sort=name&limit=-1' : null,
  );
  const sessions = useAnswer<SessionListed[]>(() => {
    if (branch.value === null) return null;
    return `/items/monev_session?filter[branch][_eq]=${branch.value}&fields=id,month,status,held_on&sort=-month&limit=-1`;
  });

  watch(branch, () => {
    session.value = null;
  });
  watch(sessions.data, (listed) => {
    if (listed === null || listed.some(({ id }) => id === session.value)) return;
    session.value = listed[0]?.id ?? null;
  });
  watch([branch, session, tab], () => {
    const query = new URLSearchParams({
      ...(isAdmin.value && branch.value !== null && { branch: String(branch.value) }),
      ...(session.value !== null && { session: String(session.value) }),
      tab: tab.value,
    });
    window.history.replaceState(window.history.state, '', `${window.location.pathname}?${query}`);
  });
  return {
    isAdmin,
    branch,
    branches: computed(() => (all.data.value ?? []).map(({ id, name }) => ({ text: name, value: id }))),
    sessions,
    session,
    tab,
  };
}
