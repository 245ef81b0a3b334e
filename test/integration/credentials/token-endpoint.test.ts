import { startAccessApp, type AccessApp } from '../tenancy/access-app.js';

const FORM = 'application/x-www-form-urlencoded';

interface Client {
  id: string;
  clientId: string;
  clientSecret: string;
}

let on: AccessApp;
let integrationId: string;
let client: Client;
beforeAll(async () => {
  on = await startAccessApp();
  const { data } = await on.asRoot(
    'mutation { createDirectoryIntegration(input: { name: "Acme", provider: OKTA }) { id } }',
  );
  integrationId = (data!['createDirectoryIntegration'] as { id: string }).id;
  client = await newClient();
});
afterAll(() => on.stop());

async function newClient(): Promise<Client> {
  const { data } = await on.asRoot(
    'mutation ($id: ID!) { generateClientCredentials(input: { integrationId: $id }) { clientId clientSecret credential { id } } }',
    { id: integrationId },
  );
  const made = data!['generateClientCredentials'] as {
    clientId: string;
    clientSecret: string;
    credential: { id: string };
  };
  return { id: made.credential.id, clientId: made.clientId, clientSecret: made.clientSecret };
}

const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
const asPost = ({ clientId, clientSecret }: Client) => ({ client_id: clientId, client_secret: clientSecret });

function post(path: string, payload: string, headers: Record<string, string> = {}) {
  return on.app.inject({ method: 'POST', url: path, headers: { 'content-type': FORM, ...headers }, payload });
}

const form = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();
const ask = (parameters: Record<string, string>, headers: Record<string, string> = {}, path = '/oauth2/token') =>
  post(path, form({ grant_type: 'client_credentials', ...parameters }), headers);

const GRANT = {
  access_token: expect.stringMatching(/^rcx_/),
  token_type: 'Bearer',
  expires_in: 3600,
  scope: 'scim:all',
};

describe('a token', () => {
  it('is issued to a client that authenticates in the header', async () => {
    const answer = await ask({}, { authorization: basic(client.clientId, client.clientSecret) });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual(GRANT);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
  });

  it('is issued to a client that form-encodes its header, in any case of the scheme', async () => {
    const encoded = basic(client.clientId.replaceAll('_', '%5F'), client.clientSecret.replaceAll('_', '%5f'));
    expect((await ask({}, { authorization: encoded.replace('Basic', 'bAsIc') })).json()).toEqual(GRANT);
  });

  it('is issued to a client that authenticates in the body', async () => {
    expect((await ask(asPost(client))).json()).toEqual(GRANT);
  });

  it.each(['/oauth2/token', '/oauth2/token?scope=scim%3Aall', '/oauth2/token?scope='])(
    'accepts the scope where Okta sends it: %s',
    async (path) => {
      expect((await ask(asPost(client), {}, path)).json()).toEqual(GRANT);
      expect((await ask({ ...asPost(client), scope: 'scim:all' }, {}, path)).json()).toEqual(GRANT);
    },
  );

  it('is issued for a JSON body too', async () => {
    const body = JSON.stringify({ grant_type: 'client_credentials', ...asPost(client) });
    expect((await post('/oauth2/token', body, { 'content-type': 'application/json' })).json()).toEqual(GRANT);
  });

  it('is stored only as a hash, recorded in the audit trail, and deleted after its expiry', async () => {
    const mine = await newClient();
    const { access_token: token } = (await ask(asPost(mine))).json<{ access_token: string }>();
    const stored = await on.database.query<{ text: string }>(
      'select t::text as text from scim_access_tokens t where credential_id = $1',
      [mine.id],
    );
    expect(stored).toHaveLength(1);
    expect(stored[0]!.text).not.toContain(token);
    const events = await on.database.query(
      'select action, actor_type from audit_events where subject_id = $1 order by id desc limit 1',
      [mine.id],
    );
    expect(events).toEqual([{ action: 'access_token.issued', actor_type: 'SCIM_CLIENT' }]);
    on.clock.advance(3_600_000);
    await ask(asPost(client));
    expect(await on.database.query('select 1 from scim_access_tokens where credential_id = $1', [mine.id])).toEqual([]);
  });
});

describe('a refusal', () => {
  const wrong = () => ({ client_id: client.clientId, client_secret: `${client.clientSecret}x` });

  it.each<[string, () => ReturnType<typeof post>, number, string]>([
    ['no client', () => ask({}), 401, 'invalid_client'],
    ['a wrong secret', () => ask(wrong()), 401, 'invalid_client'],
    ['an unknown client', () => ask({ client_id: 'nobody', client_secret: 'x' }), 401, 'invalid_client'],
    ['another scheme', () => ask({}, { authorization: 'Bearer x' }), 401, 'invalid_client'],
    ['a broken header', () => ask({}, { authorization: 'Basic $$$' }), 401, 'invalid_client'],
    [
      'both ways at once',
      () => ask(asPost(client), { authorization: basic(client.clientId, client.clientSecret) }),
      400,
      'invalid_request',
    ],
    ['no grant type', () => post('/oauth2/token', form(asPost(client))), 400, 'invalid_request'],
    ['another grant type', () => ask({ ...asPost(client), grant_type: 'password' }), 400, 'unsupported_grant_type'],
    ['another scope', () => ask({ ...asPost(client), scope: 'scim:all admin' }), 400, 'invalid_scope'],
    ['another scope in the query', () => ask(asPost(client), {}, '/oauth2/token?scope=x'), 400, 'invalid_scope'],
    [
      'a secret in the URL',
      () => ask({}, {}, `/oauth2/token?client_id=${client.clientId}&client_secret=${client.clientSecret}`),
      400,
      'invalid_request',
    ],
    [
      'a repeated parameter',
      () =>
        post('/oauth2/token', `${form(asPost(client))}&grant_type=client_credentials&grant_type=client_credentials`),
      400,
      'invalid_request',
    ],
    ['an empty body', () => post('/oauth2/token', ''), 401, 'invalid_client'],
    [
      'broken JSON',
      () => post('/oauth2/token', '{"grant_type":', { 'content-type': 'application/json' }),
      400,
      'invalid_request',
    ],
    ['empty JSON', () => post('/oauth2/token', '', { 'content-type': 'application/json' }), 400, 'invalid_request'],
    ['a JSON array', () => post('/oauth2/token', '[]', { 'content-type': 'application/json' }), 400, 'invalid_request'],
    ['plain text', () => post('/oauth2/token', 'hello', { 'content-type': 'text/plain' }), 400, 'invalid_request'],
    ['XML', () => post('/oauth2/token', '<a/>', { 'content-type': 'application/xml' }), 400, 'invalid_request'],
    ['a huge body', () => post('/oauth2/token', 'x'.repeat(2_000_000)), 413, 'invalid_request'],
  ])('for %s is in the JSON of RFC 6749', async (_, request, status, error) => {
    const answer = await request();
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({
      error,
      error_description: expect.stringMatching(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/),
    });
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['www-authenticate']).toEqual(
      status === 401 ? expect.stringMatching(/^Basic realm=/) : undefined,
    );
  });

  it('is sent to a revoked client', async () => {
    const mine = await newClient();
    await on.asRoot('mutation ($id: ID!) { revokeScimCredential(id: $id) { id } }', { id: mine.id });
    expect((await ask(asPost(mine))).json()).toMatchObject({ error: 'invalid_client' });
  });

  it('is sent for the secret of another client', async () => {
    const other = await newClient();
    expect((await ask({ client_id: client.clientId, client_secret: other.clientSecret })).json()).toMatchObject({
      error: 'invalid_client',
    });
  });
});

describe('revocation (RFC 7009)', () => {
  const revoke = (token: string, as = client) =>
    post('/oauth2/revoke', form({ token, token_type_hint: 'access_token' }), {
      authorization: basic(as.clientId, as.clientSecret),
    });
  const stored = async () =>
    (await on.database.query('select 1 from scim_access_tokens where credential_id = $1', [client.id])).length;

  it('ends one token, and succeeds a second time too', async () => {
    await ask(asPost(client));
    const { access_token: token } = (await ask(asPost(client))).json<{ access_token: string }>();
    const before = await stored();
    for (const _ of [1, 2]) {
      const answer = await revoke(token);
      expect([answer.statusCode, answer.body]).toEqual([200, '']);
    }
    expect(await stored()).toBe(before - 1);
  });

  it('answers 200 for a value that is not a token', async () => {
    expect((await revoke('nonsense')).statusCode).toBe(200);
  });

  it('refuses the token of another client, and a caller that is not a client', async () => {
    const { access_token: token } = (await ask(asPost(client))).json<{ access_token: string }>();
    const other = await newClient();
    expect((await revoke(token, other)).json()).toMatchObject({ error: 'unauthorized_client' });
    expect((await revoke(token, { ...client, clientSecret: 'x' })).statusCode).toBe(401);
    const nothing = await post('/oauth2/revoke', '', { authorization: basic(client.clientId, client.clientSecret) });
    expect(nothing.json()).toMatchObject({ error: 'invalid_request' });
  });
});
