import { GROUP, patchOf } from '../../integration/scim/scim-app.js';
import type { Requirement } from '../requirement.js';
import { createGroup, createUser, expectError, found, fullUser } from '../resources.js';

export const deleting: readonly Requirement[] = [
  {
    cite: 'RFC 7644 §3.6',
    says: 'success SHALL be 204',
    keeps: ['3.6-3'],
    shows: async (client) => {
      for (const path of [
        `/Users/${(await createUser(client)).id}`,
        `/Groups/${(await createGroup(client, 'g')).id}`,
      ]) {
        const { status, text } = await client.send('DELETE', path);
        expect([status, text]).toEqual([204, '']);
      }
    },
  },
  {
    cite: 'RFC 7644 §3.6',
    says: 'every operation on a deleted resource MUST be 404',
    keeps: ['3.6-1'],
    shows: async (client) => {
      const user = `/Users/${(await createUser(client, 'a')).id}`;
      const group = `/Groups/${(await createGroup(client, 'Staff')).id}`;
      for (const [path, body] of [
        [user, fullUser('a')],
        [group, { schemas: [GROUP], displayName: 'Staff' }],
      ] as const) {
        await client.send('DELETE', path);
        expectError(await client.send('GET', path), 404);
        expectError(await client.send('PUT', path, body), 404);
        const patches = [
          { op: 'replace', value: { active: false } },
          { op: 'replace', path: 'displayName', value: 'x' },
          { op: 'add', value: { members: [] } },
        ];
        for (const patch of patches) expectError(await client.send('PATCH', path, patchOf(patch)), 404);
        expectError(await client.send('DELETE', path), 404);
      }
      for (const op of ['add', 'remove'])
        expectError(
          await client.send('PATCH', group, patchOf({ op, path: 'members', value: [{ value: user.slice(7) }] })),
          404,
        );
    },
  },
  {
    cite: 'RFC 7644 §3.6',
    says: 'a deleted resource MUST be left out of queries; it SHOULD NOT conflict any more',
    keeps: ['3.6-2'],
    shows: async (client) => {
      const { id } = await createUser(client, 'a');
      const group = await createGroup(client, 'Staff', [id]);
      await client.send('DELETE', `/Users/${id}`);
      expect(await found(client, 'userName eq "a"')).toEqual([]);
      const { body } = await client.send('GET', `/Groups/${group.id}`);
      expect([body.members, body.meta.version]).toEqual([undefined, 'W/"2"']);
      await client.send('DELETE', `/Groups/${group.id}`);
      expect((await client.send('GET', '')).body.totalResults).toBe(0);
      await createUser(client, 'a');
      await createGroup(client, 'Staff');
    },
  },
];
