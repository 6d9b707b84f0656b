import { useApi } from '@directus/extensions-sdk';
import { type Ref, ref } from 'vue';
import type { ImportSource, SourceOptions } from '../../contract/import-records.ts';
import type { Id } from '../../contract/records.ts';
import type { ColumnMapping } from '../../core/list-columns.ts';
import { errorText } from '../../studio/refusal-text.ts';
import { useAnswer } from '../../studio/use-answer.ts';
import { useLocale } from '../../studio/use-locale.ts';

export type KnownSource = Pick<ImportSource, 'id' | 'name' | 'branch' | 'mapping' | 'options'>;

/** A list and what is to be remembered of where it came from. */
export interface SourceToKeep {
  /** null: a new one */
  source: KnownSource | null;
  /** whether it says anything new */
  changed: boolean;
  name: string;
  branch: Id;
  mapping: ColumnMapping;
  options: SourceOptions;
}

export interface Sources {
  /** newest first */
  sources: Ref<KnownSource[] | null>;
  /** Keeps the mapping, and that the list is from this source; false: refused. */
  keep: (batch: string | number, source: SourceToKeep) => Promise<boolean>;
  keeping: Ref<boolean>;
  refused: Ref<string | null>;
}

/** The sources whose columns are known already. */
export function useSources(): Sources {
  const api = useApi();
  const locale = useLocale();
  const { data } = useAnswer<KnownSource[]>(
    () => '/items/import_source?fields=id,name,branch,mapping,options&sort=-id&limit=100',
  );
  const keeping = ref(false);
  const refused = ref<string | null>(null);

  async function keep(batch: string | number, kept: SourceToKeep): Promise<boolean> {
    keeping.value = true;
    refused.value = null;
    try {
      await api.patch(`/items/import_batch/${batch}`, { source: await write(kept) });
      return true;
    } catch (problem) {
      refused.value = errorText(problem, locale.value);
      return false;
    } finally {
      keeping.value = false;
    }
  }

  /** A source of all branches is nobody's to change: what is new of it becomes the branch's own. */
  async function write({ source, changed, name, branch, mapping, options }: SourceToKeep): Promise<Id> {
    if (source !== null && !changed) return source.id;
    const response =
      source === null || source.branch === null
        ? await api.post('/items/import_source', { name: source?.name ?? name, branch, mapping, options })
        : await api.patch(`/items/import_source/${source.id}`, { mapping, options });
    return response.data.data.id;
  }

  return { sources: data, keep, keeping, refused };
}
