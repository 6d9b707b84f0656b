import { useStores } from '@directus/extensions-sdk';
import { type ComputedRef, computed } from 'vue';
import type { DisputeRow, StatementRow } from './disputed.ts';

export interface Side {
  /** the caller is the kader of the statement */
  isOwn: ComputedRef<boolean>;
  /** the caller answers questions: a head or an administrator */
  answers: ComputedRef<boolean>;
  /** the caller asked it, or is its kader: somebody else answers */
  askedByCaller: (dispute: DisputeRow) => boolean;
}

interface User {
  id: string;
  kader?: number | { id: number } | null;
}

/** On which side of a question the caller stands; the server checks it again. */
export function useSide(statement: () => StatementRow | null): Side {
  const stores = useStores();
  const users: { currentUser: User | null; isAdmin: boolean } = stores['useUserStore']();
  const permissions: {
    getPermission: (collectionName: string, action: string) => { fields?: string[] | null } | null;
  } = stores['usePermissionsStore']();

  const kader = computed(() => {
    const own = users.currentUser?.kader;
    return typeof own === 'object' && own !== null ? own.id : (own ?? null);
  });
  const isOwn = computed(() => kader.value !== null && kader.value === statement()?.kader);
  const answers = computed(() => {
    const fields = permissions.getPermission('dispute', 'update')?.fields ?? [];
    return users.isAdmin || fields.includes('*') || fields.includes('answer');
  });
  const askedByCaller = (dispute: DisputeRow) => isOwn.value || dispute.user_created === users.currentUser?.id;
  return { isOwn, answers, askedByCaller };
}
