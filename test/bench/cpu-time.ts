import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds per clock tick in /proc (USER_HZ is 100). */
const TICK_MS = 10;

/** Fields of /proc/PID/stat behind the command's name, which is in brackets and may hold anything. */
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

/** Processor time that a process has used so far, in milliseconds, to the tick of 10; undefined where there is no /proc. */
export function cpuTimeOf(pid: number): number | undefined {
  try {
    return sum(stat(pid), [UTIME, STIME]);
  } catch {
    return undefined;
  }
}

/** The same for a process and its children, including those that have ended. */
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
