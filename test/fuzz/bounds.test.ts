import fc from 'fast-check';
import { AdminApi } from '../e2e/admin-api.js';
import { startServer, type TestServer } from '../support/index.js';

/** Seconds for each of the tests. */
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 20) / 5;
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

jest.setTimeout(SECONDS * 20_000 + 600_000);

let server: TestServer;
let scimUrl: string;
let headers: Record<string, string>;
let userId: string;

beforeAll(async () => {
  server = await startServer({ LOG_LEVEL: 'error', WORKER: 'off', GRAPHQL_RATE_LIMIT: '0' });
  const admin = new AdminApi(server.url, server.adminToken);
  const { id } = await admin.createIntegration('Bounds');
  scimUrl = `${server.url}/scim/v2/${id}`;
  headers = {
    authorization: `Bearer ${(await admin.generateBearerToken(id)).token}`,
    'content-type': 'application/scim+json',
  };
  const emails = Array.from({ length: 500 }, (_, index) => ({ value: `${index}@b.c`, type: 'work' }));
  userId = String(
    (await send('POST', '/Users', JSON.stringify({ schemas: [USER], userName: 'many', emails }))).body['id'],
  );
});
afterAll(() => server?.stop());

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

async function send(
  method: string,
  path: string,
  body?: string | Uint8Array<ArrayBuffer>,
  more: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(scimUrl + path, {
    method,
    headers: { ...headers, ...more },
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

async function hold<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => Promise<void>): Promise<void> {
  let tried = 0;
  const property = fc.asyncProperty(arbitrary, async (value) => {
    await holds(value);
    tried += 1;
  });
  await fc.assert(property, {
    seed: SEED,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: SECONDS * 1000,
    markInterruptAsFailure: false,
  });
  expect(tried).toBeGreaterThan(0);
}

it('answers variables of any width and depth with data or a refusal', () =>
  hold(
    fc.record({ width: fc.integer({ min: 0, max: 30_000 }), depth: fc.integer({ min: 0, max: 2_000 }) }),
    async ({ width, depth }) => {
      const variables = `{"i":{"attributes":[${Array(width).fill('{}').join(',')}],"deep":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${server.adminToken}`, 'content-type': 'application/json' },
        body: `{"query":"mutation ($i: SaveScimSchemaInput!) { saveScimSchema(input: $i) { id } }","variables":${variables}}`,
      });
      expect([200, 400, 413]).toContain(answer.status);
      const text = await answer.text();
      expect(text).not.toContain('INTERNAL');
      expect(text).not.toContain('"data":{');
    },
  ));

it('applies all operations of a PATCH or none, for any number of conditions and values', () =>
  hold(
    fc.record({
      operations: fc.integer({ min: 1, max: 1_100 }),
      conditions: fc.integer({ min: 1, max: 200 }),
      vary: fc.boolean(),
    }),
    async ({ operations, conditions, vary }) => {
      const pathOf = (at: number): string =>
        `emails[${Array.from({ length: conditions }, (_, index) => `type eq "n${vary ? at : ''}-${index}"`).join(' or ')}]`;
      const Operations = Array.from({ length: operations }, (_, at) => ({ op: 'remove', path: pathOf(at) }));
      const { status } = await send('PATCH', `/Users/${userId}`, JSON.stringify({ schemas: [PATCH], Operations }));
      expect([200, 400, 413, 429]).toContain(status);
      // The user has 500 addresses. With 200 conditions on each, a request needs half of the work that it may cause.
      if (operations * conditions <= 200) expect(status).not.toBe(413);
    },
  ));

it('refuses bytes that are not JSON in UTF-8, with and without a content coding', () =>
  hold(
    fc.record({
      bytes: fc.uint8Array({ minLength: 1, maxLength: 4_000 }),
      coding: fc.constantFrom('', 'gzip', 'br', 'identity'),
    }),
    async ({ bytes, coding }) => {
      const { status } = await send(
        'POST',
        '/Users',
        Buffer.from([...bytes, 0xff]),
        coding === '' ? {} : { 'content-encoding': coding },
      );
      expect(status).toBe(coding === 'gzip' || coding === 'br' ? 415 : 400);
    },
  ));

it('finds every name that it accepts by a filter, and refuses the same name again', () =>
  hold(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), async (userName) => {
    const body = JSON.stringify({ schemas: [USER], userName });
    const { status } = await send('POST', '/Users', body);
    expect([201, 400, 409]).toContain(status);
    if (status === 400) return;
    const filter = encodeURIComponent(`userName eq ${JSON.stringify(userName)}`);
    expect((await send('GET', `/Users?filter=${filter}`)).body['totalResults']).toBe(1);
    expect((await send('POST', '/Users', body)).status).toBe(409);
  }));
