/** An answer of the API: its status and its body, parsed. */
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the body
  body: any;
}

/** Somebody who calls the API with a token of theirs (none: the public). */
export interface Client {
  /** id of the user; null for the public */
  id: string | null;
  token: string | null;
  get: (path: string) => Promise<Answer>;
  post: (path: string, body?: unknown) => Promise<Answer>;
  patch: (path: string, body?: unknown) => Promise<Answer>;
  delete: (path: string, body?: unknown) => Promise<Answer>;
  graphql: (query: string, variables?: Record<string, unknown>) => Promise<Answer>;
}

/** A client of the Directus at `url`. `language` is what a browser would send in Accept-Language. */
export function createClient(url: string, id: string | null, token: string | null, language?: string): Client {
  async function call(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers: Record<string, string> = {};
    if (token) headers['authorization'] = `Bearer ${token}`;
    if (language) headers['accept-language'] = language;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(new URL(path, url), {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson && text ? JSON.parse(text) : text };
  }

  return {
    id,
    token,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    patch: (path, body) => call('PATCH', path, body),
    delete: (path, body) => call('DELETE', path, body),
    graphql: (query, variables) => call('POST', '/graphql', { query, variables }),
  };
}
