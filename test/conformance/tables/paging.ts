import type { Requirement } from '../requirement.js';
import { createGroup, createThree, createUser, expectError, listed } from '../resources.js';

export const paging: readonly Requirement[] = [
  {
    cite: 'RFC 7644 §3.4.2.4',
    says: 'startIndex below 1 SHALL be 1; a negative count SHALL be 0; 0 gives totalResults only',
    keeps: ['3.4.2.4-1', '3.4.2.4-2'],
    shows: async (client) => {
      await createThree(client);
      for (const startIndex of [-5, 0, 1]) {
        const { body } = await client.send('GET', `/Users?startIndex=${startIndex}&count=1`);
        expect(body).toMatchObject({ startIndex: 1, itemsPerPage: 1, Resources: [{ userName: 'anna' }] });
      }
      for (const count of [-1, 0]) {
        const { body } = await client.send('GET', `/Users?count=${count}`);
        expect(body).toMatchObject({ totalResults: 3, itemsPerPage: 0, Resources: [] });
      }
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.4, §3.4.2',
    says: 'there MUST NOT be more results than count; startIndex and itemsPerPage are REQUIRED on a page',
    keeps: ['3.4.2.4-3', '3.4.2-4', '3.4.2-5'],
    shows: async (client) => {
      await createThree(client);
      const { body } = await client.send('GET', '/Users?count=2');
      expect(body).toMatchObject({ totalResults: 3, startIndex: 1, itemsPerPage: 2 });
      expect(body.Resources).toHaveLength(2);
      expect((await client.send('GET', '/Users?count=2&startIndex=3')).body).toMatchObject({
        totalResults: 3,
        startIndex: 3,
        itemsPerPage: 1,
        Resources: [{ userName: 'carl' }],
      });
      expect(await listed(client, 'count=2&startIndex=2')).toEqual(['Bert', 'carl']);
    },
  },
  {
    cite: 'RFC 9865 §2',
    says: 'an empty cursor asks for the first page; nextCursor leads on and is absent at the end; startIndex is absent',
    shows: async (client) => {
      await createThree(client);
      const { body: first } = await client.send('GET', '/Users?cursor=&count=2');
      expect(first).toMatchObject({ totalResults: 3, itemsPerPage: 2, nextCursor: expect.any(String) });
      expect(first).not.toHaveProperty('startIndex');
      const { body: last } = await client.send('GET', `/Users?cursor=${first.nextCursor}&count=2`);
      expect(last.Resources.map(({ userName }) => userName)).toEqual(['carl']);
      expect(last).not.toHaveProperty('nextCursor');
    },
  },
  {
    cite: 'RFC 9865 §2',
    says: 'cursors lead through a query of the server root, over all resource types',
    shows: async (client) => {
      for (const name of ['a', 'b', 'c']) await createUser(client, name);
      for (const name of ['x', 'y', 'z']) await createGroup(client, name);
      const walk = async (query: string): Promise<(string | undefined)[]> => {
        const seen: (string | undefined)[] = [];
        for (let cursor: string | undefined = ''; cursor !== undefined;) {
          const { status, body }: Awaited<ReturnType<typeof client.send>> = await client.send(
            'GET',
            `?${query}&cursor=${encodeURIComponent(cursor)}`,
          );
          expect(status).toBe(200);
          expect(body.Resources.length).toBeLessThanOrEqual(2);
          seen.push(...body.Resources.map(({ userName, displayName }) => userName ?? displayName));
          expect(body.totalResults).toBe(query.includes('Group') ? 3 : 6);
          cursor = body.nextCursor;
        }
        return seen;
      };
      expect(await walk('count=2')).toEqual(['a', 'b', 'c', 'x', 'y', 'z']);
      expect(await walk('count=2&filter=meta.resourceType+eq+"Group"&sortBy=displayName&sortOrder=descending')).toEqual(
        ['z', 'y', 'x'],
      );
      expect((await client.send('GET', '?cursor=&count=0')).body).toMatchObject({ totalResults: 6, Resources: [] });
      for (const cursor of ['x', 'ux', 'gx', '%3F'])
        expectError(await client.send('GET', `?count=2&cursor=${cursor}`), 400, 'invalidCursor');
    },
  },
  {
    cite: 'RFC 9865 §2.1',
    says: 'a wrong cursor is refused with invalidCursor, another count with invalidCount',
    shows: async (client) => {
      await createThree(client);
      expectError(await client.send('GET', '/Users?cursor=%3F'), 400, 'invalidCursor');
      const { body } = await client.send('GET', '/Users?cursor=&count=2');
      expectError(await client.send('GET', `/Users?cursor=${body.nextCursor}&count=1`), 400, 'invalidCount');
    },
  },
];
