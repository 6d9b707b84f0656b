import type { Accountability } from '@directus/types';
import { roleIds } from '../contract/access.ts';

/** Who records money, as far as what they may see and how it is named differ. */
export type RecorderKind = 'system' | 'staff' | 'kader' | 'integration';

export interface Recorder {
  kind: RecorderKind;
  user: string | null;
}

/** What the database knows of the recorder. */
export interface RecorderLinks {
  branch: number | null;
  kader: number | null;
}

/**
 * Who records: `system` is an administrator or a process of ours without a user; null: a role that never records money.
 * A role that an administrator made counts as staff, and sees what staff see.
 */
export function recorderOf(accountability: Accountability | null): Recorder | null {
  if (accountability === null) return { kind: 'system', user: null };
  const { admin, user, roles } = accountability;
  if (admin) return { kind: 'system', user };
  if (!user || roles.includes(roleIds.telekolekting) || roles.includes(roleIds.auditor)) return null;
  if (roles.includes(roleIds.integration)) return { kind: 'integration', user };
  return { kind: roles.includes(roleIds.kader) ? 'kader' : 'staff', user };
}

/** Whether a family belongs to whoever records: any, of the own branch, or held by the kader now or when it paid. */
export function mayRecordFor(
  recorder: Recorder,
  links: RecorderLinks,
  family: { branch: number; kader: number | null },
  holderAtPayment: number | null,
): boolean {
  if (recorder.kind === 'system') return true;
  if (recorder.kind !== 'kader') return links.branch !== null && family.branch === links.branch;
  return links.kader !== null && (family.kader === links.kader || holderAtPayment === links.kader);
}

/** The policy as it holds for a recorder: money that a kader recorded is verified by somebody else before it is paid. */
export function policyFor<Policy extends { verificationRequired: boolean }>(
  { kind }: Pick<Recorder, 'kind'>,
  policy: Policy | null,
): Policy | null {
  return policy && { ...policy, verificationRequired: policy.verificationRequired || kind === 'kader' };
}
