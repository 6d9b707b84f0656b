/** Whose family is it: kader and telekolekting are two independent answers (design 5.11). */
import { accept, type Issue, type Result, refuse } from './result.ts';

/** The windows of `program_policy`: inclusive whole months owed; null: no bound. */
export interface WindowPolicy {
  kader_window_min: number | null;
  kader_window_max: number | null;
  tele_window_min: number | null;
  tele_window_max: number | null;
  priority_min: number | null;
  outside_list_allowed: boolean;
}

export interface EligibleFamily {
  /** of `binaan`; only active families are anybody's */
  status: string;
  owed_months: number;
  source: 'list' | 'outside_list';
  /** desa; null: not known */
  area: number | null;
}

export type IneligibleReason =
  | 'not-active'
  | 'nothing-owed'
  | 'below-window'
  | 'above-window'
  | 'outside-list-not-allowed'
  | 'outside-own-desa';

export interface Eligibility {
  eligible: boolean;
  /** owes enough months to come first; others may still pay */
  priority: boolean;
  reasons: IneligibleReason[];
}

/** Whether a family may be a kader's: active, owing, in the window, and outside the list only in a desa of the kader's own. */
export function kaderEligibility(
  family: EligibleFamily,
  ownDesa: readonly number[],
  policy: WindowPolicy,
): Eligibility {
  const reasons = outsideWindow(family, policy.kader_window_min, policy.kader_window_max);
  if (family.source === 'outside_list') {
    if (!policy.outside_list_allowed) reasons.push('outside-list-not-allowed');
    if (family.area === null || !ownDesa.includes(family.area)) reasons.push('outside-own-desa');
  }
  return answer(family, policy, reasons);
}

/** Whether a family may be reminded by telekolekting: active, owing, in its window. */
export function teleEligibility(family: EligibleFamily, policy: WindowPolicy): Eligibility {
  return answer(family, policy, outsideWindow(family, policy.tele_window_min, policy.tele_window_max));
}

/** Every window of a policy whose lower bound is above its upper, as window-invalid {field}. */
export function checkWindows(policy: WindowPolicy): Issue[] {
  const windows = [
    ['kader_window_min', policy.kader_window_min, policy.kader_window_max],
    ['tele_window_min', policy.tele_window_min, policy.tele_window_max],
  ] as const;
  return windows
    .filter(([, min, max]) => min !== null && max !== null && min > max)
    .map(([field]) => ({ reason: 'window-invalid', params: { field } }));
}

/** A kecamatan by id and name. */
export interface District {
  id: number;
  name: string;
}

/** Refuses as district-mismatch {district} a desa outside the kader's kecamatan, unless the policy allows several. */
export function checkDistrict(
  kaderDistrict: District | null,
  villageDistrict: number | null,
  severalAllowed: boolean,
): Result<null> {
  if (severalAllowed || kaderDistrict === null || kaderDistrict.id === villageDistrict) return accept(null);
  return refuse('district-mismatch', { district: kaderDistrict.name });
}

function outsideWindow(
  { status, owed_months: months }: EligibleFamily,
  min: number | null,
  max: number | null,
): IneligibleReason[] {
  if (status !== 'active') return ['not-active'];
  if (months === 0) return ['nothing-owed'];
  if (min !== null && months < min) return ['below-window'];
  return max !== null && months > max ? ['above-window'] : [];
}

function answer(family: EligibleFamily, policy: WindowPolicy, reasons: IneligibleReason[]): Eligibility {
  const priority = policy.priority_min !== null && family.owed_months >= policy.priority_min;
  return { eligible: reasons.length === 0, priority, reasons };
}
