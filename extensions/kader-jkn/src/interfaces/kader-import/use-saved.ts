import { useApi } from '@directus/extensions-sdk';
import type { ImportBatch } from '../../contract/import-records.ts';
import { useFormSave } from '../../studio/use-form-save.ts';

const told = ['file', 'as_of', 'mode', 'full_list', 'list_scope', 'assign'] as const;
const looks = 12;
const betweenLooks = 400;

/** The id of the file in a form's value: the id itself, or the record that holds it. */
export function fileIdOf(file: unknown): string | null {
  const id = typeof file === 'object' && file !== null && 'id' in file ? file.id : file;
  return typeof id === 'string' && id !== '' ? id : null;
}

/** Makes sure that the record says what the form says of the list, saving it where needed; false: it could not be saved. */
export function useSaved(batch: () => string | number, values: () => Partial<ImportBatch>): () => Promise<boolean> {
  const api = useApi();
  const save = useFormSave();
  const said = (record: Partial<ImportBatch>) =>
    JSON.stringify(told.map((field) => (field === 'file' ? fileIdOf(record.file) : (record[field] ?? null))));

  async function isSaved(): Promise<boolean> {
    const response = await api.get(`/items/import_batch/${batch()}?fields=${told.join(',')}`);
    return said(response.data.data) === said(values());
  }

  return async () => {
    if (await isSaved()) return true;
    save();
    for (let look = 0; look < looks; look++) {
      await new Promise((done) => setTimeout(done, betweenLooks));
      if (await isSaved()) return true;
    }
    return false;
  };
}
