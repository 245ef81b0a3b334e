import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { canEnter, chooseRunUser, type RunUser } from './run-user.js';

/** Files of one embedded PostgreSQL. All are in the data folder and readable by their owner only. The cluster may be in another folder. */
export interface ClusterFiles {
  /** PGDATA; may not exist yet */
  cluster: string;
  /** file that contains the path of a cluster outside the data folder */
  location: string;
  password: string;
  /** file with the port that was used last, as a decimal number */
  port: string;
  log: string;
  user: RunUser | undefined;
}

function ownerOf(path: string): number | undefined {
  return existsSync(path) ? statSync(path).uid : undefined;
}

function recorded(record: string): string | undefined {
  if (!existsSync(record)) return undefined;
  const cluster = readFileSync(record, 'utf8').trim();
  if (existsSync(cluster)) return cluster;
  throw new EmbeddedPostgresError(
    `The database was in ${cluster}, which is gone. Bring it back, or remove ${record} to begin with an empty one.`,
  );
}

/** Chooses the folder of the cluster. It is in /var/tmp if PostgreSQL's account cannot enter the data folder (for example below /root). */
function place(
  dataDir: string,
  record: string,
  log: (line: string) => void,
): { cluster: string; user: RunUser | undefined } {
  const inside = join(dataDir, 'postgres');
  const known = existsSync(inside) ? inside : recorded(record);
  const user = chooseRunUser(known === undefined ? undefined : ownerOf(known));
  if (known !== undefined) return { cluster: known, user };
  if (canEnter(user, dataDir)) return { cluster: inside, user };
  const outside = mkdtempSync('/var/tmp/rollcall-');
  chmodSync(outside, 0o711);
  const cluster = join(outside, 'postgres');
  log(`The database is kept in ${cluster}, since ${user?.name ?? 'this user'} cannot enter ${dataDir}`);
  return { cluster, user };
}

/**
 * Decides in which folder the cluster is and which account owns it.
 * @param dataDir absolute path; created if missing
 * @param log called when a new cluster is placed outside the data folder
 */
export function clusterFiles(dataDir: string, log: (line: string) => void): ClusterFiles {
  if (!existsSync(dataDir)) {
    mkdirSync(dataDir, { recursive: true });
    chmodSync(dataDir, 0o711);
  }
  const location = join(dataDir, 'postgres-location');
  return {
    ...place(dataDir, location, log),
    location,
    password: join(dataDir, 'postgres-password'),
    port: join(dataDir, 'postgres-port'),
    log: join(dataDir, 'postgres.log'),
  };
}

/**
 * Reads the superuser's password. Before the cluster exists, creates the password in a file with mode 600.
 * @throws EmbeddedPostgresError if the cluster exists but the file of its password does not
 */
export function readPassword({ password, cluster }: ClusterFiles): string {
  if (existsSync(password)) return readFileSync(password, 'utf8').trim();
  if (existsSync(cluster)) {
    throw new EmbeddedPostgresError(
      `${password} is missing, but ${cluster} was made with it: bring it back, or remove both.`,
    );
  }
  const made = randomBytes(24).toString('base64url');
  writeFileSync(password, `${made}\n`, { mode: 0o600 });
  return made;
}

export function readPort({ port }: ClusterFiles): number | undefined {
  return existsSync(port) ? Number(readFileSync(port, 'utf8')) || undefined : undefined;
}
