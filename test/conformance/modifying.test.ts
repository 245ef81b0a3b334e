import { GROUP, patchOf, type ScimClient } from '../integration/scim/scim-app.js';
import { describeRequirements } from './requirement.js';
import { createGroup, createUser, ENTERPRISE, expectError, found, fullUser, getUser } from './resources.js';

const patch = (client: ScimClient, id: string, ...operations: object[]) =>
  client.send('PATCH', `/Users/${id}`, patchOf(...operations));
const missing = '01890000-0000-7000-8000-000000000000';

describeRequirements('replacing (PUT)', [
  {
    cite: 'RFC 7644 §3.5.1',
    says: 'PUT MUST NOT be used to create new resources',
    shows: async (client) => expectError(await client.send('PUT', `/Users/${missing}`, fullUser()), 404),
  },
  {
    cite: 'RFC 7644 §3.5.1',
    says: 'values of readWrite attributes SHALL replace the existing ones; what is left out is cleared',
    shows: async (client) => {
      const { id } = await createUser(client);
      const { title: _title, ...kept } = fullUser();
      const { status, body } = await client.send('PUT', `/Users/${id}`, {
        ...kept,
        emails: [{ value: 'new@example.com' }],
      });
      expect([status, body['emails']]).toEqual([200, [{ value: 'new@example.com' }]]);
      expect(body).not.toHaveProperty('title');
      expect(await getUser(client, id)).toEqual(body);
    },
  },
  {
    cite: 'RFC 7644 §3.5.1',
    says: 'values of readOnly attributes SHALL be ignored',
    shows: async (client) => {
      const user = await createUser(client);
      const { body } = await client.send(
        'PUT',
        `/Users/${user.id}`,
        fullUser('b', { id: 'x', meta: {}, groups: [{ value: 'x' }] }),
      );
      expect([body.id, body.meta.created, body['groups']]).toEqual([user.id, user.meta.created, undefined]);
    },
  },
  {
    cite: 'RFC 7644 §3.5.1',
    says: 'a required attribute MUST be in the request',
    shows: async (client) => {
      const { id } = await createUser(client);
      const { userName: _userName, ...without } = fullUser();
      expectError(await client.send('PUT', `/Users/${id}`, without), 400, 'invalidValue');
    },
  },
  {
    cite: 'RFC 7644 §3.5.1',
    says: 'a PUT is answered with 200 and the entire resource',
    shows: async (client) => {
      const user = await createUser(client);
      const group = await createGroup(client, 'Staff', [user.id]);
      const { status, body } = await client.send('PUT', `/Groups/${group.id}`, {
        schemas: [GROUP],
        displayName: 'All',
        members: [{ value: user.id }],
      });
      expect([status, body.displayName, body.members]).toEqual([200, 'All', group.members]);
    },
  },
]);

describeRequirements('modifying (PATCH)', [
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'the body MUST carry the PatchOp schema and an array of one or more Operations',
    shows: async (client) => {
      const { id } = await createUser(client);
      for (const body of [
        { Operations: [{ op: 'remove', path: 'title' }] },
        patchOf(),
        { ...patchOf(), Operations: 'x' },
      ]) {
        expectError(await client.send('PATCH', `/Users/${id}`, body), 400, 'invalidSyntax');
      }
    },
  },
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'each operation MUST have one op: add, remove or replace',
    shows: async (client) => {
      const { id } = await createUser(client);
      for (const op of ['move', undefined, 7])
        expectError(await patch(client, id, { op, path: 'title', value: 'x' }), 400, 'invalidSyntax');
      expect((await patch(client, id, { op: 'Replace', path: 'title', value: 'x' })).body['title']).toBe('x');
    },
  },
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'operations apply in order, each to the result of the one before',
    shows: async (client) => {
      const { id } = await createUser(client);
      const { body } = await patch(
        client,
        id,
        { op: 'remove', path: 'title' },
        { op: 'add', path: 'title', value: 'A' },
        { op: 'replace', path: 'title', value: 'B' },
      );
      expect(body['title']).toBe('B');
    },
  },
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'a PATCH SHALL be atomic: on an error the original resource MUST be restored',
    shows: async (client) => {
      const user = await createUser(client);
      const group = await createGroup(client, 'Staff', [user.id]);
      expectError(
        await patch(client, user.id, { op: 'replace', path: 'title', value: 'x' }, { op: 'remove' }),
        400,
        'noTarget',
      );
      const steps = patchOf(
        { op: 'remove', path: 'members' },
        { op: 'add', path: 'members', value: [{ value: missing }] },
      );
      expectError(await client.send('PATCH', `/Groups/${group.id}`, steps), 400, 'invalidValue');
      expect((await client.send('GET', `/Groups/${group.id}`)).body).toEqual(group);
      expect((await getUser(client, user.id))['title']).toBe(user['title']);
    },
  },
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'success is 200 with the entire resource or 204; 200 when the attributes parameter is given',
    shows: async (client) => {
      const { id } = await createGroup(client, 'Staff');
      const rename = patchOf({ op: 'replace', path: 'displayName', value: 'All' });
      expect((await client.send('PATCH', `/Groups/${id}`, rename)).status).toBe(204);
      expect((await client.send('PATCH', `/Groups/${id}?attributes=displayName`, rename)).body.displayName).toBe('All');
    },
  },
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'a client MUST NOT modify readOnly attributes',
    shows: async (client) => {
      const { id } = await createUser(client);
      for (const path of ['id', 'meta.created', 'groups']) {
        expectError(await patch(client, id, { op: 'replace', path, value: 'x' }), 400, 'mutability');
      }
    },
  },
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'setting primary to true SHALL set it to false for the other values',
    shows: async (client) => {
      const { id } = await createUser(client);
      const { body } = await patch(client, id, {
        op: 'add',
        path: 'emails',
        value: [{ value: 'c@example.com', primary: true }],
      });
      const primaries = (body['emails'] as { value: string; primary?: boolean }[]).filter(
        ({ primary }) => primary === true,
      );
      expect(primaries.map(({ value }) => value)).toEqual(['c@example.com']);
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.1',
    says: 'add creates, appends to, or replaces by kind; without path the value names the attributes',
    shows: async (client) => {
      const { id } = await createUser(client, 'a', { title: undefined });
      const { body } = await patch(
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
    says: 'adding what is there already SHALL NOT change the modify timestamp',
    shows: async (client) => {
      const user = await createUser(client);
      const { body } = await patch(client, user.id, { op: 'add', path: 'title', value: user['title'] });
      expect(body.meta).toEqual(user.meta);
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.2',
    says: 'remove without path fails with noTarget',
    shows: async (client) =>
      expectError(await patch(client, (await createUser(client)).id, { op: 'remove' }), 400, 'noTarget'),
  },
  {
    cite: 'RFC 7644 §3.5.2.2',
    says: 'remove unassigns an attribute, all values, matching values, or their sub-attributes',
    shows: async (client) => {
      const { id } = await createUser(client);
      const { body } = await patch(
        client,
        id,
        { op: 'remove', path: 'title' },
        { op: 'remove', path: 'phoneNumbers' },
        { op: 'remove', path: 'emails[type eq "home"]' },
        { op: 'remove', path: 'emails[type eq "work"].primary' },
      );
      expect(body).not.toHaveProperty('title');
      expect(body).not.toHaveProperty('phoneNumbers');
      expect(body['emails']).toEqual([{ value: 'bjensen@example.com', type: 'work' }]);
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.2',
    says: 'removing a required or readOnly attribute fails with mutability',
    shows: async (client) => {
      const { id } = await createUser(client);
      for (const path of ['userName', 'id'])
        expectError(await patch(client, id, { op: 'remove', path }), 400, 'mutability');
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.3',
    says: 'replace changes values by kind; an attribute that does not exist SHALL be added',
    shows: async (client) => {
      const { id } = await createUser(client, 'a', { title: undefined });
      const { body } = await patch(
        client,
        id,
        { op: 'replace', path: 'title', value: 'T' },
        { op: 'replace', path: 'emails[type eq "work"].value', value: 'w@example.com' },
        { op: 'replace', path: 'phoneNumbers', value: [{ value: '9' }] },
        { op: 'replace', value: { name: { givenName: 'G' } } },
      );
      expect(body).toMatchObject({ title: 'T', phoneNumbers: [{ value: '9' }], name: { givenName: 'G' } });
      expect(await found(client, 'emails[type eq "work" and value eq "w@example.com"]')).toEqual(['a']);
    },
  },
  {
    cite: 'RFC 7644 §3.5.2.3',
    says: 'a value filter that matches nothing SHALL fail with noTarget',
    shows: async (client) => {
      const { id } = await createUser(client);
      for (const path of ['emails[type eq "x"]', 'emails[value co "nobody"].type']) {
        const value = path.endsWith('type') ? 'home' : { value: 'y' };
        expectError(await patch(client, id, { op: 'replace', path, value }), 400, 'noTarget');
      }
    },
  },
  {
    cite: 'RFC 7644 §3.12, table 9',
    says: 'an unknown or malformed path is invalidPath, a value of a wrong type invalidValue',
    shows: async (client) => {
      const { id } = await createUser(client);
      for (const path of ['shoe', 'emails[type eq', 'name..x'])
        expectError(await patch(client, id, { op: 'replace', path, value: 'x' }), 400, 'invalidPath');
      expectError(await patch(client, id, { op: 'replace', path: 'active', value: 'maybe' }), 400, 'invalidValue');
      expectError(await patch(client, id, { op: 'replace', path: 'title', value: { a: 1 } }), 400, 'invalidValue');
    },
  },
]);
