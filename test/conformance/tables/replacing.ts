import { GROUP, USER } from '../../integration/scim/scim-app.js';
import type { Requirement } from '../requirement.js';
import {
  ASSET,
  createGroup,
  createUser,
  defineAsset,
  ENTERPRISE,
  expectError,
  fullUser,
  getUser,
  MISSING,
} from '../resources.js';

export const replacing: readonly Requirement[] = [
  {
    cite: 'RFC 7644 §3.2, §3.5.1',
    says: 'PUT MUST NOT be used to create new resources',
    keeps: ['3.2-1', '3.5.1-1'],
    shows: async (client) => {
      expectError(await client.send('PUT', `/Users/${MISSING}`, fullUser()), 404);
      expectError(await client.send('PUT', `/Groups/${MISSING}`, { schemas: [GROUP], displayName: 'x' }), 404);
      expectError(await client.send('GET', `/Users/${MISSING}`), 404);
    },
  },
  {
    cite: 'RFC 7644 §3.5, §3.5.1',
    says: 'PUT MUST be supported; values of readWrite attributes SHALL replace the existing ones; 200 and the entire resource',
    keeps: ['3.5-1', '3.5.1-2'],
    shows: async (client) => {
      const user = await createUser(client);
      const emails = [{ value: 'new@example.com' }];
      const changed = { emails, [ENTERPRISE]: { department: 'Sales' } };
      const { status, body } = await client.send('PUT', `/Users/${user.id}`, fullUser('new', changed));
      expect([status, body['emails'], body.userName]).toEqual([200, emails, 'new']);
      expect(body[ENTERPRISE]).toEqual({ department: 'Sales' });
      expect(await getUser(client, user.id)).toEqual(body);
      const group = await createGroup(client, 'Staff', [user.id]);
      const replaced = await client.send('PUT', `/Groups/${group.id}`, {
        schemas: [GROUP],
        displayName: 'All',
        members: [{ value: user.id }],
      });
      expect([replaced.status, replaced.body.displayName, replaced.body.members]).toEqual([200, 'All', group.members]);
    },
  },
  {
    cite: 'RFC 7644 §3.5.1',
    says: 'readWrite attributes that are left out MAY be cleared, and are; null and [] clear too; active stays',
    shows: async (client) => {
      const { id } = await createUser(client, 'a', { active: false });
      const { body } = await client.send('PUT', `/Users/${id}`, {
        schemas: [USER],
        userName: 'a',
        title: null,
        emails: [],
      });
      const { id: _id, meta: _meta, ...rest } = body;
      expect(rest).toEqual({ schemas: [USER], userName: 'a', active: false });
    },
  },
  {
    cite: 'RFC 7644 §3.5.1',
    says: 'values of readOnly attributes SHALL be ignored',
    keeps: ['3.5.1-5'],
    shows: async (client) => {
      const user = await createUser(client);
      const sent = fullUser('b', { id: 'x', meta: {}, groups: [{ value: 'x' }] });
      const { body } = await client.send('PUT', `/Users/${user.id}`, sent);
      expect([body.id, body.meta.created, body['groups']]).toEqual([user.id, user.meta.created, undefined]);
    },
  },
  {
    cite: 'RFC 7644 §3.5.1',
    says: 'the values of an immutable attribute that is set MUST match, else 400 mutability; left out, they stay',
    keeps: ['3.5.1-3'],
    shows: async (client, app) => {
      await defineAsset(client, app);
      const asset = { serial: 'S1', marks: ['a', 'b'], codes: ['1'] };
      const user = await createUser(client, 'a', { [ASSET]: asset });
      const put = (value: object | undefined) =>
        client.send('PUT', `/Users/${user.id}`, fullUser('a', { [ASSET]: value }));
      expectError(await put({ ...asset, serial: 'S2' }), 400, 'mutability');
      expectError(await put({ ...asset, marks: ['a'] }), 400, 'mutability');
      expect(await getUser(client, user.id)).toEqual(user);
      expect((await put({ ...asset, codes: ['2'] })).body[ASSET]).toEqual({ ...asset, codes: ['2'] });
      expect((await put(undefined)).body[ASSET]).toEqual({ serial: 'S1', marks: ['a', 'b'] });

      const GROUP_ASSET = `${ASSET}:Group`;
      const group = { schemas: [GROUP], displayName: 'g', [GROUP_ASSET]: { serial: 'S1' } };
      const { body: created } = await client.send('POST', '/Groups', group);
      const path = `/Groups/${created.id}`;
      expectError(await client.send('PUT', path, { ...group, [GROUP_ASSET]: { serial: 'S2' } }), 400, 'mutability');
      expect((await client.send('PUT', path, group)).body).toEqual(created);
      const renamed = await client.send('PUT', path, { schemas: [GROUP], displayName: 'h' });
      expect(renamed.body).toMatchObject({ displayName: 'h', [GROUP_ASSET]: { serial: 'S1' } });
    },
  },
  {
    cite: 'RFC 7644 §3.5.1',
    says: 'an immutable attribute without a value SHALL be given the one sent',
    keeps: ['3.5.1-4'],
    shows: async (client, app) => {
      await defineAsset(client, app);
      const { id } = await createUser(client, 'a', { [ASSET]: { codes: ['1'] } });
      const asset = { codes: ['1'], serial: 'S1', marks: ['a'] };
      const { status, body } = await client.send('PUT', `/Users/${id}`, fullUser('a', { [ASSET]: asset }));
      expect([status, body[ASSET]]).toEqual([200, asset]);
    },
  },
  {
    cite: 'RFC 7644 §3.5.1',
    says: 'a required attribute MUST be in the request',
    keeps: ['3.5.1-6'],
    shows: async (client) => {
      const { id } = await createUser(client);
      const { userName: _userName, ...without } = fullUser();
      expectError(await client.send('PUT', `/Users/${id}`, without), 400, 'invalidValue');
      const group = await createGroup(client, 'g');
      expectError(await client.send('PUT', `/Groups/${group.id}`, { schemas: [GROUP] }), 400, 'invalidValue');
    },
  },
];
