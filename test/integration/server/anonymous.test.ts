import { stopClock } from '../../support/index.js';
import { ROOT_TOKEN, type ServerApp, startServerApp } from './server-app.js';

const LIMIT = 5;
let server: ServerApp;
let integrationId: string;
let scimToken: string;
let hookSecret: string;

beforeAll(async () => {
  server = await startServerApp({ ANONYMOUS_RATE_LIMIT: String(LIMIT), PAGE_RATE_LIMIT: '3' });
  stopClock(server.app);
  const ask = async (query: string): Promise<Record<string, Record<string, string>>> =>
    (await server.graphql({ query })).json<{ data: Record<string, Record<string, string>> }>().data;
  const made = await ask('mutation { createDirectoryIntegration(input: { name: "Okta", provider: OKTA }) { id } }');
  integrationId = made['createDirectoryIntegration']!['id']!;
  const input = `{ integrationId: "${integrationId}" }`;
  scimToken = (await ask(`mutation { generateBearerToken(input: ${input}) { token } }`))['generateBearerToken']![
    'token'
  ]!;
  hookSecret = (await ask(`mutation { configureEventHook(input: ${input}) { secret } }`))['configureEventHook']![
    'secret'
  ]!;
});
afterAll(() => server.stop());

/** The attack that was once reported: 90 KB of variables, in which each element causes its own error message. */
const wide = JSON.stringify({
  query: 'mutation ($i: SaveScimSchemaInput!) { saveScimSchema(input: $i) { id } }',
  variables: { i: { attributes: Array.from({ length: 30_000 }, () => ({})) } },
});

const EDGES = {
  '/graphql': {
    type: 'application/json',
    code: 'UNAUTHENTICATED',
    method: 'POST',
    url: () => '/graphql',
    good: () => ROOT_TOKEN,
  },
  '/scim': {
    type: 'application/scim+json',
    code: '"status":"401"',
    method: 'POST',
    url: () => `/scim/v2/${integrationId}/Users`,
    good: () => scimToken,
  },
  '/okta/event-hooks': {
    type: 'application/json',
    code: 'UNAUTHENTICATED',
    method: 'POST',
    url: () => `/okta/event-hooks/${integrationId}`,
    good: () => hookSecret,
  },
} as const;

describe.each(Object.entries(EDGES))('%s', (_, { type, code, method, url, good }) => {
  let host = 0;
  const nextAddress = (): string => `203.0.113.${(host += 1)}`;
  const send = (remoteAddress: string, payload: string, authorization?: string) =>
    server.inject({
      method,
      url: url(),
      payload,
      remoteAddress,
      headers: { 'content-type': type, ...(authorization !== undefined && { authorization }) },
    });

  it.each([
    ['malformed JSON', '{"'],
    ['a body over every limit', 'x'.repeat(17 * 1024 * 1024)],
    ['wide variables', wide],
  ])('refuses a stranger before the body is read: %s', async (_name, payload) => {
    const address = nextAddress();
    expect((await send(address, payload)).body).toContain(code);
    expect((await send(address, payload, 'Bearer wrong')).body).toContain(code);
  });

  it('limits strangers by their address, and not a client that shares it', async () => {
    const address = nextAddress();
    const authorization = `Bearer ${good()}`;
    const accepted = (await send(address, '{}', authorization)).statusCode;
    expect([200, 400]).toContain(accepted);
    for (let count = 0; count < LIMIT; count += 1) expect((await send(address, '{}')).body).toContain(code);
    const refused = await send(address, '{}');
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, expect.stringMatching(/^[1-9]\d*$/)]);
    expect((await send(address, '{}', authorization)).statusCode).toBe(accepted);
    expect((await send(nextAddress(), '{}')).body).toContain(code);
  });
});

it.each(['/enroll/none', '/enroll/assets/none', '/okta/jwks/x/y'])('limits requests of %s by address', async (url) => {
  const statuses: number[] = [];
  for (let count = 0; count < 4; count += 1)
    statuses.push((await server.inject({ method: 'GET', url, remoteAddress: `198.51.100.${url.length}` })).statusCode);
  expect(statuses.slice(0, 3)).not.toContain(429);
  expect(statuses[3]).toBe(429);
});

it('does not limit the probes of the operator', async () => {
  for (let count = 0; count < 6; count += 1)
    expect(
      (await server.inject({ method: 'GET', url: '/health/live', remoteAddress: '198.51.100.77' })).statusCode,
    ).toBe(200);
});

describe('variables of an administrator', () => {
  const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  const declare = (attributes: object[]): string =>
    JSON.stringify({ query: (JSON.parse(wide) as { query: string }).query, variables: { i: { attributes } } });

  it.each([
    ['more than 10,000 values', wide, 'more than 10000 values'],
    [
      'nested 2,000 deep',
      `{"query":"query ($i: ID!) { identity(id: $i) { id } }","variables":{"i":${nested(2000)}}}`,
      'nested deeper',
    ],
    [
      '4,000 wrong values, which would each be reported',
      declare(Array.from({ length: 4000 }, () => ({}))),
      'at "i.attributes[0]"',
    ],
  ])('are refused with one error: %s', async (_name, payload, message) => {
    const answer = await server.graphql(payload);
    const { errors } = answer.json<{ errors: { message: string; extensions: { code: string } }[] }>();
    expect(answer.statusCode).toBe(400);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining(message),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('are not read when fragments spread one another twice at every level', async () => {
    const fragments = Array.from(
      { length: 60 },
      (_, level) => `fragment f${level} on Viewer { ...f${level + 1} ...f${level + 1} }`,
    );
    const query = `{ viewer { ...f0 } } ${fragments.join(' ')} fragment f60 on Viewer { role }`;
    expect((await server.graphql({ query })).statusCode).toBeLessThan(500);
  });
});
