import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of the kernel's counters, in milliseconds: fixed at 100 a second on Linux. */
const tick = 10;

interface ProcessStat {
  parent: number;
  /** CPU time of the process itself, milliseconds */
  own: number;
  /** and of children that have ended */
  ended: number;
}

function readStat(pid: number): ProcessStat | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the command's name stands in brackets and may hold anything
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const field = (position: number) => Number(fields[position - 3]);
    return { parent: field(4), own: (field(14) + field(15)) * tick, ended: (field(16) + field(17)) * tick };
  } catch {
    return null;
  }
}

/** CPU time a process and its children have used so far, milliseconds. */
export function cpuMilliseconds(pid: number): number {
  const root = readStat(pid);
  if (root === null) return Number.NaN;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(Number(name)))
    .filter((stat) => stat?.parent === pid);
  return root.own + root.ended + children.reduce((sum, stat) => sum + (stat?.own ?? 0), 0);
}

/** Memory that a process holds in RAM now, megabytes of 1,000,000 bytes. */
export function residentMegabytes(pid: number): number {
  const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return (Number(kibibytes) * 1024) / 1e6;
}
