import { GROUP, USER } from '../../integration/scim/scim-app.js';
import type { Requirement } from '../requirement.js';
import { createUser, ENTERPRISE, expectError, fullUser, getUser } from '../resources.js';

export const protocol: readonly Requirement[] = [
  {
    cite: 'RFC 7644 §2',
    says: 'the service provider SHALL indicate supported authentication schemes via WWW-Authenticate',
    keeps: ['2-1'],
    shows: async (client) => {
      const response = await client.send('GET', '/Users', undefined, { authorization: '' });
      expectError(response, 401);
      expect(response.headers['www-authenticate']).toMatch(/^Bearer /);
    },
  },
  {
    cite: 'RFC 7644 §2',
    says: 'the authenticated client MUST be mapped to what it may see: one integration',
    keeps: ['2-2'],
    shows: async (client, app) => {
      const { id } = await createUser(client);
      const other = await app.client();
      expectError(await other.send('GET', `/Users/${id}`), 404);
      expectError(await client.send('GET', '/Users', undefined, { authorization: `Bearer ${other.token}` }), 401);
    },
  },
  {
    cite: 'RFC 7643 §3',
    says: 'schemas in request bodies MUST name the resource type; left out, the endpoint says it',
    shows: async (client) => {
      const { schemas: _schemas, ...without } = fullUser();
      expect((await client.send('POST', '/Users', without)).status).toBe(201);
      expectError(await client.send('POST', '/Users', fullUser('y', { schemas: [] })), 400, 'invalidSyntax');
      expectError(await client.send('POST', '/Users', fullUser('x', { schemas: ['urn:x'] })), 400, 'invalidSyntax');
    },
  },
  {
    cite: 'RFC 7643 §3',
    says: 'schemas MUST only contain schemas of the resource type; duplicate values MUST NOT be included',
    shows: async (client) => {
      const { schemas } = await createUser(client, 'a', { schemas: [USER, USER, ENTERPRISE, 'urn:other:Shoe'] });
      expect([...schemas].sort()).toEqual([ENTERPRISE, USER].sort());
    },
  },
  {
    cite: 'RFC 7644 §3.1',
    says: 'message schemas MUST begin with urn:ietf:params:scim:api: and SHALL NOT be found at /Schemas',
    keeps: ['3.1-1', '3.1-2'],
    shows: async (client) => {
      const messages = [
        await client.send('GET', '/Users'),
        await client.send('GET', '/Users/x'),
        await client.send('POST', '/Bulk', {
          schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
          Operations: [],
        }),
      ];
      for (const { body } of messages)
        expect(body.schemas).toEqual([expect.stringMatching(/^urn:ietf:params:scim:api:/)]);
      const { body } = await client.send('GET', '/Schemas');
      const ids = body.Resources.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([USER, GROUP, ENTERPRISE]));
      expect(ids.filter((id) => /^urn:ietf:params:scim:api:/i.test(id))).toEqual([]);
      for (const { body: message } of messages)
        expectError(await client.send('GET', `/Schemas/${message.schemas[0]}`), 404);
    },
  },
  {
    cite: 'RFC 7644 §3.1',
    says: 'responses SHALL reflect resource state as interpreted: what is accepted is what a GET gives',
    keeps: ['3.1-3'],
    shows: async (client) => {
      const user = await createUser(client, 'a', { active: 'True', USERTYPE: 'Temp', userType: undefined });
      expect(user).toMatchObject({ ...fullUser('a'), active: true, userType: 'Temp' });
      expect(await getUser(client, user.id)).toEqual(user);
    },
  },
  {
    cite: 'RFC 7643 §2.1',
    says: 'attribute names are case insensitive',
    shows: async (client) => {
      const { body } = await client.send('POST', '/Users', {
        schemas: [USER],
        USERNAME: 'a',
        Name: { GIVENNAME: 'A' },
      });
      expect(body).toMatchObject({ userName: 'a', name: { givenName: 'A' } });
    },
  },
  {
    cite: 'RFC 7644 §3.8',
    says: 'requests and answers MUST be JSON in UTF-8, which is the default; Accept: application/scim+json MUST be supported',
    keeps: ['3.8-1', '3.8-2', '3.8-3'],
    shows: async (client) => {
      for (const accept of ['application/scim+json', 'application/json', '*/*']) {
        const { headers } = await client.send('GET', '/Users', undefined, { accept });
        expect(headers['content-type']).toBe('application/scim+json; charset=utf-8');
      }
      const user = fullUser('zoë@例え.jp');
      const { body } = await client.send('POST', '/Users', user, { 'content-type': 'application/scim+json' });
      expect(body.userName).toBe('zoë@例え.jp');
    },
  },
  {
    cite: 'RFC 7644 §3.11',
    says: 'a service provider without /Me SHOULD answer 501',
    shows: async (client) => expectError(await client.send('GET', '/Me'), 501),
  },
  {
    cite: 'RFC 7644 §3.12',
    says: 'errors MUST be returned in a JSON body, its status (a string) REQUIRED',
    keeps: ['3.12-1', '3.12-2'],
    shows: async (client) => {
      const { body, headers } = await client.send('GET', '/Users/x');
      expect(body).toEqual({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: '404',
        detail: expect.any(String),
      });
      expect(headers['content-type']).toBe('application/scim+json; charset=utf-8');
      for (const path of ['/Users/%ZZ', `/Users/${'x'.repeat(2000)}`, '/Shoes', `/Users?filter=${'x'.repeat(9000)}`]) {
        const refused = await client.send('GET', path);
        expectError(refused, refused.status, refused.body.scimType);
        expect(refused.headers['content-type']).toBe('application/scim+json; charset=utf-8');
      }
    },
  },
  {
    cite: 'RFC 7644 §3.13',
    says: 'the service provider MUST perform the operation using the desired version or reject the request',
    keeps: ['3.13-1'],
    shows: async ({ integrationId, token }, { app }) => {
      const at = (version: string) =>
        app.inject({
          url: `/scim/${version}/${integrationId}/Users`,
          headers: { authorization: `Bearer ${token}` },
        });
      expect((await at('v2')).statusCode).toBe(200);
      for (const version of ['v1', 'v3']) {
        const { statusCode, headers } = await at(version);
        expect([statusCode, headers['content-type']]).toEqual([404, 'application/scim+json; charset=utf-8']);
      }
    },
  },
];
