import { oktaUser, patchOf } from '../integration/scim/scim-app.js';
import { describeRequirements } from './requirement.js';
import { createGroup, createUser, expectError, found, fullUser, getUser } from './resources.js';

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const post = (bulkId: string, data: object, path = '/Users') => ({ method: 'POST', path, bulkId, data });

describeRequirements('deleting', [
  {
    cite: 'RFC 7644 §3.6',
    says: 'success is 204 without a body',
    shows: async (client) => {
      const { id } = await createUser(client);
      const { status, text } = await client.send('DELETE', `/Users/${id}`);
      expect([status, text]).toEqual([204, '']);
    },
  },
  {
    cite: 'RFC 7644 §3.6',
    says: 'every operation on a deleted resource MUST be 404; queries MUST leave it out; it is no conflict any more',
    shows: async (client) => {
      const { id } = await createUser(client, 'a');
      const group = await createGroup(client, 'Staff', [id]);
      await client.send('DELETE', `/Users/${id}`);
      expectError(await client.send('GET', `/Users/${id}`), 404);
      expectError(await client.send('PUT', `/Users/${id}`, fullUser('a')), 404);
      expectError(
        await client.send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { active: false } })),
        404,
      );
      expectError(
        await client.send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', path: 'title', value: 'x' })),
        404,
      );
      expectError(await client.send('DELETE', `/Users/${id}`), 404);
      expect(await found(client, 'userName eq "a"')).toEqual([]);
      const { body } = await client.send('GET', `/Groups/${group.id}`);
      expect([body.members, body.meta.version]).toEqual([undefined, 'W/"2"']);
      await createUser(client, 'a');
    },
  },
]);

describeRequirements('bulk', [
  {
    cite: 'RFC 7644 §3.7',
    says: 'the request MUST be a BulkRequest; the answer is a BulkResponse with 200',
    shows: async (client) => {
      expectError(await client.send('POST', '/Bulk', { Operations: [] }), 400, 'invalidSyntax');
      const { status, body } = await client.send('POST', '/Bulk', {
        schemas: [BULK],
        Operations: [post('a', oktaUser('a'))],
      });
      expect([status, body.schemas]).toEqual([200, ['urn:ietf:params:scim:api:messages:2.0:BulkResponse']]);
      expect(body.Operations).toEqual([
        { method: 'POST', bulkId: 'a', status: '201', version: 'W/"1"', location: expect.stringContaining('/Users/') },
      ]);
    },
  },
  {
    cite: 'RFC 7644 §3.7',
    says: 'the service provider MUST go on after partial failures unless failOnErrors says otherwise',
    shows: async (client) => {
      const operations = [
        post('a', {}),
        post('b', oktaUser('b')),
        { method: 'DELETE', path: '/Users/x' },
        post('c', oktaUser('c')),
      ];
      const statuses = async (more: object) =>
        (await client.send('POST', '/Bulk', { schemas: [BULK], Operations: operations, ...more })).body.Operations.map(
          ({ status }) => status,
        );
      expect(await statuses({})).toEqual(['400', '201', '404', '201']);
      expect(await statuses({ failOnErrors: 1 })).toEqual(['400']);
    },
  },
  {
    cite: 'RFC 7644 §3.7.1',
    says: 'references by bulkId, circular ones too, MUST be resolved',
    shows: async (client) => {
      const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
      const managed = (name: string, by: string) => ({
        ...oktaUser(name),
        [ENTERPRISE]: { manager: { value: `bulkId:${by}` } },
      });
      const { body } = await client.send('POST', '/Bulk', {
        schemas: [BULK],
        Operations: [post('a', managed('a', 'b')), post('b', managed('b', 'a'))],
      });
      expect(body.Operations.map(({ status }) => status)).toEqual(['201', '201']);
      const [a, b] = body.Operations.map(({ location }) => location!.split('/').at(-1)!);
      expect((await getUser(client, a!))[ENTERPRISE]).toMatchObject({ manager: { value: b } });
      expect((await getUser(client, b!))[ENTERPRISE]).toMatchObject({ manager: { value: a } });
    },
  },
  {
    cite: 'RFC 7644 §3.7.3',
    says: 'a failed operation carries status and the error as response',
    shows: async (client) => {
      const { body } = await client.send('POST', '/Bulk', {
        schemas: [BULK],
        Operations: [{ method: 'DELETE', path: '/Users/x' }],
      });
      expect(body.Operations[0]).toMatchObject({
        method: 'DELETE',
        status: '404',
        response: { status: '404', detail: expect.any(String) },
      });
    },
  },
]);

describeRequirements('errors, versions and discovery', [
  {
    cite: 'RFC 7644 §3.11',
    says: 'a service provider without /Me answers 501',
    shows: async (client) => expectError(await client.send('GET', '/Me'), 501),
  },
  {
    cite: 'RFC 7644 §3.12',
    says: 'errors are JSON with schemas and a status that is a string',
    shows: async (client) => {
      const { body, headers } = await client.send('GET', '/Users/x');
      expect(body).toEqual({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: '404',
        detail: expect.any(String),
      });
      expect(headers['content-type']).toBe('application/scim+json; charset=utf-8');
    },
  },
  {
    cite: 'RFC 7644 §3.14',
    says: 'the ETag is a header and meta.version, and changes with the resource only',
    shows: async (client) => {
      const user = await createUser(client);
      const { headers, body } = await client.send('GET', `/Users/${user.id}`);
      expect(headers['etag']).toBe(body.meta.version);
      const changed = await client.send(
        'PATCH',
        `/Users/${user.id}`,
        patchOf({ op: 'replace', path: 'title', value: 'x' }),
      );
      expect(changed.headers['etag']).toBe(changed.body.meta.version);
      expect(changed.body.meta.version).not.toBe(body.meta.version);
    },
  },
  {
    cite: 'RFC 7644 §3.14',
    says: 'If-None-Match spares a GET (304); If-Match refuses a change of another version (412)',
    shows: async (client) => {
      const { id, meta } = await createUser(client);
      expect((await client.send('GET', `/Users/${id}`, undefined, { 'if-none-match': meta.version })).status).toBe(304);
      expectError(await client.send('PUT', `/Users/${id}`, fullUser(), { 'if-match': 'W/"0"' }), 412);
      expect((await client.send('PUT', `/Users/${id}`, fullUser(), { 'if-match': meta.version })).status).toBe(200);
    },
  },
  {
    cite: 'RFC 7644 §4',
    says: 'ServiceProviderConfig tells what is supported',
    shows: async (client) => {
      const { status, body } = await client.send('GET', '/ServiceProviderConfig');
      expect(status).toBe(200);
      for (const ability of ['patch', 'bulk', 'filter', 'sort', 'etag'])
        expect(body[ability]).toMatchObject({ supported: true });
      expect(body['changePassword']).toEqual({ supported: false });
      expect(body['pagination']).toMatchObject({ cursor: true, index: true });
      expect(body['authenticationSchemes']).toContainEqual(expect.objectContaining({ type: 'oauthbearertoken' }));
    },
  },
  {
    cite: 'RFC 7644 §4',
    says: 'Schemas and ResourceTypes are lists, and each is found by its id',
    shows: async (client) => {
      for (const endpoint of ['/Schemas', '/ResourceTypes']) {
        const { body } = await client.send('GET', endpoint);
        expect(body.totalResults).toBe(body.Resources.length);
        for (const resource of body.Resources) {
          expect((await client.send('GET', `${endpoint}/${resource.id}`)).body).toEqual(resource);
        }
      }
      expectError(await client.send('GET', '/Schemas/urn:x'), 404);
    },
  },
  {
    cite: 'RFC 7644 §4',
    says: 'a filter on discovery is answered with 403',
    shows: async (client) => expectError(await client.send('GET', '/ResourceTypes?filter=id+pr'), 403),
  },
]);
