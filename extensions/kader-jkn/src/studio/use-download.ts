import { useApi } from '@directus/extensions-sdk';
import { type Ref, ref } from 'vue';
import { errorText } from './refusal-text.ts';
import { saveFile } from './save-file.ts';
import { useLocale } from './use-locale.ts';

export interface Download {
  download: (path: string) => Promise<void>;
  downloading: Ref<boolean>;
  /** why there is no file, as a sentence for the user */
  refused: Ref<string | null>;
}

/** The name a file is served under; null: it has none. */
export function fileNameIn(disposition: string | null | undefined): string | null {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? null;
}

/** A refusal of a file comes as bytes, like the file: the sentence is in its JSON. */
async function readRefusal(problem: unknown): Promise<unknown> {
  const response = (problem as { response?: { status?: number; data?: unknown } }).response;
  if (!(response?.data instanceof Blob)) return problem;
  const text = await response.data.text();
  try {
    return { response: { ...response, data: JSON.parse(text) } };
  } catch {
    return { response: { status: response.status } };
  }
}

/** Fetches a file with the user's session, once at a time, and hands it over under the name it is served with. */
export function useDownload(): Download {
  const api = useApi();
  const locale = useLocale();
  const downloading = ref(false);
  const refused = ref<string | null>(null);

  async function download(path: string): Promise<void> {
    if (downloading.value) return;
    downloading.value = true;
    refused.value = null;
    try {
      const { data, headers } = await api.get<Blob>(path, { responseType: 'blob' });
      saveFile(fileNameIn(headers['content-disposition']) ?? 'download', data.type, data);
    } catch (problem) {
      refused.value = errorText(await readRefusal(problem), locale.value);
    } finally {
      downloading.value = false;
    }
  }

  return { download, downloading, refused };
}
