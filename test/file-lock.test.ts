import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whileLocked } from '../extensions/kader-jkn/bin/file-lock.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kader-lock-'));
  file = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('work under one lock', () => {
  it('is done one at a time, and lets go when it fails', async () => {
    const said: string[] = [];
    const work = (name: string) => async () => {
      said.push(`${name} begins`);
      await wait(20);
      said.push(`${name} ends`);
      if (name === 'first') throw new Error('failed');
    };
    const [first, second] = await Promise.allSettled([
      whileLocked(file, work('first')),
      whileLocked(file, work('second')),
    ]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    expect(said).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    expect(existsSync(file)).toBe(false);
  });

  it('is taken over from a process that died in it', async () => {
    writeFileSync(file, String(spawnSync(process.execPath, ['--version']).pid));
    expect(await whileLocked(file, async () => 'done')).toBe('done');
  });

  it('is taken over from a process that died before it could say its name', async () => {
    writeFileSync(file, '');
    utimesSync(file, 0, 0);
    expect(await whileLocked(file, async () => 'done')).toBe('done');
  });

  it('says why the lock cannot be made', async () => {
    await expect(whileLocked(join(folder, 'missing/lock'), async () => undefined)).rejects.toThrow('ENOENT');
  });
});
