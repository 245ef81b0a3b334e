import { ROOT_TOKEN, type ServerApp, startServerApp } from './server-app.js';

let server: ServerApp;

beforeAll(async () => {
  server = await startServerApp({ NODE_ENV: 'production' });
});
afterAll(() => server.stop());

const refusalOf = async (query: string, variables: object = {}) => {
  const answer = await server.graphql({ query, variables });
  const [error] = answer.json<{ errors: { message: string; extensions: { code: string } }[] }>().errors;
  return { status: answer.statusCode, code: error?.extensions.code, message: error?.message };
};

const nested = (levels: number): string =>
  levels === 0 ? '{ id }' : `{ groups { nodes { members { nodes ${nested(levels - 1)} } } } }`;

it.each([
  ['depth', `{ identity(id: "1") ${nested(4)} }`, 'Query depth limit of 12 exceeded, found 18.'],
  [
    'aliases',
    `{ ${Array.from({ length: 21 }, (_, i) => `a${i}: viewer { role }`).join(' ')} }`,
    'Aliases limit of 20 exceeded, found 21.',
  ],
  ['introspection', '{ __schema { types { name } } }', 'GRAPHQL_INTROSPECTION=on'],
])('too much %s is refused with the reason', async (_, query, message) => {
  expect(await refusalOf(query)).toEqual({
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: expect.stringContaining(message),
  });
});

it('too many tokens are refused by the parser', async () => {
  expect(await refusalOf(`{ ${'viewer { role } '.repeat(400)} }`)).toEqual({
    status: 400,
    code: 'GRAPHQL_PARSE_FAILED',
    message: expect.stringContaining('1000 tokens'),
  });
});

it('too large pages within pages are refused once the variables are known', async () => {
  const query = `query ($first: Int) { identities(first: $first) { nodes { groups(first: $first) { nodes { id } } } } }`;
  expect(await refusalOf(query, { first: 200 })).toEqual({
    status: 400,
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('the limit is 25000'),
  });
  expect((await server.graphql({ query, variables: { first: 10 } })).json()).toHaveProperty('data.identities');
});

it('a list within each of many rows is refused by the number of its pages', async () => {
  const lists = Array.from({ length: 10 }, (_, index) => `a${index}: groups(first: 1) { nodes { id } }`).join(' ');
  const query = `query ($first: Int) { identities(first: $first) { nodes { ${lists} } } }`;
  expect(await refusalOf(query, { first: 200 })).toEqual({
    status: 400,
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('up to 2001 pages of lists, and the limit is 500'),
  });
  expect((await server.graphql({ query, variables: { first: 40 } })).json()).toHaveProperty('data.identities');
});

it('variables of the wrong type are refused with the reason', async () => {
  const query = `query ($first: Int!) { identities(first: $first) { totalCount } }`;
  expect(await refusalOf(query, { first: 'many' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await refusalOf(query)).toMatchObject({ code: 'BAD_USER_INPUT' });
});

it('errors suggest no names of the schema to unauthenticated callers', async () => {
  const { message } = await refusalOf('{ identitie { id } }');
  expect(message).not.toContain('identities');
});

it('several operations in one request are refused', async () => {
  const answer = await server.graphql([{ query: '{ viewer { role } }' }, { query: '{ viewer { role } }' }]);
  expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining('batching')]);
});

it('a body over 256 KiB is refused', async () => {
  const answer = await server.graphql({ query: '{ viewer { role } }', variables: { x: 'x'.repeat(257 * 1024) } });
  expect(answer.statusCode).toBe(413);
});

it.each(['/session', '/oauth2/token'])('a body over 64 KiB to %s is refused', async (url) => {
  const answer = await server.inject({ method: 'POST', url, payload: { token: 'x'.repeat(65 * 1024) } });
  expect(answer.statusCode).toBe(413);
});

describe('what another site’s page can make a browser send', () => {
  const query = '{ viewer { role } }';

  it('as a form or as text is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const answer = await server.graphql(JSON.stringify({ query }), { headers: { 'content-type': type } });
      expect([type, answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([type, true]);
      expect(answer.body).not.toContain('"data":{');
    }
  });

  it('as a plain GET is refused', async () => {
    const headers = { authorization: `Bearer ${ROOT_TOKEN}` };
    const url = `/graphql?query=${encodeURIComponent(query)}`;
    const answer = await server.inject({ method: 'GET', url, headers });
    expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining('CSRF')]);
  });
});

it.each([
  ['an operation of a kind that the schema has not', 'subscription { x }'],
  ['NUL in a string', '{ identities(search: "a\\u0000b") { totalCount } }'],
  ['half of a surrogate pair', '{ identities(search: "a\\ud800b") { totalCount } }'],
])('%s is an error of the input', async (_, query) => {
  const { status, code } = await refusalOf(query);
  expect([status, code]).toEqual([
    400,
    expect.stringMatching(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED)$/),
  ]);
});
