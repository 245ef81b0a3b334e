import { GROUP, oktaUser, patchOf, type ScimApp, type ScimClient, startScim } from './scim-app.js';

const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

let scim: ScimApp;
let client: ScimClient;
let ids: string[];
let group: string;

beforeAll(async () => {
  scim = await startScim();
  client = await scim.client();
  ids = [];
  for (const name of ['dora', 'anna', 'carl', 'Bert', 'emil']) {
    ids.push((await client.send('POST', '/Users', oktaUser(name))).body.id);
  }
  const body = { schemas: [GROUP], displayName: 'Staff', members: ids.slice(0, 2).map((value) => ({ value })) };
  group = (await client.send('POST', '/Groups', body)).body.id;
});
afterAll(() => scim.close());

const list = (query: string) => client.send('GET', `/Users?${query}`);
const names = (body: { Resources: { displayName: string }[] }) =>
  body.Resources.map(({ displayName }) => displayName.split(' ')[0]);

describe('lists', () => {
  it.each([
    ['count=0', 5, 1, []],
    ['count=-3', 5, 1, []],
    ['startIndex=-2&count=2', 5, 1, ['dora', 'anna']],
    ['startIndex=5&count=2', 5, 5, ['emil']],
    ['startIndex=77&count=2', 5, 77, []],
    ['sortBy=displayName', 5, 1, ['anna', 'Bert', 'carl', 'dora', 'emil']],
    ['sortBy=displayName&sortOrder=descending&count=2', 5, 1, ['emil', 'dora']],
    ['filter=groups.display+eq+"staff"', 2, 1, ['dora', 'anna']],
    ['filter=active+eq+true+and+not+(displayName+sw+"d")&count=1', 4, 1, ['anna']],
  ])('%s', async (query, totalResults, startIndex, expected) => {
    const { status, body } = await list(query);
    expect(status).toBe(200);
    expect({ ...body, Resources: names(body) }).toMatchObject({
      totalResults,
      startIndex,
      itemsPerPage: expected.length,
      Resources: expected,
    });
  });

  it.each(['', '&sortBy=displayName', '&sortBy=name.familyName&sortOrder=descending'])(
    'page by cursor%s',
    async (order) => {
      const seen: string[] = [];
      let cursor: string | undefined = '';
      for (let pages = 0; cursor !== undefined; pages += 1) {
        expect(pages).toBeLessThan(4);
        const { status, body } = await list(`count=2&cursor=${encodeURIComponent(cursor)}${order}`);
        expect(status).toBe(200);
        expect(body.totalResults).toBe(5);
        seen.push(...body.Resources.map(({ id }) => id));
        cursor = body.nextCursor;
      }
      expect(seen.toSorted()).toEqual(ids.toSorted());
    },
  );

  it('refuse a broken cursor', async () => {
    expect((await list('cursor=nonsense')).body).toMatchObject({ status: '400', scimType: 'invalidCursor' });
  });
});

describe('attributes', () => {
  it('are excluded and selected', async () => {
    const { body: picked } = await client.send('GET', `/Users/${ids[0]}?attributes=userName,name.givenName`);
    expect(Object.keys(picked).toSorted()).toEqual(['id', 'name', 'schemas', 'userName']);
    expect(picked['name']).toEqual({ givenName: 'dora' });
    const { body: without } = await list('excludedAttributes=emails,groups,name.familyName&count=1');
    expect(without.Resources[0]).not.toHaveProperty('emails');
    expect(without.Resources[0]).not.toHaveProperty('groups');
    expect(without.Resources[0]?.['name']).toEqual({ givenName: 'dora' });
    expect((await client.send('GET', `/Groups/${group}?excludedAttributes=members`)).body).not.toHaveProperty(
      'members',
    );
    const { body: members } = await client.send('GET', `/Groups?attributes=members.value`);
    expect(members.Resources[0]?.members).toEqual(ids.slice(0, 2).map((value) => ({ value })));
  });

  it('groups lists the groups of a user', async () => {
    const { body } = await client.send('GET', `/Users/${ids[1]}`);
    expect(body['groups']).toEqual([
      { value: group, display: 'Staff', type: 'direct', $ref: expect.stringContaining(`/Groups/${group}`) },
    ]);
  });

  it('select what the answer to a change contains', async () => {
    const patch = patchOf({ op: 'replace', value: { displayName: 'Staff' } });
    const { status, body } = await client.send('PATCH', `/Groups/${group}?attributes=displayName`, patch);
    expect([status, body.displayName, body.members]).toEqual([200, 'Staff', undefined]);
  });
});

describe('.search', () => {
  const search = (path: string, body: object) => client.send('POST', `${path}/.search`, { schemas: [SEARCH], ...body });

  it('has the same result as a list', async () => {
    const { body } = await search('/Users', { filter: 'userName sw "A"', attributes: ['displayName'] });
    expect([body.totalResults, names(body)]).toEqual([1, ['anna']]);
    expect((await search('/Groups', { filter: `members.value eq "${ids[0]}"` })).body.totalResults).toBe(1);
    expect((await search('/Groups', { filter: `members[value eq "${ids[4]}"]` })).body.totalResults).toBe(0);
  });

  it('searches users and groups at the root', async () => {
    const all = await search('', { startIndex: 5, count: 3 });
    expect(all.body).toMatchObject({ totalResults: 6, startIndex: 5, itemsPerPage: 2 });
    expect(all.body.Resources.map(({ id }) => id)).toEqual([ids[4], group]);
    expect((await search('', { filter: 'displayName sw "S"' })).body.totalResults).toBe(1);
    expect((await search('', { filter: 'meta.resourceType eq "User"' })).body.totalResults).toBe(5);
    expect((await search('', { filter: 'userName pr' })).body.totalResults).toBe(5);
    expect((await search('', { filter: 'shoe pr' })).body.scimType).toBe('invalidFilter');
  });
});

describe('versions', () => {
  it('save a read (304)', async () => {
    const { headers } = await client.send('GET', `/Users/${ids[2]}`);
    const again = await client.send('GET', `/Users/${ids[2]}`, undefined, { 'if-none-match': headers['etag']! });
    expect([again.status, again.text]).toEqual([304, '']);
    const stale = await client.send('GET', `/Groups/${group}`, undefined, { 'if-none-match': 'W/"0"' });
    expect(stale.status).toBe(200);
  });

  it.each(['/Users', '/Groups'])('protect %s from concurrent changes', async (endpoint) => {
    const created = endpoint === '/Users' ? oktaUser('guarded') : { schemas: [GROUP], displayName: 'Guarded' };
    const { body } = await client.send('POST', endpoint, created);
    const send = (method: string, etag: string, payload?: object) =>
      client.send(method, `${endpoint}/${body.id}`, payload, { 'if-match': etag });
    const patch = patchOf({ op: 'replace', value: { displayName: 'Changed' } });
    expect((await send('PATCH', 'W/"9"', patch)).body.status).toBe('412');
    expect((await send('PUT', 'W/"9"', created)).body.status).toBe('412');
    expect((await send('DELETE', 'W/"9"')).body.status).toBe('412');
    expect((await send('PATCH', 'W/"1"', patch)).status).toBeLessThan(300);
    expect((await send('PATCH', 'W/"1"', patch)).body.status).toBe('412');
    expect((await send('DELETE', 'W/"2"')).status).toBe(204);
  });
});
