import type { Requirement } from '../requirement.js';
import { createGroup, createThree, createUser, ENTERPRISE, expectError, listed } from '../resources.js';

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

export const querying: readonly Requirement[] = [
  {
    cite: 'RFC 7644 §3.4.1',
    says: 'an existing resource is answered with 200 and itself',
    shows: async (client) => {
      const user = await createUser(client);
      const { status, headers, body } = await client.send('GET', `/Users/${user.id}`);
      expect([status, headers['etag'], body]).toEqual([200, user.meta.version, user]);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2',
    says: 'responses MUST be identified as ListResponse; totalResults and Resources are REQUIRED',
    keeps: ['3.4.2-1', '3.4.2-2', '3.4.2-3'],
    shows: async (client) => {
      const user = await createUser(client);
      for (const path of ['/Users', '', '/Schemas', '/ResourceTypes']) {
        const { status, body } = await client.send('GET', path);
        expect([status, body.schemas]).toEqual([200, [LIST]]);
        expect(body.totalResults).toBe(body.Resources.length);
      }
      expect((await client.send('GET', '/Users')).body.Resources).toEqual([user]);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2',
    says: 'no match SHALL be success with totalResults 0',
    keeps: ['3.4.2-6'],
    shows: async (client) => {
      const { status, body } = await client.send('GET', '/Users?filter=userName+eq+"nobody"');
      expect([status, body.schemas, body.totalResults]).toEqual([200, [LIST], 0]);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.1',
    says: 'a query of the server root SHALL include all resources, subject to filtering, which MUST be that of §3.4.2.2',
    keeps: ['3.4.2.1-1', '3.4.2.1-2'],
    shows: async (client) => {
      await createUser(client, 'anna');
      await createGroup(client, 'admins');
      expect((await client.send('GET', '')).body.totalResults).toBe(2);
      const { body } = await client.send('GET', '?filter=meta.resourceType+eq+"Group"+and+not+(displayName+co+"x")');
      expect(body.Resources.map(({ displayName }) => displayName)).toEqual(['admins']);
      expectError(await client.send('GET', '?filter=shoe+eq+"43"'), 400, 'invalidFilter');
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.1',
    says: 'attributes that are not part of a resource type SHALL be treated as if there is no value',
    keeps: ['3.4.2.1-3'],
    shows: async (client) => {
      await createUser(client, 'anna');
      await createGroup(client, 'admins');
      const total = async (filter: string) =>
        (await client.send('GET', `?filter=${encodeURIComponent(filter)}`)).body.totalResults;
      expect(await total('userName eq "anna"')).toBe(1);
      expect(await total('not (userName eq "anna")')).toBe(1);
      expect(await total('members pr')).toBe(0);
      expect(await total('members ne null')).toBe(0);
      expect(await total('members eq null')).toBe(2);
      expect(await total('userName ne "anna"')).toBe(1);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.5',
    says: 'attributes and excludedAttributes MUST be supported; they SHALL control what is returned',
    keeps: ['3.4.2.5-1', '3.4.2.5-2'],
    shows: async (client) => {
      const user = await createUser(client);
      const read = async (query: string) => (await client.send('GET', `/Users?${query}`)).body.Resources[0];
      expect(await read('attributes=title')).toEqual({ schemas: user.schemas, id: user.id, title: 'Tour Guide' });
      const { title: _title, emails: _emails, ...rest } = user;
      expect(await read('excludedAttributes=title,emails')).toEqual(rest);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.5',
    says: 'excludedAttributes SHALL have no effect on attributes that are returned always',
    keeps: ['3.4.2.5-4'],
    shows: async (client) => {
      const user = await createUser(client);
      const { body } = await client.send('GET', '/Users?excludedAttributes=id,schemas,title');
      expect(body.Resources[0]).toMatchObject({ id: user.id, schemas: user.schemas, userName: user.userName });
      expect(body.Resources[0]).not.toHaveProperty('title');
    },
  },
  {
    cite: 'RFC 7644 §3.9',
    says: 'attributes SHALL override the default list; the minimum set and what is asked for MUST be there',
    keeps: ['3.9-1', '3.9-2'],
    shows: async (client) => {
      const user = await createUser(client);
      const { body } = await client.send('GET', `/Users/${user.id}?attributes=title,name.givenName,shoe`);
      expect(body).toEqual({
        schemas: user.schemas,
        id: user.id,
        title: 'Tour Guide',
        name: { givenName: 'Barbara' },
      });
    },
  },
  {
    cite: 'RFC 7644 §3.9',
    says: 'with excludedAttributes the minimum set MUST be there',
    keeps: ['3.9-3'],
    shows: async (client) => {
      const user = await createUser(client);
      const { body } = await client.send('GET', `/Users/${user.id}?excludedAttributes=id,schemas,name.familyName`);
      expect(body).toEqual({ ...user, name: { formatted: 'Ms. Barbara J Jensen, III', givenName: 'Barbara' } });
    },
  },
  {
    cite: 'RFC 7644 §3.10',
    says: 'attributes may be named in full, in any letter case, sub-attributes after a dot',
    keeps: ['3.4.2.5-3'],
    shows: async (client) => {
      const user = await createUser(client);
      const attributes = `URN:IETF:params:scim:schemas:core:2.0:user:NAME.FAMILYNAME,${ENTERPRISE}:department`;
      const { body } = await client.send('GET', `/Users/${user.id}?attributes=${attributes}`);
      expect(body).toEqual({
        schemas: user.schemas,
        id: user.id,
        name: { familyName: 'Jensen' },
        [ENTERPRISE]: { department: 'Tours' },
      });
    },
  },
  {
    cite: 'RFC 7644 §3.4.3',
    says: '.search SHALL make of a POST a query, at each level; the body MUST be a SearchRequest',
    keeps: ['3.4.3-1', '3.4.3-2'],
    shows: async (client) => {
      await createThree(client);
      const request = {
        schemas: [SEARCH],
        filter: 'userName sw "c"',
        attributes: ['userName'],
        startIndex: 1,
        count: 1,
      };
      const { status, body } = await client.send('POST', '/Users/.search', request);
      expect([status, body.Resources.map(({ userName }) => userName)]).toEqual([200, ['carl']]);
      expect((await client.send('POST', '/.search', request)).body.totalResults).toBe(1);
      expect((await client.send('POST', '/Groups/.search', { schemas: [SEARCH] })).body.totalResults).toBe(0);
      for (const level of ['', '/Users', '/Groups'])
        expectError(
          await client.send('POST', `${level}/.search`, { schemas: [], filter: 'id pr' }),
          400,
          'invalidSyntax',
        );
      expect(await listed(client, 'count=9')).toHaveLength(3);
    },
  },
  {
    cite: 'RFC 7644 §3.4.3',
    says: 'in a SearchRequest excludedAttributes SHALL spare the minimum set, sortBy SHALL order, filter MUST be valid',
    keeps: ['3.4.3-3', '3.4.3-4', '3.4.3-5'],
    shows: async (client) => {
      await createThree(client);
      const search = (more: object) => client.send('POST', '/Users/.search', { schemas: [SEARCH], ...more });
      const { body } = await search({
        excludedAttributes: ['id', 'schemas', 'emails'],
        sortBy: 'userName',
        sortOrder: 'descending',
      });
      expect(body.Resources.map(({ userName }) => userName)).toEqual(['carl', 'Bert', 'anna']);
      for (const resource of body.Resources) {
        expect(resource).toMatchObject({ id: expect.any(String), schemas: expect.any(Array) });
        expect(resource).not.toHaveProperty('emails');
      }
      for (const filter of ['', 'userName', 'shoe eq "x"', 7])
        expectError(await search({ filter }), 400, 'invalidFilter');
    },
  },
];
