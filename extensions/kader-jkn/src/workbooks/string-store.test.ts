import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StringStore } from './string-store.ts';

let folder: string;
let store: StringStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kader-strings-'));
  store = new StringStore(join(folder, 'strings'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const texts = Array.from({ length: 50_001 }, (_, at) => (at % 7 === 0 ? '' : `Dédé “${at}”`));

describe('texts by their numbers', () => {
  it('are the same in whatever order they are asked for', () => {
    for (const text of texts) store.add(text);
    const numbers = texts.map((_, at) => (at * 7919) % texts.length);
    expect(numbers.map((number) => store.get(number))).toEqual(numbers.map((number) => texts[number]));
    expect(texts.map((_, number) => store.get(number))).toEqual(texts);
  });

  it('are not there beyond the last', () => {
    for (const text of texts.slice(0, 64)) store.add(text);
    expect([64, 1000, -1, Number.NaN].map((number) => store.get(number))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('may be long', () => {
    for (let at = 0; at < 40; at++) store.add(`${at} ${'x'.repeat(20_000)}`);
    expect([0, 31, 32, 0].map((number) => store.get(number)?.slice(0, 3))).toEqual(['0 x', '31 ', '32 ', '0 x']);
  });

  it('lie in the file', () => {
    for (const text of texts) store.add(text);
    store.get(0);
    expect(statSync(join(folder, 'strings')).size).toBeGreaterThan(500_000);
  });
});
