import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AdminApi } from '../e2e/admin-api.js';
import { startServer, type TestServer } from '../support/index.js';

/** Duration of the attack at full speed, in seconds. */
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 20) / 2;
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const MESSAGE = 'urn:ietf:params:scim:api:messages:2.0:';
const PEOPLE = 1_000;
/** Number of requests that the other tenant sends before the attacks start. */
const QUIET_REQUESTS = 200;
/**
 * Maximum p99 of the other tenant during the attack, as a multiple of its p99 before. If that was 10 ms, the maximum is
 * 250 ms.
 */
const MAX_SLOWDOWN = 25;
const QUIET_P99_AT_LEAST_MS = 10;

jest.setTimeout(SECONDS * 4_000 + 600_000);

/** A tenant that has one integration. */
interface Tenant {
  adminToken: string;
  scimUrl: string;
  headers: Record<string, string>;
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
  return { adminToken, headers, scimUrl: `${server.url}/scim/v2/${id}` };
}

const send = ({ scimUrl, headers }: Tenant, method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(scimUrl + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
const emails = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `${index}@b.c`, type: 'work' }));
const aliased = (count: number, field: string) =>
  Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');
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
  await send(hostile, 'POST', '/Bulk', {
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

/** The parts of a body, each with an optional repetition count. The attacker process puts the body together. */
type Parts = (string | [text: string, count: number])[];

interface Attack {
  name: string;
  parallel: number;
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: Parts;
}

interface Report {
  answered: Record<string, Record<string, number>>;
  throttled: { retryAfter: string | null; body: unknown }[];
}

/** Runs the attacks at full speed, in a separate process. */
async function attackWith(attacks: readonly Attack[]): Promise<Report> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'attacker.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ seconds: SECONDS, attacks }));
  return JSON.parse(await text(child.stdout)) as Report;
}

async function attacks(): Promise<Attack[]> {
  const created = await send(hostile, 'POST', '/Users', { schemas: [USER], userName: 'many', emails: emails(500) });
  const { id } = (await created.json()) as { id: string };
  const filter = encodeURIComponent(conditions(100, (index) => `displayName co "no such ${index}"`));
  const path = `emails[${conditions(150, (index) => `type eq \\"none ${index}\\"`)}]`;
  const member = '{"value":"bulkId:r1"},';
  const scim = (name: string, method: string, path: string, body?: Parts): Attack => {
    const { scimUrl, headers } = hostile;
    return { name, parallel: 2, method, url: scimUrl + path, headers, ...(body && { body }) };
  };
  const graphql = (name: string, body: Parts): Attack => ({
    ...scim(name, 'POST', '', body),
    url: `${server.url}/graphql`,
    headers: { authorization: `Bearer ${hostile.adminToken}`, 'content-type': 'application/json' },
  });
  const list = 'groups(first: 1) { nodes { id } }';
  const people = 'identities(first: 200) { nodes { id userName displayName email externalId status createdAt } }';
  const group = `{"method":"POST","path":"/Groups","bulkId":"r","data":{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"r","members":[${member.repeat(100)}{"value":"bulkId:r2"}]}},`;
  return [
    { ...scim('search', 'GET', `/Users?filter=${filter}`), parallel: 16 },
    scim('patch', 'PATCH', `/Users/${id}`, [
      `{"schemas":["${MESSAGE}PatchOp"],"Operations":[`,
      [`{"op":"remove","path":"${path}"},`, 999],
      `{"op":"remove","path":"${path}"}]}`,
    ]),
    scim('patch within the budget', 'PATCH', `/Users/${id}`, [
      `{"schemas":["${MESSAGE}PatchOp"],"Operations":[`,
      [`{"op":"remove","path":"emails[type eq \\"home\\"]"},`, 100],
      `{"op":"remove","path":"title"}]}`,
    ]),
    scim('bulk', 'POST', '/Bulk', [`{"schemas":["${MESSAGE}BulkRequest"],"Operations":[`, [group, 900], '{}]}']),
    scim('structure', 'POST', '/Users', ['{"x":[', ['[],', 4_000_000], '[]]}']),
    scim('large body', 'POST', '/Users', [
      `{"schemas":["${USER}"],"userName":"large","x":[`,
      ['"0123456789abcdef",', 500_000],
      '0]}',
    ]),
    graphql('variables', [
      '{"query":"mutation ($i: SaveScimSchemaInput!) { saveScimSchema(input: $i) { id } }","variables":{"i":{"attributes":[',
      ['{},', 30_000],
      '{}]}}}',
    ]),
    graphql('pages', [`{"query":"{ identities(first: 200) { nodes { ${aliased(18, list)} } } }"}`]),
    graphql('pages within the limit', [`{"query":"{ identities(first: 200) { nodes { ${aliased(2, list)} } } }"}`]),
    graphql('fields', [`{"query":"{ ${aliased(9, people)} }"}`]),
  ];
}

it('a tenant that sends requests at full speed does not stop the requests of others', async () => {
  const all = await attacks();
  const quiet: number[] = [];
  for (let count = 0; count < QUIET_REQUESTS; count += 1)
    quiet.push(await timeOfOther(`quiet${count >> 1}`, count % 2));

  const ended = new AbortController();
  const attacking = attackWith(all).finally(() => ended.abort());
  const attacked: number[] = [];
  for (let count = 0; !ended.signal.aborted; count += 1)
    attacked.push(await timeOfOther(`person${count >> 1}`, count % 2));
  const { answered, throttled } = await attacking;

  process.stdout.write(
    `hostile tenant: ${JSON.stringify(answered)}; the other: ${attacked.length} requests, median ${at(attacked, 0.5)} ms, p99 ${at(attacked, 0.99)} ms, longest ${at(attacked, 1)} ms; before: median ${at(quiet, 0.5)} ms, p99 ${at(quiet, 0.99)} ms\n`,
  );
  expect([...ofOther].filter((status) => status !== 200 && status !== 201)).toEqual([]);
  expect(at(attacked, 0.99)).toBeLessThanOrEqual(MAX_SLOWDOWN * Math.max(QUIET_P99_AT_LEAST_MS, at(quiet, 0.99)));

  expect(throttled.length).toBeGreaterThan(0);
  for (const { retryAfter, body } of throttled) {
    expect(retryAfter).toMatch(/^[1-9]\d?$/);
    expect([
      { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'RATE_LIMITED' }) })] },
      expect.objectContaining({ schemas: [`${MESSAGE}Error`], status: '429' }),
    ]).toContainEqual(body);
  }
  for (const [name, counts] of Object.entries(answered)) {
    expect([name, counts[500]]).toEqual([name, undefined]);
    expect([name, Object.keys(counts).length]).not.toEqual([name, 0]);
  }
});

const ofOther = new Set<number>();

/**
 * Measures one request of the other tenant in milliseconds: step 0 creates a user, and the other steps search for the
 * user.
 */
async function timeOfOther(userName: string, step: number): Promise<number> {
  const started = performance.now();
  const answer = await (step === 0
    ? send(other, 'POST', '/Users', { schemas: [USER], userName })
    : send(other, 'GET', `/Users?filter=${encodeURIComponent(`userName eq "${userName}"`)}`));
  await answer.text();
  ofOther.add(answer.status);
  return performance.now() - started;
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
}
