import { type ServerApp, startServerApp } from './server-app.js';

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const MESSAGE = 'urn:ietf:params:scim:api:messages:2.0:';
const TYPE = { 'content-type': 'application/scim+json' };

let server: ServerApp;
let integrationId: string;
let authorization: string;
let groupId: string;

interface Answer {
  status: number;
  body: { errors?: { message: string; extensions: object }[]; [name: string]: unknown };
}

const graphql = async (query: string): Promise<Answer> => {
  const answer = await server.graphql({ query });
  return { status: answer.statusCode, body: answer.json() };
};

const scim = async (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<Answer> => {
  const answer = await server.inject({
    method,
    url: `/scim/v2/${integrationId}${path}`,
    headers: { authorization, ...(payload && TYPE) },
    ...(payload && { payload: JSON.stringify(payload) }),
  });
  return { status: answer.statusCode, body: answer.json() };
};

beforeAll(async () => {
  server = await startServerApp();
  const created = await graphql(
    'mutation { createDirectoryIntegration(input: { name: "Slow", provider: GENERIC_SCIM }) { id } }',
  );
  integrationId = (created.body['data'] as { createDirectoryIntegration: { id: string } }).createDirectoryIntegration
    .id;
  const { body } = await graphql(
    `mutation { generateBearerToken(input: { integrationId: "${integrationId}" }) { token } }`,
  );
  authorization = `Bearer ${(body['data'] as { generateBearerToken: { token: string } }).generateBearerToken.token}`;
  groupId = String((await scim('POST', '/Groups', { schemas: [GROUP], displayName: 'G' })).body['id']);
});
afterAll(() => server.stop());

/** Runs `work` while statements on these tables are blocked, so that every search is slow. */
async function whileSlow<T>(tables: string, work: () => Promise<T>): Promise<T> {
  return server.database.transaction(async (tx) => {
    await tx.execute(`lock table ${tables} in access exclusive mode`);
    return work();
  });
}

/** Runs two at a time, because a tenant may run only two searches at once. */
async function inPairs<T>(works: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  for (let at = 0; at < works.length; at += 2)
    results.push(...(await Promise.all(works.slice(at, at + 2).map((work) => work()))));
  return results;
}

const search = (filter: object): object => ({ schemas: [`${MESSAGE}SearchRequest`], ...filter });
const filterOf = (text: string): string => encodeURIComponent(text);

it.each<[string, () => Promise<Answer>]>([
  ['a filter of users', () => scim('GET', `/Users?filter=${filterOf('name.familyName co "x"')}`)],
  ['a value of an attribute without an index', () => scim('GET', `/Users?filter=${filterOf('title eq "x"')}`)],
  ['an order of users', () => scim('GET', '/Users?sortBy=name.familyName')],
  ['a filter of groups', () => scim('GET', `/Groups?filter=${filterOf('members.display co "x"')}`)],
  ['.search of users', () => scim('POST', '/Users/.search', search({ filter: 'emails.value ew ".com"' }))],
  ['.search of all', () => scim('POST', '/.search', search({ filter: 'externalId co "x"' }))],
])('SCIM: %s is answered 400 tooMany after 3 s of a slow statement', async (_, send) => {
  const answer = await whileSlow('identities, groups', send);
  expect(answer).toEqual({
    status: 400,
    body: expect.objectContaining({ scimType: 'tooMany', detail: expect.stringContaining('more than 3 s') }),
  });
});

describe('SCIM: members that a filter selects', () => {
  const patch = {
    schemas: [`${MESSAGE}PatchOp`],
    Operations: [{ op: 'remove', path: 'members[display co "x"]' }],
  };

  it('are not removed by a slow statement: 400 tooMany, and the group is as before', async () => {
    const answer = await whileSlow('group_members', () => scim('PATCH', `/Groups/${groupId}`, patch));
    expect(answer).toEqual({ status: 400, body: expect.objectContaining({ scimType: 'tooMany' }) });
    expect((await scim('GET', `/Groups/${groupId}`)).body['meta']).toMatchObject({ version: 'W/"1"' });
  });

  it('nor within a bulk request', async () => {
    const bulk = {
      schemas: [`${MESSAGE}BulkRequest`],
      Operations: [{ method: 'PATCH', path: `/Groups/${groupId}`, data: patch }],
    };
    const { status, body } = await whileSlow('group_members', () => scim('POST', '/Bulk', bulk));
    expect([status, body['Operations']]).toEqual([
      200,
      [expect.objectContaining({ status: '400', response: expect.objectContaining({ scimType: 'tooMany' }) })],
    ]);
  });
});

it('GraphQL: a search or a filtered list is refused with the argument and what to do, after 3 s', async () => {
  const lists: [query: string, field: string][] = [
    ['identities(search: "x") { nodes { id } }', 'search'],
    ['identities(status: ACTIVE) { totalCount }', 'status'],
    ['groups(search: "x") { nodes { id } }', 'search'],
    ['auditEvents(action: "x") { nodes { id } }', 'action'],
    ['signIns(outcome: REFUSED) { nodes { id } }', 'outcome'],
    [`scimRequests(integrationId: "${integrationId}", status: 500) { nodes { id } }`, 'status'],
  ];
  const answers = await whileSlow('identities, groups, audit_events, sign_in_events, scim_requests', () =>
    inPairs(
      lists.map(
        ([query]) =>
          () =>
            graphql(`{ ${query} }`),
      ),
    ),
  );
  expect(answers.map(({ body }) => body.errors)).toEqual(
    lists.map(([, field]) => [
      expect.objectContaining({
        message: expect.stringContaining(`The ${field} takes more than 3 s.`),
        extensions: { code: 'BAD_USER_INPUT', field },
      }),
    ]),
  );
});

it('searches by an index keep the timeout of our own statements', async () => {
  const slow = server.database.transaction(async (tx) => {
    await tx.execute('lock table identities in access exclusive mode');
    await tx.execute('select pg_sleep(3.5)');
  });
  const answer = await scim('GET', `/Users?filter=${filterOf('userName eq "x"')}`);
  await slow;
  expect([answer.status, answer.body['totalResults']]).toEqual([200, 0]);
});
