import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Environment } from './environment.js';

/** Where Rollcall is, according to this environment. */
export interface Installation {
  /** Addresses at which its server may answer, the nearest first. */
  addresses: readonly string[];
  /** Given, or kept by a server that ran here. */
  adminToken: string | undefined;
  /** Whether there is a database to open: a given one, or an embedded one that was made before. */
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
