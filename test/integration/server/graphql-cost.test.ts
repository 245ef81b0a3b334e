import { TenantCosts } from '@rollcall/platform';
import { eventually } from '../../support/index.js';
import { type ServerApp, startServerApp } from './server-app.js';

/** A query close to the maximum complexity of an operation: 24,000 fields. */
const WIDE = `{ ${Array.from({ length: 12 }, (_, index) => `a${index}: identities(first: 200) { nodes { id userName displayName email externalId status createdAt updatedAt enrollmentStatus } }`).join(' ')} }`;
const NARROW = '{ identities(first: 1) { nodes { id } } }';
const TIMES = 16;

/** More than 4,000 milliseconds: if the delay of a tenant is above that, its requests are refused. */
const REFUSED_FROM_MS = 5_000;

let server: ServerApp;
let costs: TenantCosts;
let timer: NodeJS.Timeout;

beforeAll(async () => {
  server = await startServerApp();
  costs = server.app.get(TenantCosts);
  // A tenant's costs are limited only while another tenant is active.
  timer = setInterval(() => costs.arrive('another tenant'), 20);
});
afterAll(async () => {
  clearInterval(timer);
  await server.stop();
});

interface Tenant {
  id: string;
  /** @returns the status of the answer */
  ask(query: string): Promise<number>;
}

async function newTenant(name: string): Promise<Tenant> {
  const created = await server.graphql({
    query: `mutation { createTenant(input: { name: "${name}" }) { tenant { id } adminToken } }`,
  });
  const { tenant, adminToken } = created.json<{
    data: { createTenant: { tenant: { id: string }; adminToken: string } };
  }>().data.createTenant;
  const headers = { authorization: `Bearer ${adminToken}` };
  return { id: tenant.id, ask: async (query) => (await server.graphql({ query }, { headers })).statusCode };
}

it('throttles a tenant whose operations are wide, and neither one with narrow ones nor a newcomer', async () => {
  const [wide, narrow, newcomer] = [await newTenant('Wide'), await newTenant('Narrow'), await newTenant('New')];
  const repeat = ({ ask }: Tenant, query: string) => Promise.all(Array.from({ length: TIMES }, () => ask(query)));

  expect(await repeat(narrow, NARROW)).toEqual(Array<number>(TIMES).fill(200));
  const sent = repeat(wide, WIDE);
  await eventually(async () => expect(costs.delayOf(wide.id)).toBeGreaterThan(REFUSED_FROM_MS));
  expect(await wide.ask(NARROW)).toBe(429);
  expect(await newcomer.ask(WIDE)).toBe(200);
  expect(await narrow.ask(NARROW)).toBe(200);
  await sent;
});
