import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { AdminApi } from '../e2e/admin-api.js';
import { startServer, type TestServer } from '../support/index.js';
import { graphqlDocument } from './graphql-grammar.js';
import { hostileText } from './hostile-text.js';
import { rawHttp, type RawRequest } from './raw-http.js';
import { attributePath, bulkBody, filter, json, patchBody, resourceBody } from './scim-grammar.js';

/** The total number of seconds. All tests of this file share it. */
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 20);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const AT_ONCE = 8;
/**
 * Maximum time of an answer in milliseconds. It allows for a busy machine; on an idle one the slowest answer takes a
 * fraction of a second.
 */
const HANG_MS = 10_000;

jest.setTimeout(SECONDS * 4_000 + 600_000);

let server: TestServer;
let port: number;
let scim: { path: string; token: string; userId: string; groupId: string };

beforeAll(async () => {
  server = await startServer({
    LOG_LEVEL: 'error',
    SIGN_IN_RATE_LIMIT: '0',
    TOKEN_RATE_LIMIT: '0',
    GRAPHQL_RATE_LIMIT: '0',
    ANONYMOUS_RATE_LIMIT: '0',
    PAGE_RATE_LIMIT: '0',
  });
  port = Number(new URL(server.url).port);
  const admin = new AdminApi(server.url, server.adminToken);
  const { id } = await admin.createIntegration('Fuzz');
  const { token } = await admin.generateBearerToken(id);
  const path = `/scim/v2/${id}`;
  const create = async (resource: string, body: object): Promise<string> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' };
    const answer = await fetch(server.url + path + resource, { method: 'POST', headers, body: JSON.stringify(body) });
    return ((await answer.json()) as { id: string }).id;
  };
  const schema = (name: string) => [`urn:ietf:params:scim:schemas:core:2.0:${name}`];
  const userId = await create('/Users', {
    schemas: schema('User'),
    userName: 'ada',
    emails: [{ value: 'a@b.c', type: 'work' }],
  });
  const groupId = await create('/Groups', { schemas: schema('Group'), displayName: 'G', members: [{ value: userId }] });
  scim = { path, token, userId, groupId };
});
afterAll(() => server?.stop());

/** Matches an internal error inside an answer, even if the HTTP status of the answer is not 5xx. */
const OUR_FAULT = /"code":"(INTERNAL|INTERNAL_SERVER_ERROR|UNAVAILABLE)"|"status":"5\d\d"/;

/** Sends requests for `share` of the total time. Prints their number and the time of the slowest answer. */
async function hold(name: string, share: number, request: fc.Arbitrary<RawRequest>): Promise<void> {
  const statuses = new Map<number, number>();
  let slowest = 0;
  const check = async (each: RawRequest): Promise<void> => {
    const { status, text, ms } = await rawHttp(port, each, HANG_MS);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    slowest = Math.max(slowest, ms);
    if (status >= 500 || OUR_FAULT.test(text)) throw new Error(`answered ${text.slice(0, 500)}`);
  };
  const property = fc.asyncProperty(
    fc.array(request, { minLength: 1, maxLength: AT_ONCE, size: 'max' }),
    async (requests) => {
      await Promise.all(requests.map(check));
    },
  );
  await fc.assert(property, {
    seed: SEED,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: SECONDS * 1000 * share,
    markInterruptAsFailure: false,
  });
  const tried = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  const told = [...statuses].sort().map(([status, count]) => `${status} ×${count}`);
  process.stdout.write(
    `fuzz ${name}: ${tried} tried (${told.join(', ')}), slowest ${Math.round(slowest)} ms, seed ${SEED}\n`,
  );
  expect(tried).toBeGreaterThan(0);
  expect((await rawHttp(port, { method: 'GET', target: '/health/ready', headers: [] }, HANG_MS)).status).toBe(200);
}

const bearer = () => ['Authorization', `Bearer ${scim.token}`] as const;
const SCIM_JSON = ['Content-Type', 'application/scim+json'] as const;
const encoded = (text: string) => encodeURIComponent(Buffer.from(text).toString());

it('SCIM filters, sorting and paging', () =>
  hold(
    'filters',
    0.2,
    fc
      .record({
        resource: fc.constantFrom('/Users', '/Groups', ''),
        filter,
        more: fc.dictionary(
          fc.constantFrom('startIndex', 'count', 'cursor', 'sortBy', 'sortOrder', 'attributes', 'excludedAttributes'),
          fc.oneof(attributePath, hostileText, fc.integer().map(String)),
          { maxKeys: 3 },
        ),
      })
      .map(({ resource, filter: text, more }) => {
        const query = Object.entries({ filter: text, ...more }).map(([key, value]) => `${key}=${encoded(value)}`);
        return { method: 'GET', target: `${scim.path}${resource}?${query.join('&')}`, headers: [bearer()] };
      }),
  ));

it('SCIM bodies: PATCH, resources, bulk, searches', () => {
  const search = fc
    .dictionary(
      fc.constantFrom('filter', 'sortBy', 'count', 'startIndex', 'schemas', 'attributes'),
      fc.oneof(filter, json),
    )
    .map((body) => JSON.stringify(body));
  const target = (path: string) => scim.path + path.replace('{user}', scim.userId).replace('{group}', scim.groupId);
  const to = (method: string, paths: string[], body: fc.Arbitrary<string>) =>
    fc.tuple(fc.constantFrom(...paths), body).map(([path, text]) => ({ method, path, body: text }));
  const any = fc.oneof(
    { weight: 3, arbitrary: to('PATCH', ['/Users/{user}', '/Groups/{group}'], patchBody) },
    to('POST', ['/Users', '/Groups'], resourceBody),
    to('PUT', ['/Users/{user}', '/Groups/{group}'], resourceBody),
    to('POST', ['/Bulk'], bulkBody),
    to('POST', ['/.search', '/Users/.search', '/Groups/.search'], search),
    to(
      'POST',
      ['/Users', '/Bulk', '/.search'],
      json.map((value) => JSON.stringify(value) ?? ''),
    ),
  );
  return hold(
    'SCIM bodies',
    0.3,
    any.map(({ method, path, body }) => ({ method, target: target(path), headers: [bearer(), SCIM_JSON], body })),
  );
});

it('GraphQL documents and variables', () => {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8'));
  const variables = fc.oneof(
    { weight: 4, arbitrary: fc.dictionary(fc.constantFrom('x', 'input', 'id', 'first'), json) },
    { weight: 1, arbitrary: json },
  );
  return hold(
    'GraphQL',
    0.25,
    fc
      .tuple(
        graphqlDocument(schema),
        variables,
        fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: hostileText }),
      )
      .map(([query, given, operationName]) => ({
        method: 'POST',
        target: '/graphql',
        headers: [
          ['Authorization', `Bearer ${server.adminToken}`],
          ['Content-Type', 'application/json'],
        ],
        body: JSON.stringify({ query, variables: given, ...(operationName !== null && { operationName }) }),
      })),
  );
});

const ROUTES = [
  '/session',
  '/session/passkeys',
  '/oauth2/token',
  '/oauth2/revoke',
  '/graphql',
  '/enroll/x',
  '/okta/event-hooks/x',
  '/okta/jwks/x/y',
  '/health/ready',
  '/',
];
const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND');

it('URLs', () =>
  hold(
    'URLs',
    0.1,
    fc
      .tuple(method, fc.constantFrom(...ROUTES, 'scim'), fc.array(hostileText, { maxLength: 3 }))
      .map(([verb, route, parts]) => {
        const base = route === 'scim' ? `${scim.path}/Users` : route;
        const tail = parts.map((part, index) => (index % 2 === 0 ? encoded(part) : part.replaceAll(/\s/g, '')));
        return { method: verb, target: [base, ...tail].join('/').slice(0, 12_000), headers: [bearer()] };
      }),
  ));

it('headers, also those that are not valid HTTP', () => {
  const names = [
    'Authorization',
    'Cookie',
    'Content-Type',
    'Accept',
    'If-Match',
    'X-Request-Id',
    'X-Forwarded-For',
    'X-Rollcall-Tenant',
    'Host',
    'Transfer-Encoding',
    'Content-Length',
    'Expect',
    'traceparent',
  ];
  const value = fc.oneof(
    hostileText,
    hostileText.map((text) => `Bearer ${text}`),
    hostileText.map((text) => `Basic ${btoa(encoded(text))}`),
    hostileText.map((text) => `rollcall_session=${text}`),
  );
  const headers = fc.array(
    fc.tuple(
      fc.constantFrom(...names),
      value.map((text) => text.replaceAll('\r\n', '')),
    ),
    { maxLength: 4 },
  );
  return hold(
    'headers',
    0.05,
    fc.tuple(method, fc.constantFrom(...ROUTES, 'scim'), headers).map(([verb, route, given]) => ({
      method: verb,
      target: route === 'scim' ? `${scim.path}/Users` : route,
      headers: given,
    })),
  );
});

it('JSON and form bodies of every other route', () => {
  const deep = fc.constantFrom('['.repeat(50_000), '{"a":'.repeat(20_000), `[${'[],'.repeat(20_000)}[]]`);
  const body = fc.oneof(
    json.map((value) => JSON.stringify(value) ?? ''),
    hostileText,
    deep,
    fc.webQueryParameters(),
  );
  const type = fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded',
    'application/scim+json',
    'text/plain',
    'multipart/form-data',
    'application/json; charset=utf-7',
    '',
  );
  return hold(
    'bodies',
    0.1,
    fc.tuple(method, fc.constantFrom(...ROUTES, 'scim'), type, body).map(([verb, route, contentType, text]) => ({
      method: verb,
      target: route === 'scim' ? `${scim.path}/Users` : route,
      headers: [['Content-Type', contentType], bearer()],
      body: text,
    })),
  );
});
