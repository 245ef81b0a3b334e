import { randomBytes } from 'node:crypto';
import type { Caller } from '@rollcall/platform';
import { createDatabase, freePort, type TestDatabase } from '../../support/index.js';
import { Browser } from './browser.js';
import { SignInApp } from './sign-in-app.js';

let store: TestDatabase;
let shared: { store: TestDatabase; keys: string; port: number };
let replicas: [SignInApp, SignInApp];
let caller: Caller;

beforeAll(async () => {
  store = await createDatabase();
  shared = { store, keys: `k1:${randomBytes(32).toString('base64')}`, port: await freePort() };
  replicas = [await SignInApp.start(shared), await SignInApp.start(shared)];
  caller = await replicas[0].tenant();
});
afterAll(async () => {
  for (const replica of replicas ?? []) await replica.stop();
  await store?.drop();
});

test('another replica finishes a flow after each of its steps', async () => {
  const client = await replicas[0].client(caller);
  // Discovery and token requests go to the first replica. The browser's requests go to both replicas in turn, as behind
  // a load balancer.
  const port = (replica: SignInApp): string => new URL(replica.url).port;
  const reached = { ...client, issuer: client.issuer.replace(/:\d+\//, `:${port(replicas[0])}/`) };
  const discovery = await (await fetch(`${reached.issuer}/.well-known/openid-configuration`)).json();
  expect(discovery).toMatchObject({ issuer: client.issuer });
  const origin = new URL(client.issuer).origin;
  const ada = await replicas[0].person(caller, client.integrationId, 'ada@acme.example', { origin });
  for (const offset of [0, 1]) {
    let step = offset;
    const browser = new Browser((url) => {
      const asked = new URL(url);
      asked.port = port(replicas[(step += 1) % 2]!);
      return asked;
    });
    const url = new URL(`${client.issuer}/auth`);
    url.search = new URLSearchParams({
      client_id: client.clientId,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: 'https://acme.okta.com/oauth2/v1/authorize/callback',
      state: 'a-state',
    }).toString();
    const callback = await browser.signIn(url, ada.device);
    expect(callback.searchParams.get('code')).toBeTruthy();
    const answer = await fetch(`${replicas[offset]!.url}/oidc/${client.integrationId}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: callback.searchParams.get('code') ?? '',
        redirect_uri: 'https://acme.okta.com/oauth2/v1/authorize/callback',
        client_id: client.clientId,
        client_secret: client.clientSecret,
      }),
    });
    expect(answer.status).toBe(200);
  }
});

test('a change at one replica applies at the other from the next request on', async () => {
  const client = await replicas[0].client(caller);
  const discover = (replica: SignInApp) =>
    fetch(`${replica.url}/oidc/${client.integrationId}/.well-known/openid-configuration`);
  for (const replica of replicas) expect((await discover(replica)).status).toBe(200);
  await replicas[0].signIns.disable(caller, client.integrationId);
  for (const replica of replicas) expect((await discover(replica)).status).toBe(404);
});

test('if a replica stops in the middle of a flow, another replica continues the flow', async () => {
  const client = await replicas[0].client(caller);
  const origin = new URL(client.issuer).origin;
  const ada = await replicas[0].person(caller, client.integrationId, 'ada@acme.example', { origin });
  const leaving = await SignInApp.start(shared);
  let at = leaving;
  const browser = new Browser((url) => new URL(url.pathname + url.search, at.url));
  const url = new URL(`${client.issuer}/auth`);
  url.search = new URLSearchParams({
    client_id: client.clientId,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: 'https://acme.okta.com/oauth2/v1/authorize/callback',
  }).toString();
  const page = await browser.open(url);
  const response = await browser.assertion(page, ada.device);
  await leaving.stop();
  at = replicas[1];
  const { body } = await browser.post(`${page}/verify`, { response });
  const callback = new URL(await browser.open(body.location ?? ''));
  expect(callback.searchParams.get('code')).toBeTruthy();
});
