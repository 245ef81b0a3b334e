import { oktaUser, type ScimApp, type ScimBody, type ScimClient, startScim } from './scim-app.js';

const EXTENSION = 'urn:example:params:scim:schemas:extension:notes:2.0:User';
const KIB = 1024;

let scim: ScimApp;
let client: ScimClient;

beforeAll(async () => {
  scim = await startScim();
});
afterAll(() => scim.close());
beforeEach(async () => {
  client = await scim.client();
});

const userOf = (name: string, bytes: number) => oktaUser(name, { [EXTENSION]: { notes: 'x'.repeat(bytes) } });

it('refuses a body of millions of empty arrays before it is parsed', async () => {
  const body = `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a","x":[${'[],'.repeat(3_000_000)}[]]}`;
  const answer = await client.send('POST', '/Users', body);
  expect([answer.status, answer.body.detail]).toEqual([413, expect.stringContaining('arrays, objects and commas')]);
});

it('stores at most 256 KiB of attributes of one resource, whichever request sends them', async () => {
  const { status, body } = await client.send('POST', '/Users', userOf('fits', 250 * KIB));
  expect(status).toBe(201);
  expect((await client.send('POST', '/Users', userOf('large', 300 * KIB))).body).toMatchObject({
    status: '400',
    detail: expect.stringContaining('256 KiB'),
  });
  const path = `/Users/${body.id}`;
  expect((await client.send('PUT', path, userOf('fits', 300 * KIB))).body.status).toBe('400');
  const grown = { op: 'add', path: `${EXTENSION}:more`, value: 'x'.repeat(50 * KIB) };
  const patch = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [grown] };
  expect((await client.send('PATCH', path, patch)).body.status).toBe('400');
});

describe('a page of large resources', () => {
  const COUNT = 30;
  beforeEach(async () => {
    for (let index = 0; index < COUNT; index += 1)
      await client.send('POST', '/Users', userOf(`large${index}`, 250 * KIB));
    await client.send('POST', '/Groups', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'G',
    });
  });

  const idsOf = (body: ScimBody): string[] => body.Resources.map(({ id }) => id);

  it('is shorter than requested, and the next pages contain the rest', async () => {
    const seen: string[] = [];
    for (let total = COUNT; seen.length < total;) {
      const { body, text } = await client.send('GET', `/Users?startIndex=${seen.length + 1}&count=100`);
      expect(text.length).toBeLessThan(5 * KIB * KIB);
      expect(body.Resources.length).toBeGreaterThan(0);
      seen.push(...idsOf(body));
      total = body.totalResults;
    }
    expect([seen.length, new Set(seen).size]).toEqual([COUNT, COUNT]);
  });

  it('has a cursor for the next page', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const { body } = await client.send('GET', `/Users?cursor=${encodeURIComponent(cursor)}&count=100`);
      seen.push(...idsOf(body));
      cursor = body.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([COUNT, COUNT]);
  });

  it('of several resource types contains only users until no user is left', async () => {
    const seen: string[] = [];
    for (let total = COUNT + 1; seen.length < total;) {
      const { body } = await client.send('GET', `?startIndex=${seen.length + 1}&count=100`);
      seen.push(...idsOf(body));
      total = body.totalResults;
    }
    expect([seen.length, new Set(seen).size]).toEqual([COUNT + 1, COUNT + 1]);
  });
});
