import type { Client, TestDirectus } from '../harness/index.ts';

/** Uploads a file as somebody and returns its id. */
export async function uploadFile(
  { url }: Pick<TestDirectus, 'url'>,
  { token }: Client,
  name: string,
  content: string | Buffer,
): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  const response = await fetch(new URL('/files', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const { data } = (await response.json()) as { data: { id: string } };
  return data.id;
}
