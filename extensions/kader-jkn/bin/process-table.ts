import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line of a process, empty where it cannot be told. */
function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return '';
  }
}

/** Whether a process exists and its command line names `part`: ids are given again to others after a while. */
export function isRunning(pid: number, part: string): boolean {
  return isAlive(pid) && commandLine(pid).includes(part);
}

/** Waits until a process is gone. Returns whether it went within the time (milliseconds). */
export async function waitForEnd(pid: number, atMost: number): Promise<boolean> {
  for (const deadline = Date.now() + atMost; isAlive(pid) && Date.now() < deadline; ) await wait(20);
  return !isAlive(pid);
}
