import { eventually } from '../../support/index.js';
import { GROUP, oktaUser, patchOf, type ScimApp, type ScimClient, startScim } from './scim-app.js';

jest.setTimeout(60_000);

const CHANGES = 64;

let scim: ScimApp;
let client: ScimClient;
let users: string[];
let group: string;

beforeAll(async () => {
  scim = await startScim();
});
afterAll(() => scim.close());
beforeEach(async () => {
  client = await scim.client();
  const created = await Promise.all(
    Array.from({ length: CHANGES }, (_, index) => client.send('POST', '/Users', oktaUser(`p${index}`))),
  );
  users = created.map(({ body }) => body.id);
  group = (await client.send('POST', '/Groups', { schemas: [GROUP], displayName: 'Hot' })).body.id;
});

/** Number of connections that wait for the lock of a row. */
async function waitingConnections(): Promise<number> {
  const [row] = await scim.database.query<{ waiting: number }>(
    `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return row!.waiting;
}

/** Runs `work` while another transaction has locked the group's row. */
async function whileHeld(work: () => Promise<unknown>): Promise<void> {
  await scim.database.transaction(async (tx) => {
    await tx.query('select from groups where tenant_id = $1 and id = $2 for update', [client.tenantId, group]);
    await work();
  });
}

const add = (value: string) =>
  client.send('PATCH', `/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: [{ value }] }));
const replace = (value: string) =>
  client.send('PUT', `/Groups/${group}`, { schemas: [GROUP], displayName: 'Hot', members: [{ value }] });

it.each([
  ['member changes', add],
  ['replacements', replace],
])('64 %s of one group wait on one connection, and other requests are answered', async (_name, change) => {
  const other = await scim.client();
  let changes: Promise<{ status: number; headers: Record<string, string | undefined> }[]> = Promise.resolve([]);
  await whileHeld(async () => {
    changes = Promise.all(users.map(change));
    await eventually(async () => expect(await waitingConnections()).toBe(1));
    const reads = await Promise.all([
      ...users.map((id) => client.send('GET', `/Users/${id}`)),
      client.send('GET', '/Users?count=10'),
      client.send('PATCH', `/Users/${users[0]}`, patchOf({ op: 'replace', value: { active: false } })),
      other.send('GET', '/Users'),
    ]);
    expect(new Set(reads.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await waitingConnections()).toBe(1);
  });
  const answers = await changes;
  expect(answers.filter(({ status }) => ![200, 204].includes(status))).toEqual([]);
  const { body, headers } = await client.send('GET', `/Groups/${group}`);
  expect(headers['etag']).toBe(`W/"${CHANGES + 1}"`);
  expect(body.members).toHaveLength(change === add ? CHANGES : 1);
});
