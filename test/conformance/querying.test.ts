import type { ScimClient } from '../integration/scim/scim-app.js';
import { describeRequirements } from './requirement.js';
import { createGroup, createUser, ENTERPRISE, expectError, found } from './resources.js';

const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

async function three(client: ScimClient): Promise<void> {
  await createUser(client, 'anna', {
    title: 'Engineer',
    emails: [
      { value: 'a@x.org', type: 'work' },
      { value: 'a@y.org', type: 'home' },
    ],
  });
  await createUser(client, 'Bert', {
    title: undefined,
    active: false,
    externalId: 'B',
    [ENTERPRISE]: { department: 'Sales' },
  });
  await createUser(client, 'carl', { title: 'engineer 100%', userType: 'Contractor' });
}

const bad = async (client: ScimClient, ...filters: string[]) => {
  for (const filter of filters) {
    expectError(await client.send('GET', `/Users?filter=${encodeURIComponent(filter)}`), 400, 'invalidFilter');
  }
};

const page = (client: ScimClient, query: string) => client.send('GET', `/Users?${query}`);
const names = async (client: ScimClient, query: string) =>
  (await page(client, query)).body.Resources.map(({ userName }) => userName);

describeRequirements('retrieving and querying', [
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
    says: 'responses MUST be identified as ListResponse; no match SHALL be success with totalResults 0',
    shows: async (client) => {
      const { status, body } = await page(client, 'filter=userName+eq+"nobody"');
      expect(status).toBe(200);
      expect(body).toMatchObject({ schemas: [LIST], totalResults: 0 });
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.1',
    says: 'a query of the server root SHALL include all resources, subject to filtering',
    shows: async (client) => {
      await createUser(client, 'anna');
      await createGroup(client, 'admins');
      expect((await client.send('GET', '')).body.totalResults).toBe(2);
      expect((await client.send('GET', '?filter=meta.resourceType+eq+"Group"')).body.totalResults).toBe(1);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.1',
    says: 'attributes that are not part of a resource type SHALL be treated as if there is no value',
    shows: async (client) => {
      await createUser(client, 'anna');
      await createGroup(client, 'admins');
      const total = async (filter: string) =>
        (await client.send('GET', `?filter=${encodeURIComponent(filter)}`)).body.totalResults;
      expect(await total('userName eq "anna"')).toBe(1);
      expect(await total('not (userName eq "anna")')).toBe(1);
      expect(await total('members pr')).toBe(0);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'each operator of table 3',
    shows: async (client) => {
      await three(client);
      const expected: Record<string, string[]> = {
        'userName eq "ANNA"': ['anna'],
        'userName ne "anna"': ['Bert', 'carl'],
        'userName co "R"': ['Bert', 'carl'],
        'userName sw "be"': ['Bert'],
        'userName ew "L"': ['carl'],
        'title pr': ['anna', 'carl'],
        'userName gt "bert"': ['carl'],
        'userName ge "bert"': ['Bert', 'carl'],
        'userName lt "bert"': ['anna'],
        'userName le "bert"': ['anna', 'Bert'],
        'active eq false': ['Bert'],
        'meta.created gt "2000-01-01T00:00:00Z" and active eq false': ['Bert'],
      };
      for (const [filter, users] of Object.entries(expected))
        expect([filter, await found(client, filter)]).toEqual([filter, users]);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'attribute names and operators are case insensitive',
    shows: async (client) => {
      await three(client);
      expect(await found(client, 'USERNAME Eq "anna" OR username EQ "carl"')).toEqual(['anna', 'carl']);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'not binds before and, and before or; parentheses group',
    shows: async (client) => {
      await three(client);
      expect(await found(client, 'userName eq "anna" or userName eq "carl" and active eq false')).toEqual(['anna']);
      expect(await found(client, '(userName eq "anna" or userName eq "Bert") and active eq false')).toEqual(['Bert']);
      expect(await found(client, 'not (active eq true) or userName eq "carl"')).toEqual(['Bert', 'carl']);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'a multi-valued attribute matches when any value does; a value path when one value meets all of it',
    shows: async (client) => {
      await three(client);
      expect(await found(client, 'emails.type eq "home" and emails.value eq "a@x.org"')).toEqual(['anna']);
      expect(await found(client, 'emails[type eq "home" and value eq "a@x.org"]')).toEqual([]);
      expect(await found(client, 'emails[type eq "home" and value co "@Y."]')).toEqual(['anna']);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'strings are compared as caseExact says; LIKE’s wildcards mean themselves',
    shows: async (client) => {
      await three(client);
      expect(await found(client, 'externalId eq "b"')).toEqual([]);
      expect(await found(client, 'externalId eq "B"')).toEqual(['Bert']);
      expect(await found(client, 'title co "%"')).toEqual(['carl']);
      expect(await found(client, 'userName co "_"')).toEqual([]);
      expect(await found(client, 'userName eq "%"')).toEqual([]);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'clients MAY query by extension attributes, fully qualified, and by schemas',
    shows: async (client) => {
      await three(client);
      expect(await found(client, `${ENTERPRISE}:department eq "sales"`)).toEqual(['Bert']);
      expect(await found(client, 'urn:ietf:params:scim:schemas:core:2.0:User:userName eq "carl"')).toEqual(['carl']);
      expect(await found(client, `schemas eq "${ENTERPRISE}" and userName eq "anna"`)).toEqual(['anna']);
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.2',
    says: 'providers MUST decline filters that they do not recognize with 400 invalidFilter',
    shows: (client) =>
      bad(
        client,
        'userName',
        'userName like "x"',
        'userName eq',
        '(userName eq "x"',
        'userName eq "x" and',
        'shoe eq "x"',
        'emails[type eq "x"',
        'userName eq x',
      ),
  },
  {
    cite: 'RFC 7644 §3.4.2.2, table 3',
    says: 'ordering booleans fails with invalidFilter',
    shows: (client) => bad(client, 'active gt true', 'active le false'),
  },
  {
    cite: 'RFC 7644 §3.4.2.3',
    says: 'sortOrder defaults to ascending; strings sort by caseExact; no value sorts last ascending, first descending',
    shows: async (client) => {
      await three(client);
      expect(await names(client, 'sortBy=userName')).toEqual(['anna', 'Bert', 'carl']);
      expect(await names(client, 'sortBy=userName&sortOrder=descending')).toEqual(['carl', 'Bert', 'anna']);
      expect((await names(client, 'sortBy=title')).at(-1)).toBe('Bert');
      expect((await names(client, 'sortBy=title&sortOrder=descending'))[0]).toBe('Bert');
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.4',
    says: 'startIndex below 1 SHALL be 1; a negative count SHALL be 0; 0 gives totalResults only',
    shows: async (client) => {
      await three(client);
      expect((await page(client, 'startIndex=-5&count=1')).body).toMatchObject({ startIndex: 1, itemsPerPage: 1 });
      for (const count of [-1, 0]) {
        expect((await page(client, `count=${count}`)).body).toMatchObject({
          totalResults: 3,
          itemsPerPage: 0,
          Resources: [],
        });
      }
    },
  },
  {
    cite: 'RFC 7644 §3.4.2.4',
    says: 'the service provider MUST NOT return more than count',
    shows: async (client) => {
      await three(client);
      expect((await page(client, 'count=2')).body).toMatchObject({ totalResults: 3, startIndex: 1, itemsPerPage: 2 });
      expect(await names(client, 'count=2&startIndex=2')).toEqual(['Bert', 'carl']);
    },
  },
  {
    cite: 'RFC 7644 §3.4.3',
    says: 'POST .search answers as the GET does, at each level; the body MUST be a SearchRequest',
    shows: async (client) => {
      await three(client);
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
      expectError(await client.send('POST', '/Users/.search', { filter: 'userName pr' }), 400, 'invalidSyntax');
    },
  },
  {
    cite: 'RFC 7644 §3.9',
    says: 'attributes overrides the default set, the minimum set stays; excludedAttributes has no effect on it',
    shows: async (client) => {
      const user = await createUser(client);
      const { body: only } = await client.send('GET', `/Users/${user.id}?attributes=title`);
      expect(only).toEqual({ schemas: user.schemas, id: user.id, title: 'Tour Guide' });
      const { body: without } = await client.send('GET', `/Users/${user.id}?excludedAttributes=id,title`);
      expect([without.id, without['title'], without.userName]).toEqual([user.id, undefined, user.userName]);
    },
  },
  {
    cite: 'RFC 7644 §3.10',
    says: 'attributes may be named in full, in any letter case, sub-attributes after a dot',
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
    cite: 'RFC 9865 §2',
    says: 'an empty cursor asks for the first page; nextCursor leads on and is absent at the end; startIndex is not told',
    shows: async (client) => {
      await three(client);
      const { body: first } = await page(client, 'cursor=&count=2');
      expect(first).toMatchObject({ totalResults: 3, itemsPerPage: 2, nextCursor: expect.any(String) });
      expect(first).not.toHaveProperty('startIndex');
      const { body: last } = await page(client, `cursor=${first.nextCursor}&count=2`);
      expect(last.Resources.map(({ userName }) => userName)).toEqual(['carl']);
      expect(last).not.toHaveProperty('nextCursor');
    },
  },
  {
    cite: 'RFC 9865 §2.1',
    says: 'a wrong cursor is refused with invalidCursor',
    shows: async (client) => expectError(await page(client, 'cursor=%3F'), 400, 'invalidCursor'),
  },
]);
