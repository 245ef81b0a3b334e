import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Content of postmaster.pid (src/include/utils/pidfile.h). */
export interface PostmasterPid {
  pid: number;
  port: number;
  /** `starting`, `stopping`, `ready` or `standby` */
  status: string;
}

const LINE = { pid: 0, port: 3, status: 7 } as const;

const pathOf = (cluster: string) => join(cluster, 'postmaster.pid');

export function readPostmasterPid(cluster: string): PostmasterPid | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pathOf(cluster), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[LINE.pid]);
  if (!(pid > 1)) return undefined;
  return { pid, port: Number(lines[LINE.port] ?? 0), status: (lines[LINE.status] ?? '').trim() };
}

/**
 * Whether a process is the postmaster of this cluster: a postgres whose working directory is the cluster. The pid alone is not sufficient,
 * because another process may have it now. On systems without /proc, this function only checks that the process exists.
 */
export function servesCluster(pid: number, cluster: string): boolean {
  if (!existsSync('/proc/self/cwd')) return isAlive(pid);
  try {
    const isPostgres = readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
    return isPostgres && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Removes the pid file of a killed postmaster. Otherwise PostgreSQL would refuse to start if another process now has that pid. */
export function removeStalePid(cluster: string): void {
  rmSync(pathOf(cluster), { force: true });
}
