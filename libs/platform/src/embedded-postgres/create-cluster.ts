import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.js';
import { type ClusterFiles, readPassword } from './cluster-files.js';
import { EmbeddedPostgresError, postgresFailure } from './embedded-postgres-error.js';
import { runAs } from './run-user.js';

export const SUPERUSER = 'rollcall';

function run(command: string, args: string[], files: ClusterFiles): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(command, args, { ...runAs(files.user), stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

/**
 * Creates the cluster if it does not exist. It is renamed to its final name only when complete, so that an interrupted creation does not
 * break a later start. The locale is the built-in C.UTF-8, because it sorts the same on every machine.
 */
export async function createCluster(binaries: Binaries, files: ClusterFiles, sync: boolean): Promise<void> {
  if (existsSync(files.cluster)) return;
  const draft = mkdtempSync(join(dirname(files.cluster), 'postgres-new-'));
  try {
    const data = join(draft, 'data');
    const passwordFile = join(draft, 'password');
    writeFileSync(passwordFile, `${readPassword(files)}\n`, { mode: 0o600 });
    if (files.user) for (const path of [draft, passwordFile]) chownSync(path, files.user.uid, files.user.gid);
    const { code, said } = await run(
      join(binaries.folder, 'bin', 'initdb'),
      [
        `--pgdata=${data}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--text-search-config=simple',
        ...(sync ? [] : ['--no-sync']),
      ],
      files,
    );
    if (code !== 0) throw postgresFailure('initdb failed', said.trim(), dirname(files.cluster));
    renameSync(data, files.cluster);
    if (dirname(files.cluster) !== dirname(files.location)) {
      writeFileSync(files.location, `${files.cluster}\n`);
      chmodSync(files.location, 0o600);
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Refuses a cluster of another major version, because these programs cannot open it. */
export function assertSameMajor(binaries: Binaries, files: ClusterFiles): void {
  const made = readFileSync(join(files.cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === binaries.version.split('.')[0]) return;
  throw new EmbeddedPostgresError(
    `${files.cluster} was made by PostgreSQL ${made}, the bundled one is ${binaries.version}: dump it with the old release and load it into this one.`,
  );
}
