import { ERROR, GROUP, oktaUser, patchOf, type ScimApp, type ScimClient, startScim } from './scim-app.js';

let scim: ScimApp;
let okta: ScimClient;

beforeAll(async () => {
  scim = await startScim();
});
afterAll(() => scim.close());
beforeEach(async () => {
  okta = await scim.client();
});

async function create(name: string): Promise<string> {
  const { status, body } = await okta.send('POST', '/Users', oktaUser(name));
  expect(status).toBe(201);
  return body.id;
}

describe('the requests of both kinds of Okta application', () => {
  it('tests the credentials on an empty directory', async () => {
    for (const path of ['/Users?startIndex=1&count=2', '/Groups?startIndex=1&count=100']) {
      const { status, headers, body } = await okta.send('GET', path);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('application/scim+json; charset=utf-8');
      expect(body).toEqual({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
        totalResults: 0,
        startIndex: 1,
        itemsPerPage: 0,
        Resources: [],
      });
    }
  });

  it('looks for a userName in any letter case before it creates, and finds it afterwards', async () => {
    const path = `/Users?filter=${encodeURIComponent('userName eq "Alice@Example.com"')}&startIndex=1&count=100`;
    expect((await okta.send('GET', path)).body.totalResults).toBe(0);
    const id = await create('alice');
    const { body } = await okta.send('GET', path);
    expect(body.totalResults).toBe(1);
    expect(body.Resources.map((user) => user.id)).toEqual([id]);
  });

  it('creates a user and returns every attribute except the random password', async () => {
    const { status, headers, body } = await okta.send('POST', '/Users', oktaUser('bob'));
    expect(status).toBe(201);
    expect(headers['location']).toBe(`https://rollcall.test/scim/v2/${okta.integrationId}/Users/${body.id}`);
    const { schemas, groups, password, ...sent } = oktaUser('bob') as Record<string, unknown>;
    expect(body).toMatchObject({
      ...sent,
      schemas,
      meta: { resourceType: 'User', location: headers['location'], version: 'W/"1"' },
    });
    expect(body).not.toHaveProperty('password');
    expect((await okta.send('GET', `/Users/${body.id}`)).body).toEqual(body);
    const stored = await scim.database.query<{ text: string }>(
      'select i::text as text from identities i where id = $1',
      [body.id],
    );
    expect(stored[0]?.text).not.toContain(password);
    expect(groups).toEqual([]);
  });

  it('gets an error about a duplicate with a message for its administrator', async () => {
    await create('carol');
    const { status, body } = await okta.send('POST', '/Users', { ...oktaUser('carol'), userName: 'CAROL@example.com' });
    expect(status).toBe(409);
    expect(body).toEqual({
      schemas: [ERROR],
      status: '409',
      scimType: 'uniqueness',
      detail: expect.stringContaining('CAROL@example.com'),
    });
  });

  it('sends application/json as well', async () => {
    const { status } = await okta.send('POST', '/Users', oktaUser('dave'), { 'content-type': 'application/json' });
    expect(status).toBe(201);
  });

  it('sends a raw token without Bearer', async () => {
    expect((await okta.send('GET', '/Users', undefined, { authorization: okta.token })).status).toBe(200);
  });

  it('imports pages in a stable order, with integers for counts', async () => {
    for (let index = 0; index < 7; index += 1) await create(`user${index}`);
    const seen: string[] = [];
    for (let start = 1; start <= 7; start += 3) {
      const { body } = await okta.send('GET', `/Users?startIndex=${start}&count=3`);
      expect(body).toMatchObject({ totalResults: 7, startIndex: start, itemsPerPage: Math.min(3, 8 - start) });
      seen.push(...body.Resources.map(({ userName }: { userName: string }) => userName));
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6].map((index) => `user${index}@example.com`));
  });

  it('deletes a user', async () => {
    const id = await create('erin');
    const { status, text } = await okta.send('DELETE', `/Users/${id}`);
    expect([status, text]).toEqual([204, '']);
    expect((await okta.send('GET', `/Users/${id}`)).status).toBe(404);
    expect((await okta.send('DELETE', `/Users/${id}`)).status).toBe(404);
  });
});

describe('catalog application (PATCH)', () => {
  it('deactivates and reactivates without a path', async () => {
    const id = await create('alice');
    for (const active of [false, true]) {
      const { status, body } = await okta.send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { active } }));
      expect(status).toBe(200);
      expect(body.active).toBe(active);
      expect((await okta.send('GET', `/Users/${id}`)).body).toEqual(body);
    }
  });

  it('keeps the version when nothing changes', async () => {
    const id = await create('alice');
    const { body } = await okta.send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { active: true } }));
    expect(body.meta.version).toBe('W/"1"');
  });

  it('updates a profile', async () => {
    const id = await create('alice');
    const { status, body } = await okta.send(
      'PATCH',
      `/Users/${id}`,
      patchOf({
        op: 'replace',
        value: { userName: 'al@example.com', name: { givenName: 'Al', familyName: 'Example' } },
      }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ userName: 'al@example.com', name: { givenName: 'Al' }, meta: { version: 'W/"2"' } });
  });

  it('renames a group by id inside the value, on every push', async () => {
    const { body: group } = await okta.send('POST', '/Groups', { schemas: [GROUP], displayName: 'Staff', members: [] });
    const push = (displayName: string) =>
      okta.send('PATCH', `/Groups/${group.id}`, patchOf({ op: 'replace', value: { id: group.id, displayName } }));
    expect((await push('Staff')).status).toBe(200);
    expect((await okta.send('GET', `/Groups/${group.id}`)).body).toEqual(group);
    expect((await push('All staff')).status).toBe(200);
    expect((await okta.send('GET', `/Groups/${group.id}`)).body).toMatchObject({
      displayName: 'All staff',
      meta: { version: 'W/"2"' },
    });
  });

  it('pushes members in all forms of the request', async () => {
    const [a, b, c] = [await create('a'), await create('b'), await create('c')];
    const { body: group } = await okta.send('POST', '/Groups', { schemas: [GROUP], displayName: 'Staff', members: [] });
    const push = async (...operations: object[]) => {
      const { status } = await okta.send('PATCH', `/Groups/${group.id}`, patchOf(...operations));
      expect([200, 204]).toContain(status);
      const { body } = await okta.send('GET', `/Groups/${group.id}`);
      return (body.members ?? []).map(({ value }: { value: string }) => value);
    };
    const member = (value: string) => ({ value, display: 'whatever' });
    expect(await push({ op: 'add', path: 'members', value: [member(a), member(b)] })).toEqual([a, b]);
    expect(
      await push(
        { op: 'remove', path: `members[value eq "${a}"]` },
        { op: 'add', path: 'members', value: [member(c)] },
      ),
    ).toEqual([b, c]);
    expect(await push({ op: 'replace', path: 'members', value: [member(a)] })).toEqual([a]);
    expect(await push({ op: 'replace', value: { members: [member(b), member(c)] } })).toEqual([b, c]);
    expect(await push({ op: 'replace', path: 'members', value: [] })).toEqual([]);
  });
});

describe('wizard application (GET, then PUT)', () => {
  it('sends a PUT with the changed result of the GET', async () => {
    const id = await create('alice');
    const { body: got } = await okta.send('GET', `/Users/${id}`);
    const { status, body } = await okta.send('PUT', `/Users/${id}`, {
      ...got,
      displayName: 'Alice',
      password: 'again',
    });
    expect(status).toBe(200);
    const { meta, ...attributes } = got;
    expect(body).toMatchObject({
      ...attributes,
      displayName: 'Alice',
      meta: { created: meta.created, version: 'W/"2"' },
    });
    const unchanged = await okta.send('PUT', `/Users/${id}`, body);
    expect(unchanged.body).toEqual(body);
  });

  it('deactivates, and does not change active if it is absent', async () => {
    const id = await create('alice');
    const { body: got } = await okta.send('GET', `/Users/${id}`);
    expect((await okta.send('PUT', `/Users/${id}`, { ...got, active: false })).body.active).toBe(false);
    const { active: _active, ...without } = got;
    expect((await okta.send('PUT', `/Users/${id}`, without)).body.active).toBe(false);
  });

  it('sends a PUT of a group with its full member list', async () => {
    const [a, b] = [await create('a'), await create('b')];
    const { body: group } = await okta.send('POST', '/Groups', {
      schemas: [GROUP],
      displayName: 'Staff',
      members: [{ value: a }],
    });
    expect(group.members).toEqual([
      {
        value: a,
        display: 'a Example',
        type: 'User',
        $ref: `https://rollcall.test/scim/v2/${okta.integrationId}/Users/${a}`,
      },
    ]);
    const { status, body } = await okta.send('PUT', `/Groups/${group.id}`, {
      ...group,
      displayName: 'All',
      members: [{ value: b }],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ displayName: 'All', members: [{ value: b }] });
  });

  it('is answered with 409 uniqueness when the userName belongs to a deactivated user', async () => {
    const id = await create('alice');
    const { body: got } = await okta.send('GET', `/Users/${id}`);
    await okta.send('PUT', `/Users/${id}`, { ...got, active: false });
    expect((await okta.send('POST', '/Users', oktaUser('alice'))).body).toMatchObject({
      status: '409',
      scimType: 'uniqueness',
    });
  });
});
