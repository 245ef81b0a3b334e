import { hostname, userInfo } from 'node:os';
import { loadConfig } from '@rollcall/platform';
import type { AdminApi } from './admin-api.js';
import { isServerAt, remoteApi } from './remote-api.js';

export interface ConnectOptions {
  url?: string;
  token?: string;
}

/** A named server; else the one that runs here; else the database itself. */
export async function connect({ url, token }: ConnectOptions): Promise<AdminApi> {
  const operator = `${userInfo().username}@${hostname()}`;
  if (url && token) return remoteApi(url, token, operator);
  const config = loadConfig();
  const address = url ?? config.publicUrl;
  if (url || (await isServerAt(address))) return remoteApi(address, token ?? config.adminToken, operator);
  const { databaseApi } = await import('./database-api.js');
  return databaseApi(config, operator);
}
