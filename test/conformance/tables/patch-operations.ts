import { patchOf } from '../../integration/scim/scim-app.js';
import type { Requirement } from '../requirement.js';
import { createGroup, createUser, ENTERPRISE, expectError, found, getUser, patchUser } from '../resources.js';

export const patchOperations: readonly Requirement[] = [
  {
    cite: 'RFC 7644 §3.5.2.1',
    says: 'add creates, appends to, or replaces by kind; without path the value names the attributes',
    shows: async (client) => {
      const { id } = await createUser(client, 'a', { title: undefined });
      const { body } = await patchUser(
        client,
        id,
        { op: 'add', path: 'title', value: 'T' },
        { op: 'add', path: 'phoneNumbers', value: [{ value: '2' }] },
        { op: 'add', value: { nickName: 'N', [ENTERPRISE]: { costCenter: '7' } } },
        { op: 'add', path: 'name.middleName', value: 'M' },
      );
      expect(body).toMatchObject({
        title: 'T',
        nickName: 'N',
        name: { middleName: 'M', familyName: 'Jensen' },
        [ENTERPRISE]: { costCenter: '7', department: 'Tours' },
      });
      expect(body['phoneNumbers']).toHaveLength(2);
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.1',
    says: 'add MUST contain a value',
    keeps: ['3.5.2.1-1'],
    shows: async (client) => {
      const user = await createUser(client, 'a', { 'urn:other:1.0:User': { tag: 'x' } });
      for (const path of [
        'title',
        'emails',
        'name',
        'emails[type eq "work"].value',
        undefined,
        'urn:other:1.0:User:tag',
      ])
        expectError(await patchUser(client, user.id, { op: 'add', path }), 400, 'invalidValue');
      expect(await getUser(client, user.id)).toEqual(user);
      const { id } = await createGroup(client, 'g');
      for (const path of ['displayName', 'members'])
        expectError(await client.send('PATCH', `/Groups/${id}`, patchOf({ op: 'add', path })), 400, 'invalidValue');
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.1',
    says: 'for a complex attribute a set of sub-attributes SHALL be the value',
    keeps: ['3.5.2.1-2'],
    shows: async (client) => {
      const { id } = await createUser(client);
      for (const value of ['Ada', 7, true, ['Ada', 'B']])
        expectError(await patchUser(client, id, { op: 'add', path: 'name', value }), 400, 'invalidValue');
      const { body } = await patchUser(client, id, { op: 'add', path: 'name', value: { givenName: 'Ada' } });
      expect(body['name']).toMatchObject({ givenName: 'Ada', familyName: 'Jensen' });
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.1',
    says: 'adding what is there already SHALL NOT change the modify timestamp',
    keeps: ['3.5.2.1-3'],
    shows: async (client) => {
      const user = await createUser(client);
      const { body } = await patchUser(
        client,
        user.id,
        { op: 'add', path: 'title', value: user['title'] },
        { op: 'add', path: 'emails', value: user['emails'] },
      );
      expect(body).toEqual(user);
      const group = await createGroup(client, 'Staff', [user.id]);
      for (const operations of [
        [{ op: 'add', path: 'members', value: [{ value: user.id }] }],
        [{ op: 'add', value: { displayName: 'Staff', members: [{ value: user.id }] } }],
      ]) {
        const { status } = await client.send('PATCH', `/Groups/${group.id}`, patchOf(...operations));
        expect(status).toBe(200);
        expect((await client.send('GET', `/Groups/${group.id}`)).body.meta).toEqual(group.meta);
      }
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.2',
    says: 'remove without path fails with noTarget',
    shows: async (client) =>
      expectError(await patchUser(client, (await createUser(client)).id, { op: 'remove' }), 400, 'noTarget'),
  },
  {
    cite: 'RFC 7644 §3.5.2.2',
    says: 'a removed single-valued attribute, or all values of a multi-valued one, SHALL be unassigned',
    keeps: ['3.5.2.2-1', '3.5.2.2-2'],
    shows: async (client) => {
      const { id } = await createUser(client, 'a');
      const { body } = await patchUser(
        client,
        id,
        { op: 'remove', path: 'title' },
        { op: 'remove', path: 'phoneNumbers' },
      );
      for (const path of ['title', 'phoneNumbers']) {
        expect(body).not.toHaveProperty(path);
        expect(await found(client, `${path} pr`)).toEqual([]);
      }
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.2',
    says: 'matching values are removed; when none remains the attribute SHALL be unassigned',
    keeps: ['3.5.2.2-3', '3.5.2.2-5'],
    shows: async (client) => {
      const { id } = await createUser(client, 'a');
      const one = await patchUser(client, id, { op: 'remove', path: 'emails[value eq "babs@jensen.org"]' });
      expect(one.body['emails']).toEqual([{ value: 'bjensen@example.com', type: 'work', primary: true }]);
      const { body } = await patchUser(
        client,
        id,
        { op: 'remove', path: 'emails[type eq "work"]' },
        { op: 'remove', path: 'phoneNumbers[value eq "555-555-5555"]' },
      );
      for (const path of ['emails', 'phoneNumbers']) {
        expect(body).not.toHaveProperty(path);
        expect(await found(client, `${path} pr`)).toEqual([]);
      }
      const group = await createGroup(client, 'Staff', [id]);
      await client.send('PATCH', `/Groups/${group.id}`, patchOf({ op: 'remove', path: `members[value eq "${id}"]` }));
      expect((await client.send('GET', `/Groups/${group.id}`)).body).not.toHaveProperty('members');
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.2',
    says: 'sub-attributes that are removed SHALL be unassigned',
    keeps: ['3.5.2.2-4'],
    shows: async (client) => {
      const { id } = await createUser(client, 'a');
      const { body } = await patchUser(
        client,
        id,
        { op: 'remove', path: 'emails[type eq "work"].primary' },
        { op: 'remove', path: 'name.formatted' },
      );
      expect(body['emails']).toContainEqual({ value: 'bjensen@example.com', type: 'work' });
      expect(body['name']).toEqual({ familyName: 'Jensen', givenName: 'Barbara' });
      expect(await found(client, 'emails.primary pr or name.formatted pr')).toEqual([]);
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.2',
    says: 'removing a required or readOnly attribute SHALL fail with mutability',
    keeps: ['3.5.2.2-6'],
    shows: async (client) => {
      const { id } = await createUser(client);
      for (const path of ['userName', 'id', 'meta', 'meta.created', 'groups', 'schemas'])
        expectError(await patchUser(client, id, { op: 'remove', path }), 400, 'mutability');
      const group = await createGroup(client, 'g');
      for (const path of ['displayName', 'id'])
        expectError(
          await client.send('PATCH', `/Groups/${group.id}`, patchOf({ op: 'remove', path })),
          400,
          'mutability',
        );
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.3',
    says: 'without path the value of a replace SHALL be the attributes to replace',
    keeps: ['3.5.2.3-1'],
    shows: async (client) => {
      const user = await createUser(client);
      const { body } = await patchUser(client, user.id, {
        op: 'replace',
        value: { title: 'T', emails: [{ value: 'n@x' }] },
      });
      expect(body).toMatchObject({ title: 'T', emails: [{ value: 'n@x' }], nickName: 'Babs' });
      for (const value of [undefined, null, 'x', 7, [{ title: 'T' }]])
        expectError(await patchUser(client, user.id, { op: 'replace', value }), 400, 'invalidValue');
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.3',
    says: 'replace of an attribute that does not exist SHALL be an add',
    keeps: ['3.5.2.3-2'],
    shows: async (client) => {
      const { id } = await createUser(client, 'a', { title: undefined, phoneNumbers: undefined });
      const { body } = await patchUser(
        client,
        id,
        { op: 'replace', path: 'title', value: 'T' },
        { op: 'replace', path: 'phoneNumbers', value: [{ value: '9' }] },
        { op: 'replace', path: 'name.middleName', value: 'M' },
      );
      expect(body).toMatchObject({ title: 'T', phoneNumbers: [{ value: '9' }], name: { middleName: 'M' } });
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.3',
    says: 'for a complex attribute a set of sub-attributes SHALL be the value; those not in it are left unchanged',
    keeps: ['3.5.2.3-3'],
    shows: async (client) => {
      const { id } = await createUser(client);
      const { body } = await patchUser(client, id, { op: 'replace', path: 'name', value: { givenName: 'G' } });
      expect(body['name']).toEqual({ formatted: 'Ms. Barbara J Jensen, III', familyName: 'Jensen', givenName: 'G' });
      for (const value of ['G', 7, ['G', 'H']])
        expectError(await patchUser(client, id, { op: 'replace', path: 'name', value }), 400, 'invalidValue');
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.3',
    says: 'through a value filter all matching values SHALL be replaced',
    keeps: ['3.5.2.3-4'],
    shows: async (client) => {
      const emails = [
        { value: '1@x', type: 'work' },
        { value: '2@x', type: 'home' },
        { value: '3@x', type: 'work' },
      ];
      const { id } = await createUser(client, 'a', { emails });
      const path = 'emails[type eq "work"].display';
      const { body } = await patchUser(client, id, { op: 'replace', path, value: 'W' });
      expect(body['emails']).toEqual([{ ...emails[0], display: 'W' }, emails[1], { ...emails[2], display: 'W' }]);
      const whole = { op: 'replace', path: 'emails[type eq "work"]', value: { display: 'V' } };
      expect((await patchUser(client, id, whole)).body['emails']).toEqual([
        { ...emails[0], display: 'V' },
        emails[1],
        { ...emails[2], display: 'V' },
      ]);
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.3',
    says: 'a value filter that matches nothing SHALL fail with noTarget',
    keeps: ['3.5.2.3-5'],
    shows: async (client) => {
      const { id } = await createUser(client);
      for (const path of ['emails[type eq "x"]', 'emails[value eq "nobody"]', 'emails[value co "nobody"].type']) {
        const value = path.endsWith('type') ? 'home' : { value: 'y' };
        expectError(await patchUser(client, id, { op: 'replace', path, value }), 400, 'noTarget');
      }
    },
  },
];
