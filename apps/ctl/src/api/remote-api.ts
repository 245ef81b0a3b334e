import { type AdminApi, ApiRefusal, dataOf } from './admin-api.js';

const TIMEOUT_MS = 30_000;
const PROBE_MS = 1_000;

/** The admin API of a running server. */
export function remoteApi(url: string, token: string, operator: string): AdminApi {
  const endpoint = new URL('/graphql', url);
  return {
    async request<T>(query: string, variables = {}): Promise<T> {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'x-rollcall-operator': operator,
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const answer: unknown = await response.json().catch(() => undefined);
      if (typeof answer !== 'object' || answer === null) {
        throw new ApiRefusal('UNAVAILABLE', `${endpoint.href} answered ${response.status} and no GraphQL.`);
      }
      return dataOf<T>(answer);
    },
    close: async () => undefined,
  };
}

export async function isServerAt(url: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/health/live', url), { signal: AbortSignal.timeout(PROBE_MS) });
    return response.ok;
  } catch {
    return false;
  }
}
