import { GROUP, oktaUser, patchOf, type ScimClient } from '../../integration/scim/scim-app.js';
import type { Requirement } from '../requirement.js';
import { createUser, ENTERPRISE, expectError, fullUser, getUser } from '../resources.js';

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const post = (bulkId: string, data: object = oktaUser(bulkId), path = '/Users') => ({
  method: 'POST',
  path,
  bulkId,
  data,
});
const send = (client: ScimClient, Operations: unknown, more: object = {}) =>
  client.send('POST', '/Bulk', { schemas: [BULK], Operations, ...more });
const idOf = (location: string | undefined): string => location!.split('/').at(-1)!;

export const bulk: readonly Requirement[] = [
  {
    cite: 'RFC 7644 §3.7',
    says: 'a BulkRequest that is processed MUST be answered with 200, by a BulkResponse with the same bulkIds',
    keeps: ['3.7-9', '3.7-12'],
    shows: async (client) => {
      const { status, body } = await send(client, [post('a')]);
      expect([status, body.schemas]).toEqual([200, ['urn:ietf:params:scim:api:messages:2.0:BulkResponse']]);
      expect(body.Operations).toEqual([
        { method: 'POST', bulkId: 'a', status: '201', version: 'W/"1"', location: expect.stringContaining('/Users/') },
      ]);
      expect((await getUser(client, idOf(body.Operations[0]?.location))).userName).toBe('a@example.com');
    },
  },
  {
    cite: 'RFC 7644 §3.7',
    says: 'one that is not MUST have an error code: of another schema, or without Operations, which are REQUIRED',
    keeps: ['3.7-1', '3.7-10'],
    shows: async (client) => {
      expectError(await client.send('POST', '/Bulk', { schemas: [], Operations: [] }), 400, 'invalidSyntax');
      expectError(await send(client, undefined), 400, 'invalidSyntax');
      expectError(await send(client, {}), 400, 'invalidSyntax');
    },
  },
  {
    cite: 'RFC 7644 §3.7',
    says: 'method, path and data are REQUIRED, bulkId too for POST',
    keeps: ['3.7-2', '3.7-3', '3.7-4', '3.7-5'],
    shows: async (client) => {
      const { id } = await createUser(client);
      const { body } = await send(client, [
        { path: `/Users/${id}` },
        { method: 'GET', path: `/Users/${id}` },
        { method: 'POST', path: '/Users', data: oktaUser('x') },
        { method: 'DELETE' },
        { method: 'DELETE', path: '/Users' },
        { method: 'POST', path: '/Users', bulkId: 'a' },
        { method: 'PUT', path: `/Users/${id}` },
        { method: 'PATCH', path: `/Users/${id}` },
      ]);
      for (const { response } of body.Operations)
        expect(response).toMatchObject({ status: '400', scimType: 'invalidSyntax' });
      expect(body.Operations).toHaveLength(8);
      expect((await client.send('GET', '/Users')).body.totalResults).toBe(1);
    },
  },
  {
    cite: 'RFC 7644 §3.7',
    says: 'the service provider MUST go on after partial failures unless failOnErrors says otherwise',
    keeps: ['3.7-11'],
    shows: async (client) => {
      const operations = [post('a', {}), post('b'), { method: 'DELETE', path: '/Users/x' }, post('c')];
      const statuses = async (more: object) =>
        (await send(client, operations, more)).body.Operations.map(({ status }) => status);
      expect(await statuses({})).toEqual(['400', '201', '404', '201']);
      expect(await statuses({ failOnErrors: 1 })).toEqual(['400']);
    },
  },
  {
    cite: 'RFC 7644 §3.7',
    says: 'another order MUST come to the same result; the answers are in the order of the request',
    keeps: ['3.7-13'],
    shows: async (client) => {
      const { id } = await createUser(client, 'old');
      const path = `/Users/${id}`;
      const title = (value: string) => ({
        method: 'PATCH',
        path,
        data: patchOf({ op: 'replace', path: 'title', value }),
      });
      const { body } = await send(client, [
        title('1'),
        post('g', { schemas: [GROUP], displayName: 'Staff', members: [{ value: 'bulkId:u' }] }, '/Groups'),
        title('2'),
        post('u'),
        { method: 'DELETE', path: '/Users/bulkId:u' },
        title('3'),
      ]);
      expect(body.Operations.map(({ bulkId, status }) => bulkId ?? status)).toEqual([
        '200',
        'g',
        '200',
        'u',
        '204',
        '200',
      ]);
      expect((await getUser(client, id))['title']).toBe('3');
      const group = await client.send('GET', `/Groups/${idOf(body.Operations[1]?.location)}`);
      expect(group.body).not.toHaveProperty('members');
      expectError(await client.send('GET', `/Users/${idOf(body.Operations[3]?.location)}`), 404);
    },
  },
  {
    cite: 'RFC 7644 §3.7.1',
    says: 'the service provider MUST try to resolve circular references',
    keeps: ['3.7.1-1'],
    shows: async (client) => {
      const managed = (name: string, by: string) =>
        post(name, { ...oktaUser(name), [ENTERPRISE]: { manager: { value: `bulkId:${by}` } } });
      const { body } = await send(client, [managed('a', 'b'), managed('b', 'a')]);
      expect(body.Operations.map(({ status }) => status)).toEqual(['201', '201']);
      const [a, b] = body.Operations.map(({ location }) => idOf(location));
      expect((await getUser(client, a!))[ENTERPRISE]).toMatchObject({ manager: { value: b } });
      expect((await getUser(client, b!))[ENTERPRISE]).toMatchObject({ manager: { value: a } });
    },
  },
  {
    cite: 'RFC 7644 §3.7.2',
    says: '"bulkId:…" MUST be replaced by the id, in extensions too',
    keeps: ['3.7.2-1', '3.7.2-2'],
    shows: async (client) => {
      const { body } = await send(client, [
        post('boss'),
        post('u', { ...oktaUser('u'), [ENTERPRISE]: { manager: { value: 'bulkId:boss' } } }),
        post('g', { schemas: [GROUP], displayName: 'Staff', members: [{ value: 'bulkId:u' }] }, '/Groups'),
      ]);
      const [boss, u, g] = body.Operations.map(({ location }) => idOf(location));
      expect((await getUser(client, u!))[ENTERPRISE]).toMatchObject({ manager: { value: boss } });
      const { members } = (await client.send('GET', `/Groups/${g}`)).body;
      expect(members?.map(({ value }) => value)).toEqual([u]);
    },
  },
  {
    cite: 'RFC 7644 §3.7, §3.7.3',
    says: 'each result MUST be returned: its status code, of an error the response with a description',
    keeps: ['3.7-7', '3.7-8', '3.7.3-1', '3.7.3-3', '3.7.3-4'],
    shows: async (client) => {
      const { body } = await send(client, [
        post('a'),
        post('b', oktaUser('a')),
        { method: 'DELETE', path: '/Users/x' },
        'x',
      ]);
      expect(body.Operations.map(({ status, response }) => [status, response?.status, response?.scimType])).toEqual([
        ['201', undefined, undefined],
        ['409', '409', 'uniqueness'],
        ['404', '404', undefined],
        ['400', '400', 'invalidSyntax'],
      ]);
      for (const { response } of body.Operations.slice(1))
        expect(response).toMatchObject({
          schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
          detail: expect.stringMatching(/\w/),
        });
    },
  },
  {
    cite: 'RFC 7644 §3.7, §3.7.3',
    says: 'location MUST be returned for every operation except a failed POST',
    keeps: ['3.7-6', '3.7.3-2'],
    shows: async (client) => {
      const user = await createUser(client);
      const path = `/Users/${user.id}`;
      const { body } = await send(client, [
        { method: 'PUT', path, data: fullUser() },
        { method: 'PATCH', path, data: {} },
        { method: 'PUT', path },
        { method: 'PATCH', path, data: 'x' },
        { method: 'DELETE', path: '/Groups/x' },
        { method: 'DELETE', path },
        post('a', {}),
        { method: 'POST', path: '/Users' },
      ]);
      const { location } = user.meta;
      const missing = `${location.slice(0, location.indexOf('/Users'))}/Groups/x`;
      expect(body.Operations.map(({ status, location: told }) => [status, told])).toEqual([
        ['200', location],
        ['400', location],
        ['400', location],
        ['400', location],
        ['404', missing],
        ['204', location],
        ['400', undefined],
        ['400', undefined],
      ]);
    },
  },
  {
    cite: 'RFC 7644 §3.7.4',
    says: 'the limits MUST be defined; over one of them the answer MUST be 413, which MUST name the limit',
    keeps: ['3.7.4-1', '3.7.4-2', '3.7.4-3'],
    shows: async (client) => {
      const { body } = await client.send('GET', '/ServiceProviderConfig');
      const { maxOperations, maxPayloadSize } = body['bulk'] as { maxOperations: number; maxPayloadSize: number };
      const operations = (count: number) =>
        Array.from({ length: count }, () => ({ method: 'DELETE', path: '/Shoes/1' }));
      expect((await send(client, operations(maxOperations))).status).toBe(200);
      const many = await send(client, operations(maxOperations + 1));
      expectError(many, 413);
      expect(many.body.detail).toContain(String(maxOperations));
      const sized = (bytes: number) => {
        const text = JSON.stringify({ schemas: [BULK], Operations: [] });
        return client.send('POST', '/Bulk', text + ' '.repeat(bytes - text.length));
      };
      expect((await sized(maxPayloadSize)).status).toBe(200);
      const large = await sized(maxPayloadSize + 1);
      expectError(large, 413);
      expect(large.body.detail).toContain(String(maxPayloadSize));
    },
  },
];
