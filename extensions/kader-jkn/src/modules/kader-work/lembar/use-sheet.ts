import { useApi } from '@directus/extensions-sdk';
import { type ComputedRef, computed, type Ref, ref } from 'vue';
import type { DayList } from '../../../contract/day-list.ts';
import type { Id } from '../../../contract/records.ts';
import type { Sheet, SheetChecked, SheetRecorded, SheetRowRefusal } from '../../../contract/sheet.ts';
import { errorText } from '../../../studio/refusal-text.ts';
import { useLocale } from '../../../studio/use-locale.ts';
import { forgetDraft, keepDraft, readDraft } from './draft.ts';
import {
  isTold,
  type LineFamily,
  type LineTotals,
  newLine,
  nothingTyped,
  rowOf,
  type SheetLine,
  totalsOf,
  unreadableIn,
} from './sheet-line.ts';

export interface SheetOnScreen {
  lines: Ref<SheetLine[]>;
  totals: ComputedRef<LineTotals>;
  /** lines typed before and not saved came back */
  restored: Ref<boolean>;
  begin: (list: DayList) => void;
  add: (family: LineFamily) => number;
  clear: (line: SheetLine) => void;
  check: (line: SheetLine) => Promise<void>;
  save: () => Promise<void>;
  saving: Ref<boolean>;
  saved: Ref<SheetRecorded | null>;
  /** why it was not saved, as a sentence for the user */
  refused: Ref<string | null>;
}

interface ApiRefusal {
  response?: { data?: { errors?: { extensions?: { code?: string; rows?: SheetRowRefusal[] } }[] } };
}

/** A kader's sheet while it is keyed in: its lines, what the server says of each, and the one sending that records them all. */
export function useSheet(of: () => { kader: Id; date: string }): SheetOnScreen {
  const api = useApi();
  const locale = useLocale();
  const lines = ref<SheetLine[]>([]);
  const totals = computed(() => totalsOf(lines.value));
  const restored = ref(false);
  const saving = ref(false);
  const saved = ref<SheetRecorded | null>(null);
  const refused = ref<string | null>(null);

  function begin({ families }: DayList): void {
    const listed = families.map(({ id, head_name, area, owed_months, owed_amount, channel }) =>
      newLine({ id, head_name, area, owed_months, owed_amount }, channel ?? 'visit', crypto.randomUUID()),
    );
    const draft = readDraft(of());
    const drafted = new Map(draft.map((one) => [one.family.id, one]));
    const merged = listed.map((line) => {
      const former = drafted.get(line.family.id);
      drafted.delete(line.family.id);
      return former ? { ...line, client_id: former.client_id, typed: former.typed } : line;
    });
    lines.value = [...merged, ...drafted.values()];
    restored.value = draft.length > 0;
    saved.value = null;
    refused.value = null;
    for (const line of lines.value) if (isTold(line)) void check(line);
  }

  /** The place of the family's line, which is made where it has none. */
  function add(family: LineFamily): number {
    const at = lines.value.findIndex((line) => line.family.id === family.id && !isTold(line));
    if (at >= 0) return at;
    lines.value.push(newLine(family, 'visit', crypto.randomUUID()));
    return lines.value.length - 1;
  }

  function clear(line: SheetLine): void {
    Object.assign(line, { typed: nothingTyped(line.proposed), outcome: null, refused: null });
    keepDraft(of(), lines.value);
  }

  function sheetOf(some: readonly SheetLine[]): Sheet {
    const { kader, date } = of();
    return { kader, date, rows: some.map((line) => rowOf(line, date)) };
  }

  /** Asks what the line would become; of several askings the newest speaks. */
  async function check(line: SheetLine): Promise<void> {
    keepDraft(of(), lines.value);
    if (!isTold(line) || unreadableIn(line, of().date) !== null) {
      Object.assign(line, { outcome: null, refused: null, checking: false });
      return;
    }
    const asked = JSON.stringify(line.typed);
    line.checking = true;
    try {
      const { data } = await api.post<{ data: SheetChecked }>('/kader-jkn/sheets/check', sheetOf([line]));
      if (JSON.stringify(line.typed) !== asked) return;
      line.outcome = data.data.rows[0] ?? null;
      line.refused = data.data.refused[0] ?? null;
      refused.value = null;
    } catch (problem) {
      refused.value = errorText(problem, locale.value);
    } finally {
      if (JSON.stringify(line.typed) === asked) line.checking = false;
    }
  }

  async function save(): Promise<void> {
    const told = lines.value.filter(isTold);
    if (saving.value || told.length === 0 || told.some((line) => unreadableIn(line, of().date) !== null)) return;
    saving.value = true;
    refused.value = null;
    try {
      const { data } = await api.post<{ data: SheetRecorded }>('/kader-jkn/sheets', sheetOf(told));
      forgetDraft(of());
      saved.value = data.data;
    } catch (problem) {
      refused.value = errorText(problem, locale.value);
      const bad = (problem as ApiRefusal).response?.data?.errors?.[0]?.extensions?.rows ?? [];
      const byLine = new Map(bad.map((one) => [one.client_id, one]));
      for (const line of told) line.refused = byLine.get(line.client_id) ?? null;
    } finally {
      saving.value = false;
    }
  }

  return { lines, totals, restored, begin, add, clear, check, save, saving, saved, refused };
}
