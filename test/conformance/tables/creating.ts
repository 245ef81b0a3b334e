import { GROUP, USER } from '../../integration/scim/scim-app.js';
import type { Requirement } from '../requirement.js';
import { createGroup, createUser, expectError, found, fullUser, getUser } from '../resources.js';

export const creating: readonly Requirement[] = [
  {
    cite: 'RFC 7644 §3.3',
    says: 'attributes SHALL be processed by their mutability; readOnly ones SHALL be ignored',
    keeps: ['3.3-1', '3.3-2'],
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
    says: 'a default MAY be assigned: active is true',
    shows: async (client) => {
      expect((await createUser(client, 'a', { active: undefined })).active).toBe(true);
      expect((await createUser(client, 'b', { active: null })).active).toBe(true);
    },
  },
  {
    cite: 'RFC 7644 §3.3',
    says: 'a conflict with an existing resource MUST be answered with 409 and scimType uniqueness',
    keeps: ['3.3-5'],
    shows: async (client) => {
      await createUser(client, 'a@example.com');
      expectError(await client.send('POST', '/Users', fullUser('A@EXAMPLE.COM')), 409, 'uniqueness');
      await createGroup(client, 'Staff');
      expectError(await client.send('POST', '/Groups', { schemas: [GROUP], displayName: 'staff' }), 409, 'uniqueness');
    },
  },
  {
    cite: 'RFC 7644 §3.3',
    says: 'a created resource SHALL be answered with 201, its URI in Location and in meta.location',
    keeps: ['3.3-3', '3.3-4'],
    shows: async (client) => {
      for (const [endpoint, resource] of [
        ['Users', fullUser()],
        ['Groups', { schemas: [GROUP], displayName: 'g' }],
      ] as const) {
        const { status, headers, body } = await client.send('POST', `/${endpoint}`, resource);
        expect(status).toBe(201);
        expect(headers['location']).toBe(body.meta.location);
        expect(body.meta.location.endsWith(`/${endpoint}/${body.id}`)).toBe(true);
      }
    },
  },
  {
    cite: 'RFC 7644 §3.3.1',
    says: 'meta.resourceType SHALL be set by the service provider',
    keeps: ['3.3.1-1'],
    shows: async (client) => {
      expect((await createUser(client)).meta).toMatchObject({ resourceType: 'User' });
      expect((await createGroup(client, 'g')).meta).toMatchObject({ resourceType: 'Group' });
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
      const { body } = await client.send('GET', `/Users/${user.id}?attributes=password`);
      expect(body).toEqual({ schemas: user.schemas, id: user.id });
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
    cite: 'RFC 7643 §2.3.8',
    says: 'a complex attribute is an object',
    shows: async (client) => {
      for (const name of [7, 'Ada', ['Ada']])
        expectError(await client.send('POST', '/Users', { schemas: [USER], userName: 'a', name }), 400, 'invalidValue');
    },
  },
];
