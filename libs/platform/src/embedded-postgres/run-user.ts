import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** Account that PostgreSQL runs as; undefined means the account of this process. */
export interface RunUser {
  name: string;
  uid: number;
  gid: number;
}

function accounts(): RunUser[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/**
 * Chooses the account that PostgreSQL runs as. It is needed only if this process runs as root, because PostgreSQL refuses root: the owner
 * of the existing cluster, or for a new cluster `postgres` or `nobody`.
 * @param owner uid of the owner of an existing cluster
 */
export function chooseRunUser(owner: number | undefined): RunUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = accounts();
  const user =
    owner === undefined
      ? (known.find(({ name }) => name === 'postgres') ?? known.find(({ name }) => name === 'nobody'))
      : known.find(({ uid }) => uid === owner && uid !== 0);
  if (user) return user;
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, and there is neither a user `postgres` nor `nobody` to run it as: set DATABASE_URL, or start as another user.',
  );
}

/**
 * The environment of PostgreSQL's programs. The environment of this process is not passed on, because PGDATA, PGPORT and similar variables
 * would change the server's behavior.
 */
const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: '/', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };

/** Options for child processes that run as `user`. */
export function runAs(user: RunUser | undefined): { uid?: number; gid?: number; env: NodeJS.ProcessEnv; cwd: string } {
  return { ...(user && { uid: user.uid, gid: user.gid }), env: environment, cwd: '/' };
}

/** Whether the account can enter a folder. Runs `cd` as that account, because ACLs and mount options count as well as the file mode. */
export function canEnter(user: RunUser | undefined, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...runAs(user), stdio: 'ignore' }).status === 0;
}
