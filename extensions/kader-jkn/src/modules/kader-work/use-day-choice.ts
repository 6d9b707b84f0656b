import { type ComputedRef, computed, type Ref, ref, watch } from 'vue';
import type { Id, KaderStatus } from '../../contract/records.ts';
import { useAnswer } from '../../studio/use-answer.ts';

/** A kader as one chooses them. */
export interface KaderOption {
  id: Id;
  code: string;
  name: string;
  status: KaderStatus;
}

export interface DayChoice {
  kader: Ref<Id | null>;
  /** `YYYY-MM-DD` */
  date: Ref<string>;
  options: ComputedRef<KaderOption[]>;
  loading: Ref<boolean>;
  error: Ref<string | null>;
}

const working = 'filter[status][_in]=active,on_leave';

/** Today where the person sits, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Which kader and day a page is about: as its address says, else the only kader there is, today. The address follows. */
export function useDayChoice(): DayChoice {
  const asked = new URLSearchParams(window.location.search);
  const kader = ref<Id | null>(Number(asked.get('kader')) || null);
  const date = ref(/^\d{4}-\d{2}-\d{2}$/.test(asked.get('date') ?? '') ? `${asked.get('date')}` : today());
  const { data, loading, error } = useAnswer<KaderOption[]>(
    () => `/items/kader?fields=id,code,name,status&${working}&sort=name&limit=1000`,
  );
  const options = computed(() => data.value ?? []);

  watch(options, (all) => {
    const [only] = all;
    if (kader.value === null && only !== undefined && all.length === 1) kader.value = only.id;
  });
  watch([kader, date], () => {
    const query = new URLSearchParams({ ...(kader.value && { kader: String(kader.value) }), date: date.value });
    window.history.replaceState(window.history.state, '', `${window.location.pathname}?${query}`);
  });
  return { kader, date, options, loading, error };
}
