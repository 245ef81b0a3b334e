import type { Caller } from '@rollcall/platform';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import * as oidc from 'openid-client';
import { Browser } from './browser.js';
import { RelyingParty } from './relying-party.js';
import { type Client, type Person, REDIRECT_URI, SignInApp } from './sign-in-app.js';

let on: SignInApp;
let caller: Caller;

// The OpenID library accepts only plain objects. Those from Node's structuredClone belong to another realm than jest's,
// so that the library does not recognize them as plain.
globalThis.structuredClone = <T>(value: T): T =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);

beforeAll(async () => {
  on = await SignInApp.start();
  caller = await on.tenant();
});
afterAll(() => on?.stop());

/** Creates a client for one test, and a person in its integration. */
async function setUp(): Promise<{ client: Client; ada: Person; party: RelyingParty }> {
  const client = await on.client(caller);
  const ada = await on.person(caller, client.integrationId, 'ada@acme.example');
  return { client, ada, party: await RelyingParty.discover(client) };
}

const published = async ({ issuer }: Client): Promise<string[]> => {
  const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: Record<string, string>[] };
  expect(keys.flatMap((key) => ['d', 'p', 'q'].filter((member) => member in key))).toEqual([]);
  return keys.map(({ kid = '' }) => kid);
};

describe('client secrets', () => {
  it('are all valid until one is revoked, which applies from the next request on', async () => {
    const { client, ada, party } = await setUp();
    const { clientSecret } = await on.signIns.rotateSecret(caller, client.integrationId);
    const renewed = await RelyingParty.discover({ ...client, clientSecret });
    for (const each of [party, renewed]) {
      expect((await each.signIn(new Browser(), ada.device)).claims()).toMatchObject({ sub: ada.id });
    }
    const secrets = await on.signIns.secretsOf({ tenantId: caller.tenantId, integrationId: client.integrationId });
    await on.signIns.revokeSecret(caller, secrets[1]!.id);
    const callback = await new Browser().signIn(party.request().url, ada.device);
    expect(await party.exchange(callback)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect((await renewed.exchange(callback)).status).toBe(200);
    await expect(on.signIns.revokeSecret(caller, secrets[0]!.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('of a disabled provider are revoked, and enabling the provider again keeps the client id', async () => {
    const { client } = await setUp();
    await on.signIns.disable(caller, client.integrationId);
    expect((await fetch(`${client.issuer}/.well-known/openid-configuration`)).status).toBe(404);
    const again = await on.signIns.enable(caller, {
      integrationId: client.integrationId,
      redirectUris: [REDIRECT_URI],
    });
    expect(again.settings.clientId).toBe(client.clientId);
    expect(again.clientSecret).not.toBe(client.clientSecret);
    expect((await fetch(`${client.issuer}/.well-known/openid-configuration`)).status).toBe(200);
  });

  it('verify signed requests, and the older secret does too', async () => {
    const { client, ada, party } = await setUp();
    await on.signIns.rotateSecret(caller, client.integrationId);
    const { url, checks } = party.request();
    const request = await new SignJWT(Object.fromEntries(url.searchParams))
      .setProtectedHeader({ alg: 'HS512' })
      .setIssuer(client.clientId)
      .setAudience(client.issuer)
      .sign(Buffer.from(client.clientSecret));
    const callback = await new Browser().signIn(party.signedUrl(request), ada.device);
    expect((await party.tokens(callback, checks)).claims()).toMatchObject({ sub: ada.id });
  });
});

test('a client with a key pair signs its requests and authenticates with it, each assertion once', async () => {
  const { client, ada } = await setUp();
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const clientJwks = JSON.stringify({ ...(await exportJWK(publicKey)), kid: 'okta-1', alg: 'RS256', use: 'sig' });
  await on.signIns.update(caller, { integrationId: client.integrationId, clientJwks });
  const party = await RelyingParty.discover(
    client,
    oidc.PrivateKeyJwt({ key: privateKey as CryptoKey, kid: 'okta-1' }),
  );
  expect((await party.signIn(new Browser(), ada.device)).claims()).toMatchObject({ sub: ada.id });

  const { url, checks } = party.request();
  const signed = await oidc.buildAuthorizationUrlWithJAR(party.config, url.searchParams, {
    key: privateKey as CryptoKey,
    kid: 'okta-1',
  });
  const callback = await new Browser().signIn(signed, ada.device);
  expect((await party.tokens(callback, checks)).claims()).toMatchObject({ sub: ada.id });

  const assertion = await new SignJWT({ jti: 'once' })
    .setProtectedHeader({ alg: 'RS256', kid: 'okta-1' })
    .setIssuer(client.clientId)
    .setSubject(client.clientId)
    .setAudience(client.issuer)
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(privateKey);
  const exchange = async () => {
    const code = (await new Browser().signIn(party.request().url, ada.device)).searchParams.get('code') ?? '';
    const answer = await fetch(`${client.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: REDIRECT_URI,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      }),
    });
    return answer.status;
  };
  expect(await exchange()).toBe(200);
  expect(await exchange()).toBe(401);
  const withSecret = await RelyingParty.discover(client);
  const another = await new Browser().signIn(withSecret.request().url, ada.device);
  expect((await withSecret.exchange(another)).status).toBe(401);
});

test('a signing key is published before it signs, and the earlier key stays published until its tokens have expired', async () => {
  const { client, ada, party } = await setUp();
  const [first] = await published(client);
  const kidOf = async () => {
    const { id_token: token = '' } = await party.signIn(new Browser(), ada.device);
    return (JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as { kid: string }).kid;
  };
  const shift = (interval: string) =>
    on.database.execute(
      `with moved as (update sign_in_keys set signs_at = signs_at - $2::interval where integration_id = $1)
       update sign_in_providers set version = version + 1 where integration_id = $1`,
      [client.integrationId, interval],
    );
  expect(await kidOf()).toBe(first);
  await on.signIns.rotateKey(caller, client.integrationId);
  const [, second] = await published(client);
  expect(second).toBeDefined();
  expect(await kidOf()).toBe(first);
  await expect(on.signIns.rotateKey(caller, client.integrationId)).rejects.toMatchObject({ code: 'CONFLICT' });
  await shift('61 minutes');
  expect(await kidOf()).toBe(second);
  expect(await published(client)).toEqual([second, first]);
  await shift('24 hours');
  expect(await published(client)).toEqual([second]);
  expect(await kidOf()).toBe(second);
});

test('keys are rotated while people sign in, and no sign-in fails', async () => {
  const { client, ada, party } = await setUp();
  const load = { on: true };
  const people = Array.from({ length: 3 }, async () => {
    let signedIn = 0;
    while (load.on) {
      const fresh = await RelyingParty.discover(client);
      expect((await fresh.signIn(new Browser(), ada.device)).claims()).toMatchObject({ sub: ada.id });
      signedIn += 1;
    }
    return signedIn;
  });
  for (let round = 0; round < 3; round += 1) {
    await on.signIns.rotateKey(caller, client.integrationId);
    await on.database.execute(
      `update sign_in_keys set signs_at = signs_at - interval '2 hours' where integration_id = $1`,
      [client.integrationId],
    );
    await on.signIns.rotateSecret(caller, client.integrationId);
  }
  load.on = false;
  for (const signedIn of await Promise.all(people)) expect(signedIn).toBeGreaterThan(0);
  expect((await party.signIn(new Browser(), ada.device)).claims()).toMatchObject({ sub: ada.id });
});
