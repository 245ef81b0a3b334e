import { GROUP, patchOf, type ScimApp, type ScimClient, startScim, USER } from './scim-app.js';

const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const INVALID_VALUE = { status: 400, scimType: 'invalidValue' };
const INVALID_SYNTAX = { status: 400, scimType: 'invalidSyntax' };

let scim: ScimApp;
let client: ScimClient;
beforeAll(async () => {
  scim = await startScim();
});
afterAll(() => scim.close());
beforeEach(async () => {
  client = await scim.client();
});

const post = (more: object = {}) => client.send('POST', '/Users', { schemas: [USER], userName: 'ada', ...more });
const group = (members: string[]) =>
  client.send('POST', '/Groups', {
    schemas: [GROUP],
    displayName: 'Ops',
    members: members.map((value) => ({ value })),
  });
const refusal = ({ status, body }: { status: number; body: { scimType?: string } }) => ({
  status,
  scimType: body.scimType,
});

describe('names of members of messages in any letter case (RFC 7643 §2.1)', () => {
  it('a remove with "Value" removes only the members that it lists', async () => {
    const ids = [(await post()).body.id, (await post({ userName: 'bob' })).body.id];
    const { body } = await group(ids);
    const changed = await client.send('PATCH', `/Groups/${body.id}`, {
      schemas: [PATCH],
      operations: [{ Op: 'Remove', PATH: 'members', Value: [{ VALUE: ids[0] }] }],
    });
    expect(changed.body.members?.map(({ value }) => value)).toEqual([ids[1]]);
  });

  it('searches, queries, bulk requests and resources are read in the same way', async () => {
    const { status } = await client.send('POST', '/Users', { SCHEMAS: [USER], USERNAME: 'ada' });
    expect(status).toBe(201);
    await post({ userName: 'bob' });
    const search = await client.send('POST', '/Users/.search', {
      Schemas: [SEARCH],
      Filter: 'userName eq "ada"',
      ATTRIBUTES: ['userName'],
    });
    expect([search.body.totalResults, search.body.Resources[0]!.meta]).toEqual([1, undefined]);
    expect((await client.send('GET', '/Users?FILTER=userName%20eq%20%22ada%22')).body.totalResults).toBe(1);
    const bulk = await client.send('POST', '/Bulk', {
      Schemas: [BULK],
      operations: [{ Method: 'POST', Path: '/Users', BulkID: 'a', Data: { schemas: [USER], userName: 'eve' } }],
    });
    expect(bulk.body.Operations).toEqual([expect.objectContaining({ status: '201', bulkId: 'a' })]);
  });

  it('an operation with an unknown member, or with a member in two spellings, is refused', async () => {
    const { id } = (await post()).body;
    const refused = [
      await client.send('PATCH', `/Users/${id}`, patchOf({ op: 'remove', path: 'emails', valeu: [] })),
      await client.send('PATCH', `/Users/${id}`, patchOf({ op: 'add', path: 'title', value: 'a', Value: 'b' })),
      await client.send('POST', '/Users/.search', { schemas: [SEARCH], filter: 'userName eq "ada"', Filter: 'id pr' }),
    ];
    for (const answer of refused) expect(refusal(answer)).toEqual(INVALID_SYNTAX);
    const bulk = await client.send('POST', '/Bulk', {
      schemas: [BULK],
      Operations: [{ method: 'DELETE', path: `/Users/${id}`, ifMatch: '"1"' }],
    });
    expect(bulk.body.Operations[0]!.status).toBe('400');
    expect((await client.send('GET', `/Users/${id}`)).status).toBe(200);
  });
});

describe('a value that the schema does not allow', () => {
  it.each([
    [{ op: 'remove', path: 'active' }],
    [{ op: 'replace', path: 'active', value: null }],
    [{ op: 'replace', value: { active: null } }],
    [{ op: 'replace', path: 'title', value: [] }],
    [{ op: 'replace', path: 'title', value: ['a', 'b'] }],
    [{ op: 'replace', path: 'title', value: { text: 'a' } }],
    [{ op: 'add', path: 'x509Certificates', value: [{ value: 'no base64' }] }],
    [{ op: 'replace', path: 'profileUrl', value: 'no uri' }],
  ])('is refused in a PATCH, and nothing changes: %j', async (operation) => {
    const before = (await post({ title: 'Countess' })).body;
    expect(refusal(await client.send('PATCH', `/Users/${before.id}`, patchOf(operation)))).toEqual(INVALID_VALUE);
    expect((await client.send('GET', `/Users/${before.id}`)).body).toEqual(before);
  });

  it.each([
    [{ title: [] }],
    [{ displayName: { value: 'a' } }],
    [{ active: 'yes' }],
    [{ x509Certificates: [{ value: 'a===' }] }],
    [{ photos: [{ value: 'http://ex.test/a b' }] }],
    [{ [ENTERPRISE]: { manager: { $ref: 'a b' } } }],
  ])('is refused in a POST, a PUT and a bulk request: %j', async (more) => {
    expect(refusal(await post(more))).toEqual(INVALID_VALUE);
    const { id } = (await post()).body;
    expect(refusal(await client.send('PUT', `/Users/${id}`, { schemas: [USER], userName: 'ada', ...more }))).toEqual(
      INVALID_VALUE,
    );
    const data = { schemas: [USER], userName: 'eve', ...more };
    const bulk = await client.send('POST', '/Bulk', {
      schemas: [BULK],
      Operations: [{ method: 'POST', path: '/Users', bulkId: 'a', data }],
    });
    expect(bulk.body.Operations[0]!.response).toMatchObject({ status: '400', scimType: 'invalidValue' });
  });

  it('a member whose $ref or type names something else is refused', async () => {
    const [ada, bob] = [(await post()).body.id, (await post({ userName: 'bob' })).body.id];
    for (const member of [
      { value: ada, $ref: `https://x/Users/${bob}` },
      { value: ada, type: 'Device' },
      { value: ada, $ref: 5 },
    ]) {
      const answer = await client.send('POST', '/Groups', { schemas: [GROUP], displayName: 'Ops', members: [member] });
      expect(refusal(answer)).toEqual(INVALID_VALUE);
    }
    const member = { value: ada, $ref: `../Users/${ada}`, type: 'user' };
    expect(
      (await client.send('POST', '/Groups', { schemas: [GROUP], displayName: 'Ops', members: [member] })).status,
    ).toBe(201);
  });
});

it('two values with the same type and value are stored once (RFC 7643 §2.4)', async () => {
  const emails = [
    { value: 'a@ex.test', type: 'work' },
    { value: 'A@EX.test', type: 'Work', primary: true },
    { value: 'a@ex.test', type: 'home' },
  ];
  expect((await post({ emails })).body['emails']).toEqual([
    { value: 'a@ex.test', type: 'work', primary: true },
    emails[2],
  ]);
});

it.each([
  [{ op: 'replace', path: `${ENTERPRISE}:manager.value`, value: '' }],
  [{ op: 'replace', path: `${ENTERPRISE}:manager`, value: { value: '' } }],
  [{ op: 'replace', path: `${ENTERPRISE}:manager`, value: '' }],
])('an empty manager is stored as no manager: %j', async (operation) => {
  const { id } = (await post({ [ENTERPRISE]: { manager: { value: 'boss', displayName: 'Boss' }, department: 'IT' } }))
    .body;
  const { status, body } = await client.send('PATCH', `/Users/${id}`, patchOf(operation));
  expect([status, body[ENTERPRISE]]).toEqual([200, { department: 'IT' }]);
});

describe('a PATCH of a group', () => {
  const ids = async (count: number) => {
    const rows = await scim.database.query<{ id: string }>(
      `insert into identities (tenant_id, integration_id, id, user_name) select $1, $2, gen_random_uuid(), 'p' || n from generate_series(1, $3) n returning id`,
      [client.tenantId, client.integrationId, count],
    );
    return rows.map(({ id }) => id);
  };
  const rename = patchOf({ op: 'replace', path: 'displayName', value: 'Operations' });

  it('answers 200 with the group up to 100 members', async () => {
    const people = await ids(100);
    const { body } = await group(people.slice(0, 99));
    const added = await client.send(
      'PATCH',
      `/Groups/${body.id}`,
      patchOf({ op: 'add', path: 'members', value: [{ value: people[99] }] }),
    );
    expect([added.status, added.body.members?.length, added.headers['etag']]).toEqual([
      200,
      100,
      added.body.meta.version,
    ]);
    expect(await client.send('PATCH', `/Groups/${body.id}`, rename)).toMatchObject({
      status: 200,
      body: { displayName: 'Operations' },
    });
  });

  it('answers 204 with the version above that, and 200 if the request has the parameter attributes', async () => {
    const people = await ids(102);
    const { body } = await group(people.slice(0, 100));
    const add = patchOf({ op: 'add', path: 'members', value: [{ value: people[100] }] });
    const added = await client.send('PATCH', `/Groups/${body.id}`, add);
    expect([added.status, added.text, added.headers['etag']]).toEqual([204, '', 'W/"2"']);
    expect((await client.send('PATCH', `/Groups/${body.id}`, rename)).status).toBe(204);
    expect((await client.send('PATCH', `/Groups/${body.id}?attributes=`, rename)).status).toBe(200);
  });
});

describe('habits of foreign clients', () => {
  it('a body without schemas is read as a resource of its endpoint', async () => {
    const { status, body } = await client.send('POST', '/Users', { userName: 'ada' });
    expect(status).toBe(201);
    const patched = await client.send('PATCH', `/Users/${body.id}`, {
      Operations: [{ op: 'add', path: 'title', value: 'x' }],
    });
    expect(patched).toMatchObject({ status: 200, body: { title: 'x' } });
    expect((await client.send('POST', '/Users', { schemas: [GROUP], userName: 'bob' })).status).toBe(400);
  });

  it('every answer with a user has Location, and the answer to DELETE has none', async () => {
    const { id, meta } = (await post()).body;
    for (const [method, sent] of [
      ['GET', undefined],
      ['PUT', { schemas: [USER], userName: 'ada' }],
      ['PATCH', patchOf({ op: 'add', path: 'title', value: 'x' })],
    ] as const)
      expect((await client.send(method, `/Users/${id}`, sent)).headers['location']).toBe(meta.location);
    expect((await client.send('DELETE', `/Users/${id}`)).headers).not.toHaveProperty('location');
  });

  it('two slashes before the endpoint are accepted as one', async () => {
    expect((await client.send('POST', '//Users', { schemas: [USER], userName: 'ada' })).status).toBe(201);
    expect((await client.send('GET', '//Users')).body.totalResults).toBe(1);
  });
});
