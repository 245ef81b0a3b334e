import { GROUP, oktaUser, patchOf, type ScimApp, type ScimClient, startScim } from './scim-app.js';

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

let scim: ScimApp;
let client: ScimClient;

beforeAll(async () => {
  scim = await startScim();
});
afterAll(() => scim.close());
beforeEach(async () => {
  client = await scim.client();
});

const bulk = (Operations: object[], more: object = {}) =>
  client.send('POST', '/Bulk', { schemas: [BULK], Operations, ...more });
const create = (bulkId: string, name = bulkId) => ({ method: 'POST', path: '/Users', bulkId, data: oktaUser(name) });

it('creates people and a group of them by bulkId, in any order', async () => {
  const { status, body } = await bulk([
    {
      method: 'POST',
      path: '/Groups',
      bulkId: 'g',
      data: { schemas: [GROUP], displayName: 'Staff', members: [{ value: 'bulkId:a' }] },
    },
    create('a'),
  ]);
  expect(status).toBe(200);
  expect(body.Operations.map(({ status, bulkId }) => [bulkId, status])).toEqual([
    ['g', '201'],
    ['a', '201'],
  ]);
  const { body: groups } = await client.send('GET', '/Groups');
  const { body: users } = await client.send('GET', '/Users');
  expect(groups.Resources[0]?.members?.map(({ value }) => value)).toEqual(users.Resources.map(({ id }) => id));
  expect(body.Operations[1]).toMatchObject({ location: users.Resources[0]?.meta.location, version: 'W/"1"' });
});

it('returns each refusal in its place, and stops at failOnErrors', async () => {
  const { body } = await bulk([create('a'), create('b', 'a'), create('c', 'a'), create('d')], { failOnErrors: 2 });
  expect(body.Operations.map(({ status }) => status)).toEqual(['201', '409', '409']);
  expect(body.Operations[1]?.response).toMatchObject({ scimType: 'uniqueness' });
});

it('changes and deletes under a version', async () => {
  const { body: user } = await client.send('POST', '/Users', oktaUser('a'));
  const path = `/Users/${user.id}`;
  const { body } = await bulk([
    { method: 'PATCH', path, version: 'W/"7"', data: patchOf({ op: 'replace', value: { active: false } }) },
    { method: 'PATCH', path, version: 'W/"1"', data: patchOf({ op: 'replace', value: { active: false } }) },
    { method: 'DELETE', path },
  ]);
  expect(body.Operations.map(({ status }) => status)).toEqual(['412', '200', '204']);
});

it('keeps the limits in ServiceProviderConfig', async () => {
  const { body } = await client.send('GET', '/ServiceProviderConfig');
  const { maxOperations, maxPayloadSize } = body['bulk'] as { maxOperations: number; maxPayloadSize: number };
  const tooMany = Array.from({ length: maxOperations + 1 }, () => ({ method: 'DELETE', path: '/Users/x' }));
  expect((await bulk(tooMany)).body.status).toBe('413');
  expect((await bulk([], { padding: 'x'.repeat(maxPayloadSize) })).body.status).toBe('413');
});

it('stops when its token is revoked, and reports it for each operation that is left', async () => {
  const operations = Array.from({ length: 300 }, (_, index) => create(`late${index}`));
  const answering = bulk(operations);
  const count = async (): Promise<number> => {
    const [row] = await scim.database.query<{ n: number }>(
      'select count(*)::int as n from identities where tenant_id = $1',
      [client.tenantId],
    );
    return row!.n;
  };
  while ((await count()) === 0);
  await scim.database.execute('update scim_credentials set revoked_at = now() where tenant_id = $1', [client.tenantId]);
  const { status, body } = await answering;
  const statuses = body.Operations.map((operation) => operation.status);
  const made = statuses.filter((each) => each === '201').length;
  expect([status, statuses.length]).toEqual([200, 300]);
  expect(statuses).toEqual([...Array<string>(made).fill('201'), ...Array<string>(300 - made).fill('401')]);
  expect(await count()).toBe(made);
  expect(made).toBeLessThan(300);
});
