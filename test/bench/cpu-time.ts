import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds per clock tick in /proc (USER_HZ is 100). */
const TICK_MS = 10;

/** Fields of /proc/PID/stat after the command's name, which is in parentheses and may contain any character. */
function stat(pid: number | string): number[] {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
}

const PARENT = 1;
const UTIME = 11;
const STIME = 12;
const CHILDREN_UTIME = 13;
const CHILDREN_STIME = 14;

const sum = (fields: number[], places: readonly number[]): number =>
  places.reduce((total, place) => total + (fields[place] ?? 0) * TICK_MS, 0);

/** Processor time of a process so far, in milliseconds, with a resolution of 10; undefined without /proc. */
export function cpuTimeOf(pid: number): number | undefined {
  try {
    return sum(stat(pid), [UTIME, STIME]);
  } catch {
    return undefined;
  }
}

/** Processor time of a process and its children, including ended ones, in milliseconds; undefined without /proc. */
export function cpuTimeOfFamily(pid: number): number | undefined {
  try {
    const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
    const own = sum(stat(pid), [UTIME, STIME, CHILDREN_UTIME, CHILDREN_STIME]);
    return children.reduce((total, child) => total + (cpuTimeOf(Number(child)) ?? 0), own);
  } catch {
    return undefined;
  }
}

function parentOf(pid: string): number | undefined {
  try {
    return stat(pid)[PARENT];
  } catch {
    return undefined;
  }
}
