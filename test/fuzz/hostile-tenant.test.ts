import { AdminApi } from '../e2e/admin-api.js';
import { startServer, type TestServer } from '../support/index.js';

/** Seconds at full pace. */
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 20) / 2;
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const MESSAGE = 'urn:ietf:params:scim:api:messages:2.0:';
const PEOPLE = 1_000;

jest.setTimeout(SECONDS * 4_000 + 240_000);

/** A tenant of its own with one integration. */
interface Tenant {
  adminToken: string;
  scim(method: string, path: string, body?: unknown): Promise<Response>;
}

let server: TestServer;
let hostile: Tenant;
let other: Tenant;

async function newTenant(name: string): Promise<Tenant> {
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: `mutation { createTenant(input: { name: "${name}" }) { adminToken } }` }),
  });
  const { data } = (await answer.json()) as { data: { createTenant: { adminToken: string } } };
  const { adminToken } = data.createTenant;
  const admin = new AdminApi(server.url, adminToken);
  const { id } = await admin.createIntegration(name);
  const { token } = await admin.generateBearerToken(id);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' };
  return {
    adminToken,
    scim: (method, path, body) =>
      fetch(`${server.url}/scim/v2/${id}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  };
}

const emails = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `${index}@b.c`, type: 'work' }));
const conditions = (count: number, of: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => of(index)).join(' or ');

beforeAll(async () => {
  server = await startServer({
    LOG_LEVEL: 'error',
    WORKER: 'off',
    SCIM_RATE_LIMIT: '0',
    GRAPHQL_RATE_LIMIT: '0',
    ANONYMOUS_RATE_LIMIT: '0',
  });
  [hostile, other] = [await newTenant('Hostile'), await newTenant('Other')];
  await hostile.scim('POST', '/Bulk', {
    schemas: [`${MESSAGE}BulkRequest`],
    Operations: Array.from({ length: PEOPLE }, (_, index) => ({
      method: 'POST',
      path: '/Users',
      bulkId: `p${index}`,
      data: { schemas: [USER], userName: `p${index}`, displayName: `Person ${index}` },
    })),
  });
});
afterAll(() => server?.stop());

it('one tenant at full pace leaves the others served', async () => {
  const created = await hostile.scim('POST', '/Users', { schemas: [USER], userName: 'many', emails: emails(500) });
  const { id } = (await created.json()) as { id: string };
  const filter = encodeURIComponent(conditions(100, (index) => `displayName co "no such ${index}"`));
  const path = `emails[${conditions(150, (index) => `type eq "none ${index}"`)}]`;
  const patch = {
    schemas: [`${MESSAGE}PatchOp`],
    Operations: Array.from({ length: 1000 }, () => ({ op: 'remove', path })),
  };
  const references = Array.from({ length: 330 }, (_, index) => ({ value: `bulkId:r${index}` }));
  const bulk = {
    schemas: [`${MESSAGE}BulkRequest`],
    Operations: Array.from({ length: 1000 }, (_, index) => ({
      method: 'POST',
      path: '/Groups',
      bulkId: `r${index}`,
      data: { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: `r${index}`, members: references },
    })),
  };
  const attacks: Record<string, () => Promise<Response>> = {
    search: () => hostile.scim('GET', `/Users?filter=${filter}`),
    patch: () => hostile.scim('PATCH', `/Users/${id}`, patch),
    bulk: () => hostile.scim('POST', '/Bulk', bulk),
    structure: () => hostile.scim('POST', '/Users', `{"x":[${'[],'.repeat(4_000_000)}[]]}`),
    variables: () =>
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${hostile.adminToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          query: 'mutation ($i: SaveScimSchemaInput!) { saveScimSchema(input: $i) { id } }',
          variables: { i: { attributes: Array.from({ length: 30_000 }, () => ({})) } },
        }),
      }),
  };

  const until = Date.now() + SECONDS * 1000;
  const answered = new Map<string, Map<number, number>>();
  const attacking = Object.entries(attacks).flatMap(([name, attack]) =>
    Array.from({ length: name === 'search' ? 16 : 2 }, async () => {
      while (Date.now() < until) {
        // A refusal may come, and the connection go, before all was sent.
        const status = await attack().then(
          (answer) => answer.text().then(() => answer.status),
          () => 0,
        );
        const statuses = answered.get(name) ?? new Map<number, number>();
        answered.set(name, statuses.set(status, (statuses.get(status) ?? 0) + 1));
      }
    }),
  );

  const times: number[] = [];
  const statuses = new Set<number>();
  for (let count = 0; Date.now() < until; count += 1) {
    const started = performance.now();
    const name = `person${count}`;
    const answer = await (count % 2 === 0
      ? other.scim('POST', '/Users', { schemas: [USER], userName: name })
      : other.scim('GET', `/Users?filter=${encodeURIComponent(`userName eq "person${count - 1}"`)}`));
    await answer.text();
    times.push(performance.now() - started);
    statuses.add(answer.status);
  }
  await Promise.all(attacking);

  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);
  const told = [...answered].map(([name, counts]) => `${name} ${JSON.stringify(Object.fromEntries(counts))}`);
  process.stdout.write(
    `hostile tenant: ${told.join(', ')}; the other: ${times.length} requests, median ${at(0.5)} ms, p99 ${at(0.99)} ms\n`,
  );
  expect([...statuses].filter((status) => status !== 200 && status !== 201)).toEqual([]);
  expect(times.length).toBeGreaterThan(0);
  const refusals = (name: string) =>
    [...(answered.get(name) ?? [])].filter(([status]) => status >= 400 || status === 0);
  for (const name of ['patch', 'structure', 'variables']) expect([name, refusals(name).length]).not.toEqual([name, 0]);
  for (const [name, counts] of answered) expect([name, counts.get(500)]).toEqual([name, undefined]);
});
