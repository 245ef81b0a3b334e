import { errorOf, startAccessApp, type AccessApp } from '../tenancy/access-app.js';

const CREDENTIAL = 'id type name clientId lastFour scopes createdAt expiresAt lastUsedAt revokedAt';
const BEARER = `mutation ($input: GenerateBearerTokenInput!) { generateBearerToken(input: $input) { token scimUrl credential { ${CREDENTIAL} } } }`;
const CLIENT = `mutation ($input: GenerateClientCredentialsInput!) {
  generateClientCredentials(input: $input) { clientId clientSecret tokenEndpoint scimUrl credential { ${CREDENTIAL} } } }`;
const REVOKE = `mutation ($id: ID!) { revokeScimCredential(id: $id) { ${CREDENTIAL} } }`;
const LIST = `query ($id: ID!) { directoryIntegration(id: $id) { credentials { ${CREDENTIAL} } } }`;

let on: AccessApp;
let integrationId: string;
beforeAll(async () => {
  on = await startAccessApp();
});
afterAll(() => on.stop());
beforeEach(async () => {
  const { data } = await on.asRoot(
    'mutation ($name: String!) { createDirectoryIntegration(input: { name: $name, provider: OKTA }) { id } }',
    { name: `Acme ${Math.random()}` },
  );
  integrationId = (data!['createDirectoryIntegration'] as { id: string }).id;
});

type Credential = Record<string, string | null> & { id: string };

async function bearer(input: object = {}) {
  const { data, errors } = await on.asRoot(BEARER, { input: { integrationId, ...input } });
  expect(errors).toBeUndefined();
  return data!['generateBearerToken'] as { token: string; scimUrl: string; credential: Credential };
}

async function client(input: object = {}) {
  const { data, errors } = await on.asRoot(CLIENT, { input: { integrationId, ...input } });
  expect(errors).toBeUndefined();
  return data!['generateClientCredentials'] as {
    clientId: string;
    clientSecret: string;
    tokenEndpoint: string;
    scimUrl: string;
    credential: Credential;
  };
}

async function listed(): Promise<Credential[]> {
  const { data } = await on.asRoot(LIST, { id: integrationId });
  return (data!['directoryIntegration'] as { credentials: Credential[] }).credentials;
}

it('generates a bearer token and the other values that Okta asks for', async () => {
  const { token, scimUrl, credential } = await bearer({ name: 'Okta', expiresIn: 86_400 });
  expect(token).toMatch(/^rcs_[0-9A-Za-z]+_[0-9A-Za-z]+$/);
  expect(scimUrl).toBe(`http://localhost:3000/scim/v2/${integrationId}`);
  expect(credential).toEqual({
    id: expect.any(String),
    type: 'BEARER_TOKEN',
    name: 'Okta',
    clientId: null,
    lastFour: token.slice(-4),
    scopes: ['scim:all'],
    createdAt: on.clock.now().toISOString(),
    expiresAt: new Date(on.clock.now().getTime() + 86_400_000).toISOString(),
    lastUsedAt: null,
    revokedAt: null,
  });
});

it('generates client credentials and the other values that Okta asks for', async () => {
  const { clientId, clientSecret, tokenEndpoint, scimUrl, credential } = await client();
  expect(clientId).toMatch(/^rci_/);
  expect(clientSecret).toMatch(/^rcp_/);
  expect(tokenEndpoint).toBe('http://localhost:3000/oauth2/token');
  expect(scimUrl).toBe(`http://localhost:3000/scim/v2/${integrationId}`);
  expect(credential).toMatchObject({
    type: 'CLIENT_CREDENTIALS',
    name: null,
    clientId,
    lastFour: clientSecret.slice(-4),
    expiresAt: null,
  });
});

it('allows several valid credentials, lists them oldest first, and never shows a secret again', async () => {
  const made = [await bearer(), await client(), await bearer({ name: ' ' })];
  expect(await listed()).toEqual(made.map(({ credential }) => credential));
  const rows = await on.database.query<{ text: string }>(
    'select c::text as text from scim_credentials c union all select a::text from audit_events a',
  );
  const secrets = made.map((one) => ('token' in one ? one.token : one.clientSecret));
  expect(rows.filter(({ text }) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
});

it('revokes once and for all', async () => {
  const { credential } = await bearer();
  const first = await on.asRoot(REVOKE, { id: credential.id });
  expect(first.data).toEqual({ revokeScimCredential: { ...credential, revokedAt: on.clock.now().toISOString() } });
  on.clock.advance(1000);
  expect(await on.asRoot(REVOKE, { id: credential.id })).toEqual(first);
  const events = await on.database.query('select action from audit_events where subject_id = $1 order by id', [
    credential.id,
  ]);
  expect(events).toEqual([{ action: 'credential.created' }, { action: 'credential.revoked' }]);
});

it.each([
  [{ expiresIn: 0 }, 'expiresIn'],
  [{ expiresIn: -1 }, 'expiresIn'],
  [{ expiresIn: 2_000_000_000 }, 'expiresIn'],
  [{ name: 'x'.repeat(201) }, 'name'],
])('refuses %j', async (input, field) => {
  const answer = await on.asRoot(BEARER, { input: { integrationId, ...input } });
  expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', field });
});

it('allows only administrators of the integration’s own tenant', async () => {
  const { credential } = await bearer();
  const { data } = await on.asRoot('mutation { createTenant(input: { name: "Other" }) { adminToken } }');
  const stranger = (data!['createTenant'] as { adminToken: string }).adminToken;
  const operator = await on.asRoot('mutation { createAdminToken(input: { name: "op", role: OPERATOR }) { token } }');
  const { token } = operator.data!['createAdminToken'] as { token: string };
  const attempts = [
    [BEARER, { input: { integrationId } }],
    [CLIENT, { input: { integrationId } }],
    [REVOKE, { id: credential.id }],
  ] as const;
  for (const [mutation, variables] of attempts) {
    expect(errorOf(await on.asToken(stranger, mutation, variables)).code).toBe('NOT_FOUND');
    expect(errorOf(await on.asToken(token, mutation, variables)).code).toBe('FORBIDDEN');
  }
  expect(errorOf(await on.asRoot(BEARER, { input: { integrationId: 'nope' } })).code).toBe('NOT_FOUND');
  expect(errorOf(await on.asRoot(REVOKE, { id: 'nope' })).code).toBe('NOT_FOUND');
});

it('reads the credentials of a page of integrations in one query', async () => {
  await bearer();
  const statements: string[] = [];
  const { pool } = on.database as unknown as { pool: { query: (config: { text: string }) => Promise<unknown> } };
  const real = pool.query.bind(pool);
  pool.query = (config) => {
    statements.push(config.text);
    return real(config);
  };
  const answer = await on.asRoot(
    '{ directoryIntegrations { nodes { id credentials { id } registrationSync { attribute } } } }',
  );
  pool.query = real;
  expect(answer.errors).toBeUndefined();
  expect(statements.filter((text) => text.includes('from scim_credentials'))).toHaveLength(1);
  expect(statements.filter((text) => text.includes('from registration_syncs'))).toHaveLength(1);
});
