import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleContext, messageAbouts, messageFields } from './message-contexts.ts';

const documentation = readFileSync(new URL('../../../../docs/messages.md', import.meta.url), 'utf8')
  .split('### What a template can write')[1]
  ?.split('###')[0];

/** What the documentation names in the row of what a template is about. */
function documented(about: string): string[] {
  const row = documentation
    ?.split('\n')
    .find((line) => line.startsWith(`| ${about === 'all' ? about : `\`${about}\``} |`));
  return [...(row?.split('|').slice(3).join('|') ?? '').matchAll(/`([\w.]+)`/g)].map(([, name]) => name ?? '');
}

describe.each(messageAbouts)('a template about %s', (about) => {
  const fields = messageFields(about);

  it('has fields of one name each, with a label in both languages and an example', () => {
    const names = fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const poor = fields.filter(({ label, kind, example, fields: own }) =>
      kind === 'list'
        ? !own?.length || label.some((word) => !word)
        : label.some((word) => !word) || example === undefined,
    );
    expect(poor).toEqual([]);
    expect(names.filter((name) => !/^[a-z_]+(\.[a-z_]+)?$/.test(name))).toEqual([]);
  });

  it('is documented, field by field', () => {
    const shared = ['promise', 'payment'].includes(about) ? documented('family') : [];
    const told = [...documented('all'), ...shared, ...documented(about)];
    const own = fields.flatMap(({ name, fields: rows }) => [name, ...(rows ?? []).map((row) => row.name)]);
    expect([...new Set(told)].sort()).toEqual([...new Set(own)].sort());
  });

  it('is tried with lists of several rows', () => {
    const example = exampleContext(about);
    for (const { name, kind } of fields) {
      const value = name.split('.').reduce<unknown>((inner, part) => (inner as Record<string, unknown>)[part], example);
      if (kind === 'list') expect((value as unknown[]).length).toBeGreaterThan(1);
      else expect(value).not.toBeUndefined();
    }
  });
});
