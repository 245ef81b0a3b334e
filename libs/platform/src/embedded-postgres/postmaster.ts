import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { type ClusterFiles, readPort } from './cluster-files.js';
import { EmbeddedPostgresError, postgresFailure } from './embedded-postgres-error.js';
import { findFreePort } from './free-port.js';
import { readPostmasterPid, removeStalePid, servesCluster } from './postmaster-pid.js';
import { runAs } from './run-user.js';
import { type Durability, settingsFor } from './settings.js';

export interface Postmaster {
  pid: number;
  port: number;
}

const POLL_MS = 20;
const READY_WITHIN_MS = 120_000;
const FAST_SHUTDOWN_MS = 30_000;
const LOG_LIMIT = 10 * 1024 * 1024;
// Errors after which another attempt may succeed: processes of a killed postmaster need a moment to end, and another program may take the
// port after it was found free.
const PASSING_TROUBLE = /pre-existing shared memory block|could not bind|could not create any TCP\/IP sockets/;
const ATTEMPTS = 20;

function logTail(files: ClusterFiles, from: number): string {
  return readFileSync(files.log).subarray(from).toString('utf8').trim().split('\n').slice(-12).join('\n');
}

function openLog(files: ClusterFiles): { descriptor: number; size: number } {
  if (existsSync(files.log) && statSync(files.log).size > LOG_LIMIT) renameSync(files.log, `${files.log}.1`);
  return { descriptor: openSync(files.log, 'a', 0o600), size: statSync(files.log).size };
}

async function untilReady(cluster: string, child?: ChildProcess): Promise<Postmaster | undefined> {
  for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline; await sleep(POLL_MS)) {
    if (child && (child.exitCode !== null || child.signalCode !== null)) return undefined;
    const file = readPostmasterPid(cluster);
    if (child && file?.pid !== child.pid) continue;
    if (!child && (!file || !servesCluster(file.pid, cluster))) return undefined;
    if (file?.status === 'ready') return { pid: file.pid, port: file.port };
  }
  throw new EmbeddedPostgresError(`PostgreSQL in ${cluster} was not ready after ${READY_WITHIN_MS / 1000} s`);
}

/**
 * The postmaster that already runs on the cluster: another process uses it, or a killed process left it running. Waits while the postmaster
 * is starting, recovering or stopping, and removes a stale pid file.
 */
export async function findRunning(files: ClusterFiles): Promise<Postmaster | undefined> {
  const file = readPostmasterPid(files.cluster);
  if (!file) return undefined;
  const running = await untilReady(files.cluster);
  const left = readPostmasterPid(files.cluster);
  if (!running && left && !servesCluster(left.pid, files.cluster)) removeStalePid(files.cluster);
  return running;
}

/**
 * Starts the cluster on its last port, if that is free. The server gets its own process session, so that Ctrl-C does not stop it before
 * Rollcall has finished its requests.
 */
export async function startPostmaster(
  binaries: Binaries,
  files: ClusterFiles,
  durability: Durability,
): Promise<Postmaster> {
  let said = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = await findFreePort(readPort(files));
    const { descriptor, size } = openLog(files);
    const child = spawn(
      join(binaries.folder, 'bin', 'postgres'),
      ['-D', files.cluster, ...settingsFor(port, durability)],
      { ...runAs(files.user), detached: true, stdio: ['ignore', descriptor, descriptor] },
    );
    closeSync(descriptor);
    const failed = new Promise<never>((_, reject) => child.once('error', reject));
    const running = await Promise.race([untilReady(files.cluster, child), failed]);
    child.unref();
    if (running) {
      writeFileSync(files.port, `${port}\n`);
      return running;
    }
    said = logTail(files, size);
    if (!PASSING_TROUBLE.test(said)) break;
    await sleep(250);
  }
  throw postgresFailure('PostgreSQL did not start', `${said}\n(whole log: ${files.log})`, files.cluster);
}

/**
 * Stops the server by a fast shutdown, which rolls back open transactions and writes committed data. If that takes too long, by an
 * immediate shutdown.
 */
export async function stopPostmaster({ pid }: Postmaster, cluster: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!servesCluster(pid, cluster)) return;
    process.kill(pid, signal);
    for (const deadline = Date.now() + FAST_SHUTDOWN_MS; Date.now() < deadline; await sleep(POLL_MS)) {
      if (!servesCluster(pid, cluster)) return;
    }
  }
  throw new EmbeddedPostgresError(`PostgreSQL (pid ${pid}, ${cluster}) does not stop`);
}
