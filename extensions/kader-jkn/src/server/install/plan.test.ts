import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaDefinition } from '../../../../../schema/index.ts';
import { type RefusalCode, refusals } from '../../contract/error-codes.ts';
import { fingerprint, uuidOf } from './fingerprint.ts';
import { decide } from './plan.ts';
import { wantTranslations, withoutPlaceholders } from './translations.ts';
import { bundleVersion } from './version.ts';
import { wantEverything } from './want-everything.ts';

const restorable = { definition: 'new', whenDeleted: 'restore' } as const;
const configuration = { definition: 'new', whenDeleted: 'leave' } as const;

describe('what one item needs', () => {
  it.each([
    ['creates what was never there', restorable, undefined, undefined, 'create'],
    ['restores a part of the data model', restorable, undefined, { hash: 'a', definition: 'new' }, 'restore'],
    ['leaves configuration deleted', configuration, undefined, { hash: 'a', definition: 'new' }, 'deleted'],
    ['does not adopt what somebody else made', restorable, 'a', undefined, 'collision'],
    ['leaves what somebody changed', restorable, 'b', { hash: 'a', definition: 'old' }, 'changed'],
    ['upgrades what is as we left it', restorable, 'a', { hash: 'a', definition: 'old' }, 'upgrade'],
    ['does nothing twice', restorable, 'a', { hash: 'a', definition: 'new' }, 'same'],
  ] as const)('%s', (_, wanted, present, entry, action) => {
    expect(decide(wanted, present, entry)).toBe(action);
  });
});

describe('what is installed', () => {
  it('has one key an item', () => {
    const keys = wantEverything(new Date(0)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('carries the version of the package', () => {
    const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
    expect(JSON.parse(text).version).toBe(bundleVersion);
  });
});

describe('a fingerprint', () => {
  it('does not depend on the order of keys, but on that of lists', () => {
    expect(fingerprint({ a: 1, b: [1, 2] })).toBe(fingerprint({ b: [1, 2], a: 1 }));
    expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
  });

  it('gives the same id for the same key, as a version 4 UUID', () => {
    expect(uuidOf('panel:x')).toBe(uuidOf('panel:x'));
    expect(uuidOf('panel:x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('a refusal in the app', () => {
  const textOf = (key: string, language: string) => {
    const row = wantTranslations(schemaDefinition).find(
      ({ definition }) => definition['key'] === key && definition['language'] === language,
    );
    return String(row?.definition['value']);
  };

  it.each(Object.keys(refusals) as RefusalCode[])('%s has a short title that its text does not repeat', (code) => {
    for (const [language, text] of [
      ['id-ID', refusals[code].id],
      ['en-US', refusals[code].en],
    ] as const) {
      const title = textOf(`errors.${code}`, language);
      expect(title.length).toBeLessThan(30);
      expect(text).not.toContain(title);
    }
  });

  it('says it beside a field without the figures', () => {
    expect(textOf('validationError.KADER_MONTH_ORDER', 'id-ID')).toBe('Bulan ditutup berurutan. Tutup … lebih dulu.');
    expect(withoutPlaceholders('Melebihi tunggakan ({owed}). Catat sisanya.')).toBe(
      'Melebihi tunggakan. Catat sisanya.',
    );
    expect(withoutPlaceholders('Bulan {month} sudah ditutup.')).toBe('Bulan … sudah ditutup.');
  });
});
