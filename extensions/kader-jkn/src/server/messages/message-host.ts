let host = 'kader-jkn.invalid';

/** What stands after the @ of every Message-ID: the domain that mail is sent from, else that of the instance. */
export function messageHost(): string {
  return host;
}

/** Reads it from the settings of the instance, once, when the bundle is loaded. */
export function readMessageHost(env: Readonly<Record<string, unknown>>): void {
  const sender = /@([a-z0-9.-]+)>?\s*$/i.exec(String(env['EMAIL_FROM'] ?? ''))?.[1];
  const address = String(env['PUBLIC_URL'] ?? '');
  const found = sender ?? (URL.canParse(address) ? new URL(address).hostname : '');
  if (/^[a-z0-9][a-z0-9.-]*$/i.test(found)) host = found.toLowerCase();
}
