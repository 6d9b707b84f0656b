let link: string | null = null;

/** Where the application is found, for links in messages; null: the instance does not say (PUBLIC_URL). */
export function instanceLink(): string | null {
  return link;
}

/** Reads it from the settings of the instance, once, when the bundle is loaded. */
export function readInstanceLink(env: Readonly<Record<string, unknown>>): void {
  const address = String(env['PUBLIC_URL'] ?? '');
  link = URL.canParse(address) && /^https?:/i.test(address) ? address : null;
}
