import { type ComputedRef, computed, type Ref, ref, watch } from 'vue';
import type { Attending } from '../../contract/life.ts';
import type { DateText, Id, KaderStatus } from '../../contract/records.ts';
import { useAnswer } from '../../studio/use-answer.ts';

export interface KaderRow {
  id: Id;
  name: string;
  code: string;
  status: KaderStatus;
}

interface StandingRow {
  kader: Id;
  present: boolean;
  certificate_on: DateText | null;
}

/** What is entered of one kader; null: not on the list. */
export interface Entry {
  present: boolean | null;
  certificate_on: DateText | null;
}

export interface AttendanceList {
  /** candidates first, then by name; those who ended stay where they are on the list */
  kader: ComputedRef<KaderRow[] | null>;
  entries: Ref<Map<Id, Entry>>;
  /** only what differs from what is stored */
  changes: ComputedRef<Attending[]>;
  error: ComputedRef<string | null>;
  reload: () => void;
}

const none: Entry = { present: null, certificate_on: null };

/** The kader of a branch with what is stored of their attendance, and what was changed since. */
export function useAttendance(training: () => Id | null, branch: () => Id | null): AttendanceList {
  const people = useAnswer<KaderRow[]>(() =>
    branch() === null
      ? null
      : `/items/kader?filter[branch][_eq]=${branch()}&fields=id,name,code,status&sort=name&limit=-1`,
  );
  const standing = useAnswer<StandingRow[]>(() =>
    training() === null
      ? null
      : `/items/training_attendance?filter[training][_eq]=${training()}&fields=kader,present,certificate_on&limit=-1`,
  );
  const entries: Ref<Map<Id, Entry>> = ref(new Map());
  const stored = computed(
    () => new Map((standing.data.value ?? []).map(({ kader, ...entry }): [Id, Entry] => [kader, entry])),
  );
  watch(stored, (rows) => {
    entries.value = new Map([...rows].map(([kader, entry]) => [kader, { ...entry }]));
  });

  const kader = computed(() => {
    if (people.data.value === null || standing.data.value === null) return null;
    const listed = people.data.value.filter(({ id, status }) => status !== 'ended' || stored.value.has(id));
    return listed.toSorted((one, other) => Number(other.status === 'candidate') - Number(one.status === 'candidate'));
  });
  const changes = computed(() =>
    [...entries.value]
      .filter(([id, { present, certificate_on }]) => {
        const before = stored.value.get(id) ?? none;
        return before.present !== present || before.certificate_on !== certificate_on;
      })
      .map(([id, entry]) => ({ kader: id, ...entry })),
  );
  return {
    kader,
    entries,
    changes,
    error: computed(() => people.error.value ?? standing.error.value),
    reload: () => {
      people.reload();
      standing.reload();
    },
  };
}
