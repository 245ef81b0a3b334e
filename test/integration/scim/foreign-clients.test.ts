import { GROUP, patchOf, type ScimApp, type ScimClient, startScim, USER } from './scim-app.js';

let scim: ScimApp;
let client: ScimClient;
let userId: string;
let groupId: string;

beforeAll(async () => {
  scim = await startScim();
});
afterAll(() => scim?.close());
beforeEach(async () => {
  client = await scim.client();
  const user = { schemas: [USER], userName: 'ada@example.com', active: true };
  userId = String((await client.send('POST', '/Users', user)).body.id);
  const group = { schemas: [GROUP], displayName: 'Engineering', members: [{ value: userId }] };
  groupId = String((await client.send('POST', '/Groups', group)).body.id);
});

const members = async (): Promise<unknown> => (await client.send('GET', `/Groups/${groupId}`)).body['members'];

describe('OneLogin', () => {
  const json = { 'content-type': 'application/json', accept: 'application/json' };

  it('looks a user up by userName before it creates them', async () => {
    const found = await client.send('GET', '/Users?filter=userName%20eq%20%22ADA@example.com%22', undefined, json);
    expect([found.status, found.body.totalResults]).toEqual([200, 1]);
    const none = await client.send('GET', '/Users?filter=userName%20eq%20%22new@example.com%22', undefined, json);
    expect([none.status, none.body.totalResults, none.body['Resources']]).toEqual([200, 0, []]);
  });

  it('writes users as application/json, with null for fields that its template does not fill', async () => {
    const template = {
      schemas: [USER],
      userName: 'new@example.com',
      title: null,
      emails: [],
      name: { givenName: 'N' },
    };
    const created = await client.send('POST', '/Users', template, json);
    expect(created).toMatchObject({ status: 201, body: { name: { givenName: 'N' }, active: true } });
    const put = await client.send('PUT', `/Users/${created.body.id}`, { ...created.body, active: false }, json);
    expect(put).toMatchObject({ status: 200, body: { active: false } });
  });

  it('lists groups from the first one, and creates a group without members', async () => {
    const listed = await client.send('GET', '/Groups?startIndex=1&count=100', undefined, json);
    expect(listed.body).toMatchObject({ totalResults: 1, startIndex: 1, itemsPerPage: 1 });
    const made = await client.send('POST', '/Groups', { schemas: [GROUP], displayName: 'Empty', members: null }, json);
    expect(made.status).toBe(201);
  });

  it('adds a member that is already in the group, and removes it by a value path', async () => {
    const add = patchOf({ op: 'add', path: 'members', value: [{ value: userId }] });
    expect((await client.send('PATCH', `/Groups/${groupId}`, add, json)).status).toBe(200);
    expect(await members()).toHaveLength(1);
    const remove = patchOf({ op: 'remove', path: `members[value eq "${userId}"]` });
    expect((await client.send('PATCH', `/Groups/${groupId}`, remove, json)).status).toBe(200);
    expect(await members()).toBeUndefined();
  });
});

describe('older clients', () => {
  it.each([
    ['a slash at the end of the endpoint', '/Users/'],
    ['plus signs as spaces in a filter', '/Users?filter=userName+eq+%22ada@example.com%22'],
    ['operators in capitals', '/Users?filter=userName%20EQ%20%22ada@example.com%22'],
    ['a startIndex of 0', '/Users?startIndex=0'],
    ['a negative startIndex', '/Users?startIndex=-1&count=10'],
    ['names of parameters in capitals', '/Users?STARTINDEX=1&Count=10'],
  ])('send %s', async (_, path) => {
    const { status, body } = await client.send('GET', path);
    expect([status, body.totalResults]).toEqual([200, 1]);
  });

  it('send an empty filter, which is refused: it must not list everyone', async () => {
    expect(await client.send('GET', '/Users?filter=')).toMatchObject({
      status: 400,
      body: { scimType: 'invalidFilter' },
    });
  });

  it('use a negative count to request only the total (RFC 7644 §3.4.2.4)', async () => {
    const { status, body } = await client.send('GET', '/Users?count=-1');
    expect([status, body.totalResults, body['Resources']]).toEqual([200, 1, []]);
  });

  it('send an Accept header for any type, or none', async () => {
    for (const accept of ['*/*', 'application/json', 'text/html, */*'])
      expect((await client.send('GET', `/Users/${userId}`, undefined, { accept })).status).toBe(200);
  });

  it('PATCH without schemas, with op in capitals and members below value', async () => {
    const patch = { Operations: [{ op: 'Add', value: { members: [{ value: userId }] } }] };
    expect((await client.send('PATCH', `/Groups/${groupId}`, patch)).status).toBe(200);
    const replace = { Operations: [{ op: 'REPLACE', value: { active: 'False' } }] };
    expect(await client.send('PATCH', `/Users/${userId}`, replace)).toMatchObject({
      status: 200,
      body: { active: false },
    });
  });

  it('send one operation or one member without its list', async () => {
    const one = { op: 'remove', path: 'members', value: { value: userId } };
    expect((await client.send('PATCH', `/Groups/${groupId}`, patchOf(one))).status).toBe(200);
    expect(await members()).toBeUndefined();
  });

  it('parse ServiceProviderConfig strictly by RFC 7643: it has no other attribute unless requested', async () => {
    const known = ['schemas', 'documentationUri', 'patch', 'bulk', 'filter', 'changePassword', 'sort', 'etag'];
    known.push('authenticationSchemes', 'meta', 'id', 'externalId');
    const { body } = await client.send('GET', '/ServiceProviderConfig');
    expect(Object.keys(body).filter((name) => !known.includes(name))).toEqual([]);
    for (const name of [
      'pagination',
      'Pagination',
      'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig:pagination',
    ]) {
      const asked = await client.send('GET', `/ServiceProviderConfig?attributes=${name}`);
      expect(asked.body['pagination']).toMatchObject({ cursor: true, index: true });
    }
  });
});
