import { type AdminApi, ApiRefusal } from './admin-api.js';
import { isServerAt, remoteApi } from './remote-api.js';
import { hostname, userInfo } from 'node:os';

export interface ConnectOptions {
  url?: string;
  token?: string;
}

/**
 * Connects to the server that the options name. Without one, connects to a server on this machine, or else to the
 * database itself.
 * @param aside receives notices for the operator
 * @throws ConfigError, ApiRefusal
 */
export async function connect({ url, token }: ConnectOptions, aside: (text: string) => void): Promise<AdminApi> {
  if (url !== undefined && token !== undefined) return remoteApi(url, token, operator());
  // Imported only here, because loading the libraries takes longer than a request to a server.
  const { findInstallation, loadConfig } = await import('@rollcall/platform');
  const { addresses, adminToken, hasDatabase, dataDir } = findInstallation();
  const address = url ?? (await firstServer(addresses));
  if (address !== undefined) return remoteApi(address, token ?? requireToken(adminToken, address), operator());
  if (!hasDatabase) {
    throw new ApiRefusal(
      'UNAVAILABLE',
      `No server answers at ${addresses.join(' or ')}, and there is no database in ${dataDir}: name a server with --url, or set DATABASE_URL.`,
    );
  }
  aside(`No server answers at ${addresses.join(' or ')}: working on the database itself.`);
  const { databaseApi } = await import('./database-api.js');
  return databaseApi(loadConfig(), operator());
}

async function firstServer(addresses: readonly string[]): Promise<string | undefined> {
  for (const address of addresses) if (await isServerAt(address)) return address;
  return undefined;
}

function requireToken(token: string | undefined, address: string): string {
  if (token !== undefined) return token;
  throw new ApiRefusal('UNAUTHENTICATED', `${address} wants an admin token: give --token, or set ADMIN_TOKEN.`);
}

/** The user of this terminal, `user@host`, for the audit trail. */
function operator(): string {
  return `${userName()}@${hostname()}`.replaceAll(/[^\w.@+-]/g, '-').slice(0, 100);
}

/** Reading the user name fails if a container runs as a uid without an account. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
