import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Environment } from './environment.js';

/** The Rollcall installation that this environment describes. */
export interface Installation {
  /** Possible addresses of the server, most likely first. */
  addresses: readonly string[];
  /** The token from the environment, or the one stored by a server that ran with this data folder. */
  adminToken: string | undefined;
  /** True if a database is configured, or an embedded one was created earlier. */
  hasDatabase: boolean;
  dataDir: string;
}

export function installationOf({ PORT, PUBLIC_URL, DATABASE_URL, DATA_DIR, ADMIN_TOKEN }: Environment): Installation {
  const dataDir = resolve(DATA_DIR);
  const kept = join(dataDir, 'admin-token');
  return {
    addresses: [...new Set([`http://localhost:${PORT}`, PUBLIC_URL?.replace(/\/+$/, '')])].filter(
      (url) => url !== undefined,
    ),
    adminToken: ADMIN_TOKEN ?? (existsSync(kept) ? readFileSync(kept, 'utf8').trim() : undefined),
    hasDatabase: DATABASE_URL !== undefined || existsSync(join(dataDir, 'postgres-password')),
    dataDir,
  };
}
