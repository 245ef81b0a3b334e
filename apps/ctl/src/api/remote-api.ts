import { type AdminApi, ApiRefusal, dataOf, isGraphqlAnswer } from './admin-api.js';

const TIMEOUT_MS = 60_000;
const PROBE_MS = 2_000;

/** The admin API of a running server. @throws ApiRefusal if `url` is not a valid address */
export function remoteApi(url: string, token: string, operator: string): AdminApi {
  const endpoint = endpointAt(url);
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'x-rollcall-operator': operator,
  };
  return {
    async request(query, variables) {
      const response = await post(endpoint, headers, JSON.stringify({ query, variables }));
      const answer: unknown = await response.json().catch(() => undefined);
      if (isGraphqlAnswer(answer)) return dataOf(answer);
      throw new ApiRefusal(
        'UNAVAILABLE',
        `${endpoint.href} answered ${response.status} and no GraphQL: is a Rollcall server there?`,
      );
    },
    work: async () => undefined,
    close: async () => undefined,
  };
}

/** Whether a Rollcall server answers at this URL. */
export async function isServerAt(url: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/health/live', url), { signal: AbortSignal.timeout(PROBE_MS) });
    const answer = (await response.json()) as { status?: unknown } | null;
    return response.ok && answer?.status === 'ok';
  } catch {
    return false;
  }
}

function endpointAt(url: string): URL {
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return new URL('/graphql', url);
  throw new ApiRefusal('BAD_USER_INPUT', `--url must be an address such as https://rollcall.example.com, not ${url}.`);
}

async function post(endpoint: URL, headers: Record<string, string>, body: string): Promise<Response> {
  try {
    return await fetch(endpoint, { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
    const why =
      name === 'TimeoutError' ? `nothing within ${TIMEOUT_MS / 1000} s` : cause?.code || cause?.message || message;
    throw new ApiRefusal(
      'UNAVAILABLE',
      `No server answers at ${endpoint.origin} (${why}): start it, or run this without --url beside its database.`,
    );
  }
}
