import { USER } from '../integration/scim/scim-app.js';
import { describeRequirements } from './requirement.js';
import { createGroup, createUser, ENTERPRISE, expectError, found, fullUser, getUser } from './resources.js';

describeRequirements('authentication, media types and creating', [
  {
    cite: 'RFC 7644 §2',
    says: 'when the client cannot be authenticated, the service provider MUST answer with a WWW-Authenticate challenge',
    shows: async (client) => {
      const response = await client.send('GET', '/Users', undefined, { authorization: '' });
      expectError(response, 401);
      expect(response.headers['www-authenticate']).toMatch(/^Bearer /);
    },
  },
  {
    cite: 'RFC 7644 §3.1',
    says: 'request bodies MUST carry the schemas attribute with the URIs of their schemas',
    shows: async (client) => {
      const { schemas: _schemas, ...without } = fullUser();
      expectError(await client.send('POST', '/Users', without), 400, 'invalidSyntax');
      expectError(await client.send('POST', '/Users', fullUser('x', { schemas: ['urn:x'] })), 400, 'invalidSyntax');
    },
  },
  {
    cite: 'RFC 7643 §3',
    says: 'schemas MUST only contain schemas of the resource type; duplicate values MUST NOT be included',
    shows: async (client) => {
      const { schemas } = await createUser(client, 'a', { schemas: [USER, USER, ENTERPRISE, 'urn:other:Shoe'] });
      expect(schemas).toEqual(expect.arrayContaining([USER, ENTERPRISE]));
      expect(schemas).toHaveLength(2);
      expect(new Set(schemas).size).toBe(schemas.length);
    },
  },
  {
    cite: 'RFC 7644 §3.3',
    says: 'attributes whose mutability is readOnly SHALL be ignored',
    shows: async (client) => {
      const meta = { resourceType: 'Shoe', created: '1970-01-01T00:00:00Z', version: 'W/"99"' };
      const user = await createUser(client, 'a', { id: 'mine', meta, groups: [{ value: 'x' }] });
      expect(user.id).not.toBe('mine');
      expect(user.meta).toMatchObject({ resourceType: 'User', version: 'W/"1"' });
      expect(user.meta.created).not.toBe(meta.created);
      expect(user).not.toHaveProperty('groups');
    },
  },
  {
    cite: 'RFC 7644 §3.3',
    says: 'a conflict with an existing resource MUST be answered with 409 and scimType uniqueness',
    shows: async (client) => {
      await createUser(client, 'a@example.com');
      expectError(await client.send('POST', '/Users', fullUser('A@EXAMPLE.COM')), 409, 'uniqueness');
      await createGroup(client, 'Staff');
      const group = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'staff' };
      expectError(await client.send('POST', '/Groups', group), 409, 'uniqueness');
    },
  },
  {
    cite: 'RFC 7644 §3.3',
    says: 'a created resource SHALL be answered with 201, its URI in Location and in meta.location',
    shows: async (client) => {
      const { status, headers, body } = await client.send('POST', '/Users', fullUser());
      expect(status).toBe(201);
      expect(headers['location']).toBe(body.meta.location);
      expect(body.meta.location.endsWith(`/Users/${body.id}`)).toBe(true);
    },
  },
  {
    cite: 'RFC 7644 §3.3.1',
    says: 'meta.resourceType SHALL be set by the service provider',
    shows: async (client) => {
      expect((await createUser(client)).meta).toMatchObject({ resourceType: 'User' });
      expect((await createGroup(client, 'g')).meta).toMatchObject({ resourceType: 'Group' });
    },
  },
  {
    cite: 'RFC 7644 §3.3',
    says: 'what is accepted is what a GET gives',
    shows: async (client) => {
      const user = await createUser(client);
      expect(user).toMatchObject(fullUser());
      expect(await getUser(client, user.id)).toEqual(user);
    },
  },
  {
    cite: 'RFC 7643 §4.1.1, §7',
    says: 'userName is REQUIRED; a password is never returned',
    shows: async (client) => {
      const { userName: _userName, ...without } = fullUser();
      expectError(await client.send('POST', '/Users', without), 400, 'invalidValue');
      expectError(await client.send('POST', '/Users', fullUser('')), 400, 'invalidValue');
      const user = await createUser(client, 'a', { password: 't1meMa$heen' });
      expect(JSON.stringify(await getUser(client, user.id))).not.toContain('t1meMa$heen');
      expect(await client.send('GET', `/Users/${user.id}?attributes=password`)).not.toHaveProperty('body.password');
    },
  },
  {
    cite: 'RFC 7643 §2.5',
    says: 'null and an empty array are the same as unassigned',
    shows: async (client) => {
      const user = await createUser(client, 'a', { title: null, phoneNumbers: [] });
      expect(user).not.toHaveProperty('title');
      expect(user).not.toHaveProperty('phoneNumbers');
      expect(await found(client, 'title pr or phoneNumbers pr')).toEqual([]);
    },
  },
  {
    cite: 'RFC 7643 §2.1',
    says: 'attribute names are case insensitive',
    shows: async (client) => {
      const { body } = await client.send('POST', '/Users', {
        SCHEMAS: [USER],
        schemas: [USER],
        USERNAME: 'a',
        Name: { GIVENNAME: 'A' },
      });
      expect(body).toMatchObject({ userName: 'a', name: { givenName: 'A' } });
    },
  },
  {
    cite: 'RFC 7644 §3.8',
    says: 'answers are application/scim+json in UTF-8, whatever JSON type was asked for',
    shows: async (client) => {
      for (const accept of ['application/scim+json', 'application/json', '*/*']) {
        const { headers } = await client.send('GET', '/Users', undefined, { accept });
        expect(headers['content-type']).toBe('application/scim+json; charset=utf-8');
      }
      expect((await createUser(client, 'zoë@例え.jp')).userName).toBe('zoë@例え.jp');
    },
  },
]);
