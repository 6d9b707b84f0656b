import { type ComputedRef, computed, type Ref, ref } from 'vue';
import type { FamilyCheck, LivesHere, WantsToPay } from '../../../contract/contact-records.ts';
import type { MappingProgress } from '../../../contract/contacts.ts';
import type { Binaan } from '../../../contract/records.ts';
import { type Answer, useAnswer } from '../../../studio/use-answer.ts';
import { useSending } from '../../../studio/use-sending.ts';

/** A family to go through, as its kader reads it. */
export type FamilyToCheck = Pick<Binaan, 'id' | 'head_name' | 'members' | 'phone' | 'address'> & {
  area: { name: string } | null;
};

/** What the kader says of a family. */
export interface Finding {
  lives_here: LivesHere;
  wants_to_pay: WantsToPay | null;
  members: number | null;
  phone: string;
  address: string;
  note: string;
}

export interface Checking {
  progress: Answer<MappingProgress>;
  families: Answer<FamilyToCheck[]>;
  /** the next family that was not skipped */
  present: ComputedRef<FamilyToCheck | null>;
  skip: () => void;
  /** true when it was saved; then the next family comes */
  save: (finding: Finding) => Promise<boolean>;
  sending: Ref<boolean>;
  refused: Ref<string | null>;
}

const fields = 'id,head_name,members,phone,address,area.name';
const unchecked = 'filter[checked_on][_null]=true&filter[status][_eq]=active';

/** Takes a kader through the families that were not checked yet, desa by desa. */
export function useChecking(): Checking {
  const skipped = ref<number[]>([]);
  const progress = useAnswer<MappingProgress>(() => '/kader-jkn/mapping');
  const families = useAnswer<FamilyToCheck[]>(
    () => `/items/binaan?${unchecked}&fields=${fields}&sort=area.name,address,id&limit=500`,
  );
  const { send, sending, refused } = useSending();
  const present = computed(() => {
    const all = families.data.value ?? [];
    return all.find(({ id }) => !skipped.value.includes(id)) ?? all[0] ?? null;
  });

  function skip(): void {
    if (present.value) skipped.value = [...skipped.value.filter((id) => id !== present.value?.id), present.value.id];
  }

  async function save(finding: Finding): Promise<boolean> {
    const family = present.value;
    if (family === null || !(await send('post', '/items/family_check', toldOf(family, finding)))) return false;
    families.data.value = (families.data.value ?? []).filter(({ id }) => id !== family.id);
    progress.reload();
    return true;
  }

  return { progress, families, present, skip, save, sending, refused };
}

/** The record of a finding: only what differs from the family is said. */
function toldOf(family: FamilyToCheck, finding: Finding): Partial<FamilyCheck> {
  const differing = <T>(found: T | null | '', stands: T | null) => (found === '' || found === stands ? null : found);
  return {
    binaan: family.id,
    how: 'visit',
    lives_here: finding.lives_here,
    wants_to_pay: finding.wants_to_pay,
    members: differing(finding.members, family.members),
    phone: differing(finding.phone.trim(), family.phone),
    address: differing(finding.address.trim(), family.address),
    note: finding.note.trim() || null,
  };
}
