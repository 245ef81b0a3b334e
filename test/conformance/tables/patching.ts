import { patchOf, USER } from '../../integration/scim/scim-app.js';
import type { Requirement } from '../requirement.js';
import {
  ASSET,
  createGroup,
  createUser,
  defineAsset,
  ENTERPRISE,
  expectError,
  found,
  getUser,
  MISSING,
  patchUser,
} from '../resources.js';

/** Rules that apply to every PATCH request. The rules of the single operations are in patch-operations.ts. */
export const patching: readonly Requirement[] = [
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'the body MUST carry the PatchOp schema and an array of one or more Operations',
    keeps: ['3.5.2-1', '3.5.2-2'],
    shows: async (client) => {
      const { id } = await createUser(client);
      for (const body of [
        { schemas: [], Operations: [{ op: 'remove', path: 'title' }] },
        { schemas: [USER], Operations: [{ op: 'remove', path: 'title' }] },
        patchOf(),
        { ...patchOf(), Operations: 'x' },
      ])
        expectError(await client.send('PATCH', `/Users/${id}`, body), 400, 'invalidSyntax');
    },
  },
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'each operation MUST have one op: add, remove or replace; for remove a path is REQUIRED',
    keeps: ['3.5.2-3', '3.5.2-4'],
    shows: async (client) => {
      const { id } = await createUser(client);
      for (const op of ['move', undefined, 7, ['add']])
        expectError(await patchUser(client, id, { op, path: 'title', value: 'x' }), 400, 'invalidSyntax');
      expect((await patchUser(client, id, { op: 'Replace', path: 'title', value: 'x' })).body['title']).toBe('x');
      expectError(await patchUser(client, id, { op: 'remove', value: { title: 'x' } }), 400, 'noTarget');
    },
  },
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'operations apply in order, each to the result of the one before',
    shows: async (client) => {
      const { id } = await createUser(client);
      const { body } = await patchUser(
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
    says: 'readOnly and immutable attributes MUST NOT be modified; an error SHALL say so',
    keeps: ['3.5.2-5', '3.5.2-6'],
    shows: async (client, app) => {
      await defineAsset(client, app);
      const user = await createUser(client, 'a', { [ASSET]: { serial: 'S1', marks: ['a', 'b'] } });
      for (const operation of [
        { op: 'replace', path: 'id', value: 'x' },
        { op: 'replace', path: 'meta.created', value: 'x' },
        { op: 'add', path: 'groups', value: [{ value: 'x' }] },
        { op: 'replace', path: `${ASSET}:serial`, value: 'S2' },
        { op: 'remove', path: `${ASSET}:serial` },
        { op: 'remove', path: `${ASSET}:marks[value eq "a"]` },
        { op: 'replace', path: `${ASSET}:marks[value eq "a"]`, value: 'c' },
        { op: 'remove', path: ASSET },
      ])
        expectError(await patchUser(client, user.id, operation), 400, 'mutability');
      expectError(await patchUser(client, user.id, { op: 'add', path: 'active', value: 'maybe' }), 400, 'invalidValue');
      expect(await getUser(client, user.id)).toEqual(user);
    },
  },
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'a client MAY add a value to an immutable attribute that has none',
    shows: async (client, app) => {
      await defineAsset(client, app);
      const { id } = await createUser(client);
      const { body } = await patchUser(client, id, { op: 'add', path: `${ASSET}:serial`, value: 'S1' });
      expect(body[ASSET]).toEqual({ serial: 'S1' });
    },
  },
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'schemas SHALL be assumed; an attribute with its URN adds its schema, which later operations SHALL assume',
    keeps: ['3.5.2-7', '3.5.2-8'],
    shows: async (client) => {
      const { id } = await createUser(client, 'a', { [ENTERPRISE]: undefined, schemas: [USER] });
      const path = `${ENTERPRISE}:employeeNumber`;
      const { body } = await patchUser(
        client,
        id,
        { op: 'add', path, value: '7' },
        { op: 'replace', path: `${ENTERPRISE}:department`, value: 'Tours' },
      );
      expect([...body.schemas].sort()).toEqual([ENTERPRISE, USER].sort());
      expect(body[ENTERPRISE]).toEqual({ employeeNumber: '7', department: 'Tours' });
      expect(await found(client, `schemas eq "${ENTERPRISE}"`)).toEqual(['a']);
      const removed = await patchUser(client, id, { op: 'remove', path: ENTERPRISE });
      expect(removed.body.schemas).toEqual([USER]);
    },
  },
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'setting primary to true SHALL set it to false for the other values',
    keeps: ['3.5.2-9'],
    shows: async (client) => {
      const { id } = await createUser(client);
      const primaries = ({ emails }: Record<string, unknown>) =>
        (emails as { value: string; primary?: boolean }[]).filter(({ primary }) => primary).map(({ value }) => value);
      const value = [{ value: 'c@example.com', primary: true }];
      const added = await patchUser(client, id, { op: 'add', path: 'emails', value });
      expect(primaries(added.body)).toEqual(['c@example.com']);
      const path = 'emails[type eq "home"].primary';
      const replaced = await patchUser(client, id, { op: 'replace', path, value: true });
      expect(primaries(replaced.body)).toEqual(['babs@jensen.org']);
    },
  },
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'a PATCH SHALL be atomic: on an error the resource MUST be as before, and a failure SHALL be returned',
    keeps: ['3.5.2-10', '3.5.2-11', '3.5.2-12', '3.5.2-13'],
    shows: async (client) => {
      const user = await createUser(client);
      const group = await createGroup(client, 'Staff', [user.id]);
      const change = { op: 'replace', path: 'title', value: 'x' };
      expectError(await patchUser(client, user.id, change, { op: 'remove' }), 400, 'noTarget');
      const steps = patchOf(
        { op: 'replace', path: 'displayName', value: 'Other' },
        { op: 'remove', path: 'members' },
        { op: 'add', path: 'members', value: [{ value: MISSING }] },
      );
      expectError(await client.send('PATCH', `/Groups/${group.id}`, steps), 400, 'invalidValue');
      expect((await client.send('GET', `/Groups/${group.id}`)).body).toEqual(group);
      const { groups: _groups, ...now } = await getUser(client, user.id);
      expect(now).toEqual(user);
    },
  },
  {
    cite: 'RFC 7644 §3.5.2',
    says: 'success MUST be 200 with the entire resource, or 204; 200 when the attributes parameter is there, even empty',
    keeps: ['3.5.2-14', '3.5.2-15'],
    shows: async (client) => {
      const user = await createUser(client);
      const { status, body } = await patchUser(client, user.id, { op: 'replace', path: 'title', value: 'x' });
      expect(status).toBe(200);
      expect(body).toEqual(await getUser(client, user.id));
      const { id } = await createGroup(client, 'Staff', [user.id]);
      const rename = (query: string, value: string) =>
        client.send('PATCH', `/Groups/${id}${query}`, patchOf({ op: 'replace', path: 'displayName', value }));
      const whole = await rename('', 'All');
      const { body: group } = await client.send('GET', `/Groups/${id}`);
      expect([whole.status, whole.body]).toEqual([200, group]);
      const named = await rename('?attributes=displayName', 'B');
      expect([named.status, Object.keys(named.body).sort()]).toEqual([200, ['displayName', 'id', 'schemas']]);
      const empty = await rename('?attributes=', 'C');
      expect([empty.status, empty.body.displayName]).toEqual([200, 'C']);
    },
  },
  {
    cite: 'RFC 7644 §3.12, table 9',
    says: 'an unknown or malformed path is invalidPath, a value of a wrong type invalidValue',
    shows: async (client) => {
      const { id } = await createUser(client);
      for (const path of ['shoe', 'emails[type eq', 'name..x'])
        expectError(await patchUser(client, id, { op: 'replace', path, value: 'x' }), 400, 'invalidPath');
      for (const [path, value] of [
        ['active', 'maybe'],
        ['title', { a: 1 }],
        ['emails', 'x'.repeat(20_000)],
      ])
        expectError(await patchUser(client, id, { op: 'replace', path, value }), 400, 'invalidValue');
    },
  },
];
