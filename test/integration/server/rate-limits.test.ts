import { stopClock } from '../../support/index.js';
import { type ServerApp, startServerApp } from './server-app.js';

let server: ServerApp;

beforeAll(async () => {
  server = await startServerApp({
    SIGN_IN_RATE_LIMIT: '2',
    TOKEN_RATE_LIMIT: '2',
    GRAPHQL_RATE_LIMIT: '3',
    TRUST_PROXY: '10.0.0.0/8',
  });
  stopClock(server.app);
});
afterAll(() => server.stop());

const from = (remoteAddress: string, forwarded?: string) => ({
  remoteAddress,
  ...(forwarded !== undefined && { headers: { 'x-forwarded-for': forwarded } }),
});
const signIn = (where: ReturnType<typeof from>) =>
  server.inject({ method: 'POST', url: '/session', payload: { token: 'wrong' }, ...where });
const statusesOf = async (times: number, send: () => Promise<{ statusCode: number }>) => {
  const statuses: number[] = [];
  for (let count = 0; count < times; count += 1) statuses.push((await send()).statusCode);
  return statuses;
};

describe('sign-in', () => {
  it('is refused to an address that tries too often, with 429, Retry-After and the headers of every answer', async () => {
    expect(await statusesOf(3, () => signIn(from('192.0.2.1')))).toEqual([401, 401, 429]);
    const answer = await signIn(from('192.0.2.1'));
    expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    expect(answer.json()).toMatchObject({
      error: 'RATE_LIMITED',
      message: expect.stringContaining('Too many requests'),
    });
    expect(answer.headers['content-security-policy']).toContain(`default-src 'self'`);
    expect((await signIn(from('192.0.2.2'))).statusCode).toBe(401);
  });

  it('counts an IPv6 network of 64 bits as one address', async () => {
    let host = 0;
    expect(await statusesOf(3, () => signIn(from(`2001:db8::${(host += 1)}`)))).toEqual([401, 401, 429]);
  });

  it('trusts X-Forwarded-For only from a trusted proxy, and only the part that the proxy added', async () => {
    let made = 0;
    const forged = () => `198.51.100.${(made += 1)}`;
    expect(await statusesOf(3, () => signIn(from('192.0.2.3', forged())))).toEqual([401, 401, 429]);
    expect(await statusesOf(3, () => signIn(from('10.0.0.1', forged())))).toEqual([401, 401, 401]);
    expect(await statusesOf(3, () => signIn(from('10.0.0.1', `${forged()}, 203.0.113.9`)))).toEqual([401, 401, 429]);
  });
});

describe('sign-ins of people', () => {
  const ROUTES: Record<string, { url: string; method: 'GET' | 'POST'; accepted: number }> = {
    'the sign-in at /me': { url: '/me/verify', method: 'POST', accepted: 400 },
    'the return from Okta to /enroll': { url: '/enroll/callback?code=one&state=two', method: 'GET', accepted: 410 },
  };

  it.each(Object.keys(ROUTES))('%s is refused to one address that tries too often, and to no other', async (name) => {
    const { url, method, accepted } = ROUTES[name]!;
    const attempt = (remoteAddress: string) =>
      server.inject({ method, url, remoteAddress, ...(method === 'POST' && { payload: {} }) });
    expect(await statusesOf(3, () => attempt('192.0.2.30'))).toEqual([accepted, accepted, 429]);
    const answer = await attempt('192.0.2.30');
    expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    expect(answer.json()).toMatchObject({
      error: 'RATE_LIMITED',
      message: expect.stringContaining('Too many requests to sign in from this address'),
    });
    expect((await attempt('192.0.2.31')).statusCode).toBe(accepted);
    expect((await server.inject({ url: '/me', remoteAddress: '192.0.2.30' })).statusCode).toBe(200);
  });
});

describe('the token endpoint', () => {
  const data = async (query: string, variables: object): Promise<Record<string, { [name: string]: string }>> => {
    const answer = await server.graphql({ query, variables }, from('203.0.113.1'));
    return answer.json<{ data: Record<string, { [name: string]: string }> }>().data;
  };
  const token = (where: ReturnType<typeof from>, client: object = {}) =>
    server.inject({
      method: 'POST',
      url: '/oauth2/token',
      payload: { grant_type: 'client_credentials', ...client },
      ...where,
    });

  it('is refused to a client that sends too many requests, with an OAuth error; other callers cannot use up its share', async () => {
    const { createDirectoryIntegration } = await data(
      `mutation { createDirectoryIntegration(input: { name: "Okta", provider: OKTA }) { id } }`,
      {},
    );
    const { generateClientCredentials } = await data(
      `mutation ($input: GenerateClientCredentialsInput!) { generateClientCredentials(input: $input) { clientId clientSecret } }`,
      { input: { integrationId: createDirectoryIntegration?.['id'] } },
    );
    const { clientId, clientSecret } = generateClientCredentials ?? {};
    const wrong = { client_id: clientId, client_secret: 'wrong' };
    const right = { client_id: clientId, client_secret: clientSecret };
    expect(await statusesOf(5, () => token(from('192.0.2.9'), wrong))).toEqual([401, 401, 401, 401, 401]);
    expect(await statusesOf(3, () => token(from('192.0.2.10'), right))).toEqual([200, 200, 429]);
    const answer = await token(from('192.0.2.11'), right);
    expect(answer.json()).toEqual({
      error: 'temporarily_unavailable',
      error_description: expect.stringContaining('Too many requests from this client'),
    });
    expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is refused to an address after five times that number', async () => {
    const statuses = await statusesOf(11, () => token(from('192.0.2.12')));
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
  });
});

describe('GraphQL', () => {
  it('is refused to a token that sends too many requests from any address, with a GraphQL error; other tokens are not affected', async () => {
    let host = 20;
    const ask = (authorization: string) =>
      server.graphql(
        { query: '{ viewer { role } }' },
        { remoteAddress: `192.0.2.${(host += 1)}`, headers: { authorization } },
      );
    expect(await statusesOf(4, () => ask('Bearer one'))).toEqual([200, 200, 200, 429]);
    const answer = await ask('Bearer one');
    expect(answer.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining('Too many requests with this token'),
          extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) },
        },
      ],
    });
    expect(answer.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    expect((await ask('Bearer two')).statusCode).toBe(200);
  });
});
