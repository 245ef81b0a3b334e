import {
  ERROR,
  GROUP,
  oktaUser,
  patchOf,
  type ScimApp,
  type ScimClient,
  type ScimResponse,
  startScim,
  USER,
} from './scim-app.js';

let scim: ScimApp;
let client: ScimClient;

beforeAll(async () => {
  scim = await startScim();
  client = await scim.client();
});
afterAll(() => scim.close());

function expectScimError(
  { status, headers, body }: ScimResponse,
  expected: { status: number; scimType?: string; detail?: RegExp },
): void {
  expect({ status, body }).toMatchObject({ status: expected.status });
  expect(headers['content-type']).toBe('application/scim+json; charset=utf-8');
  expect(body.schemas).toEqual([ERROR]);
  expect(body.status).toBe(String(expected.status));
  expect(body.scimType).toBe(expected.scimType);
  expect(body.detail).toMatch(expected.detail ?? /\w/);
}

describe('every refusal is a SCIM error', () => {
  const missing = '01890000-0000-7000-8000-000000000000';
  const cases: [string, string, string, unknown, { status: number; scimType?: string; detail?: RegExp }][] = [
    ['broken JSON', 'POST', '/Users', '{"userName":', { status: 400, scimType: 'invalidSyntax' }],
    ['a body that is no object', 'POST', '/Users', '[1]', { status: 400, scimType: 'invalidSyntax' }],
    [
      'empty schemas',
      'POST',
      '/Users',
      { schemas: [], userName: 'x' },
      { status: 400, scimType: 'invalidSyntax', detail: /schemas/ },
    ],
    [
      'no userName',
      'POST',
      '/Users',
      { schemas: [USER] },
      { status: 400, scimType: 'invalidValue', detail: /userName/ },
    ],
    ['an unknown id', 'GET', `/Users/${missing}`, undefined, { status: 404 }],
    ['an id that is no UUID', 'GET', '/Users/010101001010101011001010101011', undefined, { status: 404 }],
    ['an id with a zero byte', 'GET', '/Users/%00', undefined, { status: 404 }],
    [
      'an unknown group',
      'PATCH',
      `/Groups/${missing}`,
      patchOf({ op: 'add', path: 'members', value: [] }),
      { status: 404 },
    ],
    [
      'a group without displayName',
      'POST',
      '/Groups',
      { schemas: [GROUP] },
      { status: 400, scimType: 'invalidValue', detail: /displayName/ },
    ],
    [
      'members that are unknown, by id',
      'POST',
      '/Groups',
      { schemas: [GROUP], displayName: 'x', members: [{ value: missing }, { value: 'nobody' }] },
      { status: 400, scimType: 'invalidValue', detail: /nobody/ },
    ],
    ['a malformed URL', 'GET', '/Users/%ZZ', undefined, { status: 400, detail: /malformed/ }],
    ['an id that is too long', 'GET', `/Users/${'x'.repeat(201)}`, undefined, { status: 404, detail: /ids/ }],
    ['a broken filter', 'GET', '/Users?filter=userName%20eq', undefined, { status: 400, scimType: 'invalidFilter' }],
    [
      'a filter on an unknown attribute',
      'GET',
      '/Users?filter=shoe%20eq%20%2243%22',
      undefined,
      { status: 400, scimType: 'invalidFilter' },
    ],
    [
      'a broken path',
      'PATCH',
      `/Users/${missing}`,
      patchOf({ op: 'replace', path: 'emails[', value: 'x' }),
      { status: 400, scimType: 'invalidPath' },
    ],
    ['an endpoint that is not', 'GET', '/Shoes', undefined, { status: 404 }],
    ['a POST to discovery', 'POST', '/ServiceProviderConfig', '{broken', { status: 405 }],
    ['a DELETE of all users', 'DELETE', '/Users', undefined, { status: 405 }],
    ['a filter on discovery', 'GET', '/Schemas?filter=id%20pr', undefined, { status: 403 }],
  ];
  it.each(cases)('%s', async (_name, method, path, body, expected) => {
    expectScimError(await client.send(method, path, body), expected);
  });

  it('another media type', async () => {
    expectScimError(await client.send('POST', '/Users', 'userName=x', { 'content-type': 'text/plain' }), {
      status: 415,
    });
  });

  it('a body above the limit', async () => {
    const response = await client.send('POST', '/Users', `{"x":"${'x'.repeat(17 * 1024 * 1024)}"}`);
    expectScimError(response, { status: 413, detail: /16777216 bytes/ });
  });

  it('an internal error, without revealing internals', async () => {
    const failing = await startScim();
    const { send } = await failing.client();
    await failing.database.execute('alter table identities rename to hidden');
    const response = await send('GET', '/Users');
    expectScimError(response, { status: 500, detail: /our side/ });
    expect(response.text).not.toContain('identities');
    await failing.close();
  });

  it('names the allowed methods', async () => {
    expect((await client.send('PUT', '/Users', {})).headers['allow']).toBe('GET, POST');
  });
});

describe('tokens', () => {
  it.each([
    ['none', ''],
    ['a wrong one', 'Bearer wrong'],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
  ])('%s', async (_name, authorization) => {
    const response = await client.send('GET', '/Users', undefined, { authorization });
    expectScimError(response, { status: 401 });
    expect(response.headers['www-authenticate']).toMatch(/^Bearer /);
  });

  it('one of another integration', async () => {
    const other = await scim.client();
    expectScimError(await client.send('GET', '/Users', undefined, { authorization: `Bearer ${other.token}` }), {
      status: 401,
    });
  });

  it('is checked before the body is read', async () => {
    const response = await client.send('POST', '/Users', '{broken', { authorization: 'Bearer wrong' });
    expectScimError(response, { status: 401 });
  });
});

it('keeps integrations apart', async () => {
  const other = await scim.client();
  const { body: user } = await client.send('POST', '/Users', oktaUser('zoe'));
  expect((await other.send('GET', `/Users/${user.id}`)).status).toBe(404);
  expect((await other.send('DELETE', `/Users/${user.id}`)).status).toBe(404);
  expect((await other.send('POST', '/Users', oktaUser('zoe'))).status).toBe(201);
  const group = { schemas: [GROUP], displayName: 'x', members: [{ value: user.id }] };
  expectScimError(await other.send('POST', '/Groups', group), { status: 400, scimType: 'invalidValue' });
});
