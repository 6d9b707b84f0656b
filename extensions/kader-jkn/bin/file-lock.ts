import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from './process-table.ts';

/** A lock that names nobody after so many milliseconds was left by a process that died in taking it. */
const namelessAtMost = 5_000;

/** Does work while no other process works under the same lock; waits for who does, and takes over from who died in it. */
export async function whileLocked<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!take(file)) await wait(100);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!isHeld(file)) setAside(file);
    return false;
  }
}

function isHeld(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    return holder > 0 ? isAlive(holder) : Date.now() - statSync(file).mtimeMs < namelessAtMost;
  } catch {
    return true; // let go in this very moment: the next attempt sees
  }
}

/** Renaming is done by one of those who wait; who took the lock meanwhile gets it back. */
function setAside(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (isHeld(aside)) renameSync(aside, file);
    else rmSync(aside, { force: true });
  } catch {
    // another one did
  }
}
