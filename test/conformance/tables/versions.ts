import { GROUP, patchOf } from '../../integration/scim/scim-app.js';
import type { Requirement } from '../requirement.js';
import { createGroup, createUser, expectError, fullUser, getUser, patchUser } from '../resources.js';

export const versions: readonly Requirement[] = [
  {
    cite: 'RFC 7644 §3.14',
    says: 'ETags MUST be an HTTP header, with every answer of a user: POST, GET, PUT, PATCH, and 304',
    keeps: ['3.14-1'],
    shows: async (client) => {
      const created = await client.send('POST', '/Users', fullUser());
      const path = `/Users/${created.body.id}`;
      const answers = [
        created,
        await client.send('GET', path),
        await client.send('PUT', path, fullUser('b')),
        await client.send('PATCH', path, patchOf({ op: 'replace', path: 'title', value: 'x' })),
        await client.send('PATCH', path, patchOf({ op: 'replace', value: { active: false } })),
      ];
      for (const { headers, body } of answers) expect(headers['etag']).toBe(body.meta.version);
      expect(new Set(answers.map(({ headers }) => headers['etag'])).size).toBe(4);
      const { version } = answers.at(-1)!.body.meta;
      const unchanged = await client.send('GET', path, undefined, { 'if-none-match': version });
      expect([unchanged.status, unchanged.headers['etag'], unchanged.text]).toEqual([304, version, '']);
    },
  },
  {
    cite: 'RFC 7644 §3.14, §3.5.2',
    says: 'so it is with every answer of a group, 204 too, and in bulk',
    shows: async (client) => {
      const { id: member } = await createUser(client);
      const { id } = await createGroup(client, 'Staff');
      const path = `/Groups/${id}`;
      const value = [{ value: member }];
      for (const operations of [
        [{ op: 'replace', path: 'displayName', value: 'All' }],
        [{ op: 'add', path: 'members', value }],
        [{ op: 'add', path: 'members', value }],
        [{ op: 'remove', path: `members[value eq "${member}"]` }],
        [{ op: 'remove', path: `members[value eq "${member}"]` }],
        [{ op: 'replace', path: 'members', value }],
        [
          { op: 'remove', path: 'members[display co "a"]' },
          { op: 'add', path: 'externalId', value: 'x' },
        ],
        [{ op: 'add', value: { displayName: 'All' } }],
      ]) {
        const { status, headers } = await client.send('PATCH', path, patchOf(...operations));
        const { headers: now, body } = await client.send('GET', path);
        expect([status, headers['etag'], now['etag']]).toEqual([200, body.meta.version, body.meta.version]);
      }
      const put = await client.send('PUT', path, { schemas: [GROUP], displayName: 'B' });
      expect(put.headers['etag']).toBe(put.body.meta.version);
      const unchanged = await client.send('GET', path, undefined, { 'if-none-match': put.body.meta.version });
      expect([unchanged.status, unchanged.headers['etag']]).toEqual([304, put.body.meta.version]);

      const { body } = await client.send('POST', '/Bulk', {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
        Operations: [{ method: 'PATCH', path, data: patchOf({ op: 'add', path: 'members', value }) }],
      });
      const { body: group } = await client.send('GET', path);
      expect(body.Operations[0]).toMatchObject({ status: '204', version: group.meta.version });
    },
  },
  {
    cite: 'RFC 7643 §3.1',
    says: 'meta.version changes with the resource, and with it only',
    shows: async (client) => {
      const user = await createUser(client);
      const same = await patchUser(client, user.id, { op: 'replace', path: 'title', value: user['title'] });
      expect(same.body.meta).toEqual(user.meta);
      expect((await client.send('PUT', `/Users/${user.id}`, user)).body.meta).toEqual(user.meta);
      const changed = await patchUser(client, user.id, { op: 'replace', path: 'title', value: 'x' });
      expect(changed.body.meta.version).not.toBe(user.meta.version);
    },
  },
  {
    cite: 'RFC 7644 §3.14',
    says: 'If-None-Match spares a GET (304); If-Match refuses a change of another version (412)',
    shows: async (client) => {
      const { id, meta } = await createUser(client);
      const path = `/Users/${id}`;
      expect((await client.send('GET', path, undefined, { 'if-none-match': 'W/"0"' })).status).toBe(200);
      const stale = { 'if-match': 'W/"0"' };
      expectError(await client.send('PUT', path, fullUser(), stale), 412);
      expectError(await client.send('PATCH', path, patchOf({ op: 'remove', path: 'title' }), stale), 412);
      expectError(await client.send('DELETE', path, undefined, stale), 412);
      expect((await getUser(client, id)).meta).toEqual(meta);
      expect((await client.send('PUT', path, fullUser('b'), { 'if-match': meta.version })).status).toBe(200);
    },
  },
];
