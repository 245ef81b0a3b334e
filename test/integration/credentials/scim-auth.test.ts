import { Body, Controller, Get, Post, UseGuards } from '@nestjs/common';
import { CurrentScimCaller, ScimAuthGuard, type ScimCaller } from '@rollcall/credentials';
import { mintToken } from '@rollcall/platform';
import { DEFAULT_TENANT_ID } from '@rollcall/tenancy';
import { eventually } from '../../support/index.js';
import { startAccessApp, type AccessApp } from '../tenancy/access-app.js';

/** A controller that takes the place of the SCIM controllers. */
@Controller('scim/v2/:integrationId/probe')
@UseGuards(ScimAuthGuard)
class ProbeController {
  @Get()
  read(@CurrentScimCaller() caller: ScimCaller): ScimCaller {
    return caller;
  }

  @Post()
  write(@CurrentScimCaller() caller: ScimCaller, @Body() body: object): object {
    return { credentialId: caller.credentialId, body };
  }
}

let on: AccessApp;
let integrationId: string;
beforeAll(async () => {
  on = await startAccessApp({ controllers: [ProbeController] });
  integrationId = await newIntegration('Acme');
});
afterAll(() => on.stop());

async function newIntegration(name: string): Promise<string> {
  const { data } = await on.asRoot(
    'mutation ($name: String!) { createDirectoryIntegration(input: { name: $name, provider: OKTA }) { id } }',
    { name },
  );
  return (data!['createDirectoryIntegration'] as { id: string }).id;
}

async function bearer(expiresIn?: number): Promise<{ token: string; id: string }> {
  const { data } = await on.asRoot(
    'mutation ($input: GenerateBearerTokenInput!) { generateBearerToken(input: $input) { token credential { id } } }',
    { input: { integrationId, name: 'Okta', expiresIn } },
  );
  const made = data!['generateBearerToken'] as { token: string; credential: { id: string } };
  return { token: made.token, id: made.credential.id };
}

async function accessToken(): Promise<{ token: string; id: string }> {
  const { data } = await on.asRoot(
    'mutation ($id: ID!) { generateClientCredentials(input: { integrationId: $id }) { clientId clientSecret credential { id } } }',
    { id: integrationId },
  );
  const { clientId, clientSecret, credential } = data!['generateClientCredentials'] as {
    clientId: string;
    clientSecret: string;
    credential: { id: string };
  };
  const answer = await on.app.inject({
    method: 'POST',
    url: '/oauth2/token',
    payload: { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
  });
  return { token: answer.json<{ access_token: string }>().access_token, id: credential.id };
}

function get(authorization: string | undefined, integration = integrationId, query = '') {
  const headers = authorization === undefined ? {} : { authorization };
  return on.app.inject({ method: 'GET', url: `/scim/v2/${integration}/probe${query}`, headers });
}

const revoke = (id: string) => on.asRoot('mutation ($id: ID!) { revokeScimCredential(id: $id) { id } }', { id });

async function expectRefused(answer: Awaited<ReturnType<typeof get>>, reason: RegExp): Promise<void> {
  expect(answer.statusCode).toBe(401);
  expect(answer.json<{ message: string }>().message).toMatch(reason);
  expect(answer.headers['www-authenticate']).toMatch(/^Bearer realm="SCIM", scope="scim:all"/);
}

describe('accepts', () => {
  it.each<[string, (token: string) => string]>([
    ['a bearer token', (token) => `Bearer ${token}`],
    ['the scheme in any case', (token) => `bEaReR ${token}`],
    ['a bare token', (token) => token],
    ['the scheme typed twice', (token) => `Bearer Bearer ${token}`],
  ])('%s', async (_, header) => {
    const { token, id } = await bearer();
    const answer = await get(header(token));
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      tenantId: DEFAULT_TENANT_ID,
      actor: { type: 'SCIM_CLIENT', id, name: 'Okta' },
      integrationId,
      credentialId: id,
      scopes: ['scim:all'],
    });
  });

  it('an access token of client credentials', async () => {
    const { token, id } = await accessToken();
    expect((await get(`Bearer ${token}`)).json()).toMatchObject({
      credentialId: id,
      integrationId,
      scopes: ['scim:all'],
    });
  });

  it('several tokens of one integration', async () => {
    const tokens = [await bearer(), await bearer(), await accessToken()];
    for (const { token } of tokens) expect((await get(token)).statusCode).toBe(200);
  });

  it('an integration id in capital letters', async () => {
    expect((await get((await bearer()).token, integrationId.toUpperCase())).statusCode).toBe(200);
  });

  it('many concurrent requests, each with its own integration', async () => {
    const tokens = await Promise.all([bearer(), bearer(), accessToken()]);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        get(`Bearer ${tokens[index % 3]!.token}`).then((answer) => answer.json<ScimCaller>()),
      ),
    );
    expect(answers.map(({ credentialId }) => credentialId)).toEqual(answers.map((_, index) => tokens[index % 3]!.id));
  });
});

describe('refuses', () => {
  it.each<[string, string | undefined, RegExp]>([
    ['no header', undefined, /required/],
    ['an empty header', '', /required/],
    ['another scheme', 'Basic abc', /required/],
    ['nonsense', 'Bearer nonsense', /unknown/],
    ['a well-formed, unknown token', `Bearer ${mintToken('scim', DEFAULT_TENANT_ID).token}`, /unknown/],
    ['an unknown access token', `Bearer ${mintToken('access', DEFAULT_TENANT_ID).token}`, /unknown/],
    ['an admin token', `Bearer ${mintToken('admin', DEFAULT_TENANT_ID).token}`, /unknown/],
  ])('%s', async (_, header, reason) => {
    await expectRefused(await get(header), reason);
  });

  it('a client secret, and a client id', async () => {
    const { data } = await on.asRoot(
      'mutation ($id: ID!) { generateClientCredentials(input: { integrationId: $id }) { clientId clientSecret } }',
      { id: integrationId },
    );
    const { clientId, clientSecret } = data!['generateClientCredentials'] as { clientId: string; clientSecret: string };
    for (const token of [clientId, clientSecret]) await expectRefused(await get(`Bearer ${token}`), /unknown/);
  });

  it('the token of another integration, with a message that says so', async () => {
    const { token } = await bearer();
    const other = await newIntegration('Other');
    await expectRefused(await get(`Bearer ${token}`, other), /another integration/);
    await expectRefused(await get(`Bearer ${token}`, 'no-id'), /another integration/);
  });

  it('an expired token from the second of its expiry, with a message that says so', async () => {
    const [timed, access] = [await bearer(60), await accessToken()];
    on.clock.advance(60_000);
    await expectRefused(await get(`Bearer ${timed.token}`), /expired at 2026/);
    expect((await get(`Bearer ${access.token}`)).statusCode).toBe(200);
    on.clock.advance(3_540_000);
    await expectRefused(await get(`Bearer ${access.token}`), /expired|unknown/);
  });

  it('a revoked token from the next request on, and the access tokens of revoked credentials', async () => {
    const tokens = [await bearer(), await accessToken()];
    for (const { token, id } of tokens) {
      expect((await get(token)).statusCode).toBe(200);
      await revoke(id);
      await expectRefused(await get(token), /revoked|unknown/);
    }
  });

  it('a deleted integration’s token', async () => {
    const gone = await newIntegration('Gone');
    const { data } = await on.asRoot(
      'mutation ($id: ID!) { generateBearerToken(input: { integrationId: $id }) { token } }',
      { id: gone },
    );
    const { token } = data!['generateBearerToken'] as { token: string };
    expect((await get(token, gone)).statusCode).toBe(200);
    await on.asRoot('mutation ($id: ID!) { deleteDirectoryIntegration(id: $id) }', { id: gone });
    await expectRefused(await get(token, gone), /unknown/);
  });
});

describe('reads the token from the header only', () => {
  it('not from the query', async () => {
    const { token } = await bearer();
    await expectRefused(await get(undefined, integrationId, `?access_token=${token}`), /required/);
    expect((await get(`Bearer ${token}`, integrationId, '?access_token=other')).statusCode).toBe(200);
  });

  it('not from the body, where it may be anything', async () => {
    const { token, id } = await bearer();
    const post = (authorization: Record<string, string>) =>
      on.app.inject({
        method: 'POST',
        url: `/scim/v2/${integrationId}/probe`,
        headers: authorization,
        payload: { access_token: token },
      });
    expect((await post({})).statusCode).toBe(401);
    expect((await post({ authorization: `Bearer ${token}` })).json()).toEqual({
      credentialId: id,
      body: { access_token: token },
    });
  });
});

it('asks the database once per request', async () => {
  const { token } = await bearer();
  await get(token);
  await on.writes.settled();
  const { pool } = on.database as unknown as { pool: { query: (config: { text: string }) => Promise<unknown> } };
  const real = pool.query.bind(pool);
  const statements: string[] = [];
  pool.query = (config) => {
    statements.push(config.text);
    return real(config);
  };
  for (let i = 0; i < 5; i += 1) expect((await get(token)).statusCode).toBe(200);
  pool.query = real;
  expect(statements.filter((text) => text.includes('scim_credentials'))).toHaveLength(5);
  expect(statements.filter((text) => text.includes('last_used_at ='))).toHaveLength(0);
});

it('records the use of the credential and of the integration at most once a minute', async () => {
  const { token, id } = await bearer();
  const lastUse = async () => {
    await get(token);
    await on.writes.settled();
    const [row] = await on.database.query<{ at: Date }>(
      'select last_used_at as at from scim_credentials where id = $1',
      [id],
    );
    return row!.at.getTime();
  };
  const start = on.clock.now().getTime();
  expect(await lastUse()).toBe(start);
  on.clock.advance(59_999);
  expect(await lastUse()).toBe(start);
  on.clock.advance(1);
  expect(await lastUse()).toBe(start + 60_000);
  await eventually(async () => {
    const [row] = await on.database.query<{ at: Date }>(
      'select last_scim_request_at as at from directory_integrations where id = $1',
      [integrationId],
    );
    expect(row!.at.getTime()).toBeGreaterThan(start + 50_000);
  });
});

it('keeps two applications in one process separate, although passport has one registry', async () => {
  const { token } = await bearer();
  const second = await startAccessApp({ controllers: [ProbeController] });
  const url = `/scim/v2/${integrationId}/probe`;
  expect((await get(token)).statusCode).toBe(200);
  expect((await second.app.inject({ method: 'GET', url, headers: { authorization: token } })).statusCode).toBe(401);
  await second.stop();
  expect((await get(token)).statusCode).toBe(200);
});
