import { DEFAULT_TENANT_ID } from '@rollcall/tenancy';
import { type Caller, systemCaller } from '@rollcall/platform';
import { seedIntegration } from '../../support/index.js';
import { Browser } from './browser.js';
import { RelyingParty } from './relying-party.js';
import { REDIRECT_URI, SignInApp } from './sign-in-app.js';

interface Answer {
  data: Record<string, Record<string, unknown>> | null;
  errors?: { message: string; extensions: { code: string; field?: string } }[];
}

let on: SignInApp;
const caller: Caller = systemCaller(DEFAULT_TENANT_ID, 'test');

beforeAll(async () => {
  on = await SignInApp.start();
});
afterAll(() => on?.stop());

async function ask(query: string, variables: object): Promise<Answer> {
  const answer = await fetch(`${on.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer the-root-administrator-of-these-tests',
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()) as Answer;
}

const ENABLE = `mutation ($input: EnableSignInInput!) { enableSignIn(input: $input) { clientSecret signIn {
  enabled issuer clientId redirectUris authorizationEndpoint tokenEndpoint jwksUri userinfoEndpoint lastSignInAt
  clientSecrets { lastFour revokedAt } keys { phase } } } }`;

test('an administrator enables sign-in for the connected Okta org', async () => {
  const integrationId = await seedIntegration(on.database, DEFAULT_TENANT_ID);
  const refused = await ask(ENABLE, { input: { integrationId } });
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'redirectUris' });
  await ask('mutation ($input: ConfigureRegistrationSyncInput!) { configureRegistrationSync(input: $input) { id } }', {
    input: { integrationId, oktaDomain: 'acme.okta.com', apiToken: '00token' },
  });
  const { data } = await ask(ENABLE, { input: { integrationId } });
  const issuer = `${on.url}/oidc/${integrationId}`;
  const { signIn, clientSecret } = data!['enableSignIn'] as { signIn: object; clientSecret: string };
  expect(signIn).toEqual({
    enabled: true,
    issuer,
    clientId: expect.stringMatching(/^rci_/),
    redirectUris: [REDIRECT_URI],
    authorizationEndpoint: `${issuer}/auth`,
    tokenEndpoint: `${issuer}/token`,
    jwksUri: `${issuer}/jwks`,
    userinfoEndpoint: `${issuer}/me`,
    lastSignInAt: null,
    clientSecrets: [{ lastFour: clientSecret.slice(-4), revokedAt: null }],
    keys: [{ phase: 'SIGNING' }],
  });
  const again = await ask(ENABLE, { input: { integrationId } });
  expect(again.errors?.[0]?.extensions.code).toBe('CONFLICT');
  const trail = await on.database.query<{ detail: object }>(
    `select detail from audit_events where integration_id = $1 and action = 'sign_in.enabled'`,
    [integrationId],
  );
  expect(trail).toHaveLength(1);
  expect(JSON.stringify(trail)).not.toContain(clientSecret);
});

test.each([
  'http://acme.example/callback',
  'http://127.0.0.1.nip.io/callback',
  'https://acme.example/callback#fragment',
  'https://user@acme.example/callback',
  'javascript:alert(1)',
  'nothing',
])('the redirect URI %s is refused', async (uri) => {
  const integrationId = await seedIntegration(on.database, DEFAULT_TENANT_ID);
  const { errors } = await ask(ENABLE, { input: { integrationId, redirectUris: [uri] } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'redirectUris' });
});

test.each(['{}', '[]', 'nothing', '{"kty":"oct","k":"AAAA"}', '{"kty":"RSA","n":"AQ","e":"AQAB","d":"AQ"}'])(
  'the client key %s is refused',
  async (clientJwks) => {
    const integrationId = await seedIntegration(on.database, DEFAULT_TENANT_ID);
    const { errors } = await ask(ENABLE, { input: { integrationId, redirectUris: [REDIRECT_URI], clientJwks } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'clientJwks' });
  },
);

test('a redirect URI may use http on a loopback host in OKTA_ALLOWED_HOSTS', async () => {
  const callback = 'http://127.0.0.1:9999/oauth2/v1/authorize/callback';
  const client = await on.client(caller, [callback]);
  const ada = await on.person(caller, client.integrationId, 'loopback@acme.example');
  const party = await RelyingParty.discover(client);
  const { url } = party.request({ redirect_uri: callback });
  expect((await new Browser().signIn(url, ada.device)).href).toContain(`${callback}?code=`);
});

test('the sign-in log is listed by integration, person and outcome, newest first', async () => {
  const client = await on.client(caller);
  const party = await RelyingParty.discover(client);
  const ada = await on.person(caller, client.integrationId, 'listed@acme.example');
  for (let each = 0; each < 3; each += 1) await party.signIn(new Browser(), ada.device);
  await on.passkeys.revokePasskey(caller, ada.passkeyId);
  const browser = new Browser();
  await browser.present(await browser.open(party.request().url), ada.device);
  const list = async (variables: object) => {
    const { data, errors } = await ask(
      `query ($integrationId: ID, $identityId: ID, $outcome: SignInOutcome, $first: Int, $after: String) {
         signIns(integrationId: $integrationId, identityId: $identityId, outcome: $outcome, first: $first, after: $after) {
           totalCount pageInfo { hasNextPage endCursor }
           nodes { outcome reason ip userAgent identity { id userName } passkey { id lastUsedAt } } } }`,
      variables,
    );
    expect(errors).toBeUndefined();
    return data!['signIns'] as {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      nodes: Record<string, unknown>[];
    };
  };
  const { integrationId } = client;
  const first = await list({ integrationId, first: 2 });
  expect(first.totalCount).toBe(4);
  expect(first.nodes.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['REFUSED', 'PASSKEY_REVOKED'],
    ['SUCCEEDED', null],
  ]);
  expect(first.nodes[0]).toMatchObject({
    ip: '127.0.0.1',
    identity: { id: ada.id, userName: ada.userName },
    passkey: { id: ada.passkeyId, lastUsedAt: expect.any(String) },
  });
  const second = await list({ integrationId, first: 2, after: first.pageInfo.endCursor });
  expect([second.nodes.length, second.pageInfo.hasNextPage]).toEqual([2, false]);
  expect((await list({ identityId: ada.id, outcome: 'REFUSED' })).totalCount).toBe(1);
  const { data } = await ask('query ($id: ID!) { directoryIntegration(id: $id) { signIn { lastSignInAt } } }', {
    id: integrationId,
  });
  expect(data).toMatchObject({ directoryIntegration: { signIn: { lastSignInAt: expect.any(String) } } });
});
